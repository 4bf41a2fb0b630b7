/* diag/text_edit.c - the code after a help's edits.
 *
 * What comes in: the edits of one help. What goes out: the lines that they change, as rustc
 * shows suggestions. The one idea: the less is changed, the less is shown twice.
 *
 *     38 +     char *key = node->key;      new lines
 *
 *     40 |     if (p && p->next)           an insertion within a line
 *        |         ++++
 *
 *     41 -     log(node->key);             anything else: the line before and after
 *     41 +     log(key); */
#include "diag/resolved.h"

static void print_changed(TextOut *t, uint32_t line, char sign, const char *text, size_t len)
{
    Style s = sign == '+' ? STYLE_ADDED : STYLE_REMOVED;
    text_gutter(t, line, sign, s);
    if (len > 0) {
        text_add_char(t->out, ' ');
        text_clean(t, s, text, len);
    }
    text_add_char(t->out, '\n');
}

static void print_changed_lines(TextOut *t, uint32_t line, char sign, const char *text)
{
    for (const char *p = text;; line++) {
        const char *nl = strchr(p, '\n');
        size_t n = nl ? (size_t)(nl - p) : strlen(p);
        if (n > 0 && p[n - 1] == '\r')
            n--;
        print_changed(t, line, sign, p, n);
        if (!nl)
            return;
        p = nl + 1;
    }
}

static bool same_lines(const PlacedEdit *a, const PlacedEdit *b)
{
    return !a->whole_line && !b->whole_line && a->place.file == b->place.file &&
           b->place.real_line <= a->place.real_end_line;
}

/* The edits v[0..n) of one line, sorted; the line as it will be, or as it was. */
static void print_group(TextOut *t, const PlacedEdit **v, uint32_t n)
{
    const Place *first = &v[0]->place, *last = &v[n - 1]->place;
    const char *text, *last_text;
    uint32_t len, last_len;
    source_line_text(first->file, first->real_line, &text, &len);
    source_line_text(first->file, last->real_end_line, &last_text, &last_len);
    const char *end = last_text + last_len, *at = text;
    Text after, marks;
    text_init(&after, t->arena);
    text_init(&marks, t->arena);
    bool only_inserts = first->real_line == last->real_end_line;
    for (uint32_t i = 0; i < n; i++) {
        const char *from = first->file->data + v[i]->place.begin;
        const char *to = first->file->data + v[i]->place.end;
        if (from < at || to > end)
            continue; /* overlapping edits: the first one wins */
        only_inserts = only_inserts && from == to && !strchr(v[i]->text, '\n');
        text_add_n(&after, at, (size_t)(from - at));
        uint32_t column = text_columns(after.data ? after.data : "", after.len);
        text_fill(&marks, ' ', column > marks.len ? column - marks.len : 0);
        text_add(&after, v[i]->text);
        text_fill(&marks, '+', text_columns(v[i]->text, strlen(v[i]->text)));
        at = to;
    }
    text_add_n(&after, at, (size_t)(end - at));
    if (!after.data)
        return;
    if (!only_inserts) {
        const char *before = arena_strndup(t->arena, text, (size_t)(end - text));
        print_changed_lines(t, first->line, '-', before);
        print_changed_lines(t, first->line, '+', after.data);
        text_gutter(t, 0, '|', STYLE_GUTTER);
        text_add_char(t->out, '\n');
        return;
    }
    text_gutter(t, first->line, '|', STYLE_GUTTER);
    text_add_char(t->out, ' ');
    text_clean(t, STYLE_PLAIN, after.data, after.len);
    text_add_char(t->out, '\n');
    text_gutter(t, 0, '|', STYLE_GUTTER);
    text_add_char(t->out, ' ');
    style_text(t, STYLE_ADDED, marks.data);
    text_add_char(t->out, '\n');
}

void text_edits(TextOut *t, const PlacedEdit *edits, uint32_t count)
{
    const PlacedEdit **v = ARENA_ARRAY(t->arena, const PlacedEdit *, count);
    for (uint32_t i = 0; i < count; i++) { /* insertion sort by place, stable */
        uint32_t k = i;
        for (; k > 0 && v[k - 1]->place.file == edits[i].place.file &&
               v[k - 1]->place.begin > edits[i].place.begin; k--)
            v[k] = v[k - 1];
        v[k] = &edits[i];
    }
    text_gutter(t, 0, '|', STYLE_GUTTER);
    text_add_char(t->out, '\n');
    for (uint32_t i = 0, k; i < count; i = k) {
        for (k = i + 1; k < count && same_lines(v[k - 1], v[k]);)
            k++;
        if (i > 0 && v[i]->place.real_line > v[i - 1]->place.real_end_line + 1) {
            style_text(t, STYLE_GUTTER, "...");
            text_add_char(t->out, '\n');
        }
        if (!v[i]->whole_line) {
            print_group(t, v + i, k - i);
            continue;
        }
        print_changed_lines(t, v[i]->place.line, '+', v[i]->text);
        text_gutter(t, 0, '|', STYLE_GUTTER);
        text_add_char(t->out, '\n');
    }
}
