/* diag/text.c - findings for people: the terminal format, in the manner of rustc.
 *
 * What comes in: resolved findings. What goes out:
 *
 *     error[use-after-free]: `node` is used after it was freed
 *       --> list.c:41:17
 *        |
 *     38 |         free(node);
 *        |              ---- freed here: ownership moves into `free`
 *     ...
 *     41 |             log_key(node->key);
 *        |                     ^^^^ `node` points to freed memory
 *        |
 *        = note: `node` was allocated in `node_new` (node.c:12:24)
 *
 * The one idea: this file knows the order of the parts, text_lines.c and text_edit.c draw. */
#include "diag/resolved.h"

static void new_line(TextOut *t)
{
    text_add_char(t->out, '\n');
}

static const char *severity_name(Severity s)
{
    switch (s) {
    case SEVERITY_ERROR: return "error";
    case SEVERITY_WARNING: return "warning";
    case SEVERITY_NOTE: return "note";
    }
    return "";
}

static Style severity_style(Severity s)
{
    switch (s) {
    case SEVERITY_ERROR: return STYLE_ERROR;
    case SEVERITY_WARNING: return STYLE_WARNING;
    case SEVERITY_NOTE: return STYLE_NOTE;
    }
    return STYLE_PLAIN;
}

static void print_header(TextOut *t, const Resolved *r)
{
    Style s = severity_style(r->severity);
    style_begin(t, s);
    text_add(t->out, severity_name(r->severity));
    if (!r->c_error)
        text_addf(t->out, "[%s]", rule_info(r->rule)->name);
    style_end(t, s);
    style_text(t, STYLE_MESSAGE, ": ");
    style_text(t, STYLE_MESSAGE, r->message);
    new_line(t);
}

static unsigned digits(uint32_t n)
{
    unsigned d = 1;
    for (; n >= 10; n /= 10)
        d++;
    return d;
}

/* Digits of the widest line number that this finding shows. */
static unsigned gutter_of(const Resolved *r)
{
    uint32_t top = 1;
    for (uint32_t i = 0; i < r->label_count; i++)
        top = r->labels[i].place.end_line > top ? r->labels[i].place.end_line : top;
    for (uint32_t i = 0; i < r->macro_count; i++)
        top = r->macros[i].place.line > top ? r->macros[i].place.line : top;
    for (uint32_t i = 0; i < r->help_count; i++) {
        for (uint32_t k = 0; k < r->helps[i].edit_count; k++) {
            const PlacedEdit *e = &r->helps[i].edits[k];
            uint32_t line = e->place.end_line;
            for (const char *p = e->text; *p; p++)
                line += *p == '\n';
            top = line > top ? line : top;
        }
    }
    return digits(top);
}

/* `   = note: text`, further lines of the text under the first. */
static void print_attached(TextOut *t, const char *what, const char *text)
{
    text_fill(t->out, ' ', t->gutter + 1);
    style_text(t, STYLE_GUTTER, "=");
    text_add_char(t->out, ' ');
    style_text(t, STYLE_MESSAGE, what);
    text_add(t->out, ": ");
    for (const char *p = text;;) {
        const char *nl = strchr(p, '\n');
        text_clean(t, STYLE_PLAIN, p, nl ? (size_t)(nl - p) : strlen(p));
        new_line(t);
        if (!nl)
            return;
        p = nl + 1;
        text_fill(t->out, ' ', t->gutter + 5 + strlen(what));
    }
}

static void print_macros(TextOut *t, const Resolved *r)
{
    for (uint32_t i = 0; i < r->macro_count; i++) {
        const MacroStep *m = &r->macros[i];
        if (r->macros_left_out && i == r->macro_count - 1) {
            style_text(t, STYLE_NOTE, "note");
            text_addf(t->out, ": %u more macro expansions are not shown\n", r->macros_left_out);
        }
        style_text(t, STYLE_NOTE, "note");
        style_text(t, STYLE_MESSAGE, ": in this expansion of macro `");
        style_text(t, STYLE_MESSAGE, m->macro);
        style_text(t, STYLE_MESSAGE, "`");
        new_line(t);
        PlacedLabel label = {LABEL_PRIMARY, m->place, ""};
        TextOut sub = *t;
        sub.severity = SEVERITY_NOTE;
        text_block(&sub, &label, 1);
    }
}

static void print_helps(TextOut *t, const Resolved *r, bool separated)
{
    for (uint32_t i = 0; i < r->help_count; i++) {
        const PlacedHelp *h = &r->helps[i];
        if (h->edit_count == 0)
            continue;
        if (!separated) {
            text_gutter(t, 0, '|', STYLE_GUTTER);
            new_line(t);
            separated = true;
        }
        style_text(t, STYLE_HELP, "help");
        text_add(t->out, ": ");
        text_clean(t, STYLE_PLAIN, h->text, strlen(h->text));
        new_line(t);
        const Place *p = &h->edits[0].place;
        if (strcmp(p->path, r->labels[0].place.path) != 0) {
            text_fill(t->out, ' ', t->gutter);
            style_text(t, STYLE_GUTTER, "--> ");
            text_clean(t, STYLE_PLAIN, p->path, strlen(p->path));
            text_addf(t->out, ":%u:%u\n", p->line, p->column);
        }
        text_edits(t, h->edits, h->edit_count);
    }
}

static void print_finding(TextOut *t, const Resolved *r)
{
    t->gutter = gutter_of(r);
    t->severity = r->severity;
    print_header(t, r);
    text_block(t, r->labels, r->label_count);
    bool attached = false;
    for (uint32_t i = 0; i < r->note_count; i++) {
        if (!attached && r->labels[0].place.file) {
            text_gutter(t, 0, '|', STYLE_GUTTER);
            new_line(t);
        }
        attached = true;
        print_attached(t, "note", r->notes[i]);
    }
    for (uint32_t i = 0; i < r->help_count; i++) {
        if (r->helps[i].edit_count > 0)
            continue;
        if (!attached && r->labels[0].place.file) {
            text_gutter(t, 0, '|', STYLE_GUTTER);
            new_line(t);
        }
        attached = true;
        print_attached(t, "help", r->helps[i].text);
    }
    print_macros(t, r);
    print_helps(t, r, attached || r->macro_count > 0);
    new_line(t);
}

void render_text(DiagSink *s, const ResolvedList *list, const DiagOptions *o, Arena *a, Text *out)
{
    TextOut t = {.out = out, .arena = a, .color = o->color, .columns = o->columns};
    TextLines lines = diag_lines(s, a);
    uint32_t findings = 0;
    for (uint32_t i = 0; i < list->len; i++) {
        print_finding(&t, list->data[i]);
        findings += !list->data[i]->c_error;
    }
    for (uint32_t i = 0; i < lines.trouble_count; i++) {
        style_text(&t, STYLE_MESSAGE, "corten: ");
        style_text(&t, STYLE_ERROR, "error");
        text_addf(out, ": %s\n", lines.troubles[i]);
    }
    for (uint32_t i = 0; i < lines.remark_count; i++) {
        style_text(&t, STYLE_MESSAGE, "corten: ");
        style_text(&t, STYLE_NOTE, "note");
        text_addf(out, ": %s\n", lines.remarks[i]);
    }
    uint32_t errors = list->len - findings;
    if (errors > 0)
        text_addf(out, "corten: %u error%s in the code's syntax or types\n", errors,
                  errors == 1 ? "" : "s");
    if (findings > 0)
        text_addf(out, "corten: %u finding%s\n", findings, findings == 1 ? "" : "s");
}
