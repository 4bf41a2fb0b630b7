/* diag/gcc.c - one line for a finding, as gcc prints: editors and log scrapers know it.
 *
 *     list.c:41:17: error: `node` is used after it was freed [use-after-free]
 *     list.c:38:14: note: freed here: ownership moves into `free`
 *
 * What comes in: resolved findings. What goes out: the line, then its labels that say something,
 * notes and helps, each as a `note:` line. */
#include "diag/resolved.h"

static const char *severity_word(Severity s)
{
    switch (s) {
    case SEVERITY_ERROR: return "error";
    case SEVERITY_WARNING: return "warning";
    case SEVERITY_NOTE: return "note";
    }
    return "";
}

/* A text on one line: line feeds become blanks, other control characters vanish. */
static void add_line(Text *out, const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s >= 0x20)
            text_add_char(out, *s);
        else if (*s == '\n' || *s == '\t')
            text_add_char(out, ' ');
}

static void add_place(Text *out, const Place *p, const char *word)
{
    if (p->file) {
        add_line(out, p->path);
        text_addf(out, ":%u:%u: %s: ", p->line, p->column, word);
    } else {
        text_addf(out, "corten: %s: ", word);
    }
}

static void add_finding(const Resolved *r, Text *out)
{
    const Place *at = &r->labels[0].place;
    add_place(out, at, severity_word(r->severity));
    add_line(out, r->message);
    if (r->c_error)
        text_add(out, "\n");
    else
        text_addf(out, " [%s]\n", rule_info(r->rule)->name);
    for (uint32_t i = 0; i < r->label_count; i++) {
        if (!r->labels[i].text[0])
            continue;
        add_place(out, &r->labels[i].place, "note");
        add_line(out, r->labels[i].text);
        text_add_char(out, '\n');
    }
    for (uint32_t i = 0; i < r->macro_count; i++) {
        add_place(out, &r->macros[i].place, "note");
        text_addf(out, "in this expansion of macro `%s`\n", r->macros[i].macro);
    }
    for (uint32_t i = 0; i < r->note_count; i++) {
        add_place(out, at, "note");
        add_line(out, r->notes[i]);
        text_add_char(out, '\n');
    }
    for (uint32_t i = 0; i < r->help_count; i++) {
        const PlacedHelp *h = &r->helps[i];
        add_place(out, h->edit_count ? &h->edits[0].place : at, "note");
        text_add(out, "help: ");
        add_line(out, h->text);
        text_add_char(out, '\n');
    }
}

void render_gcc(DiagSink *s, const ResolvedList *list, Arena *a, Text *out)
{
    TextLines lines = diag_lines(s, a);
    for (uint32_t i = 0; i < list->len; i++)
        add_finding(list->data[i], out);
    for (uint32_t i = 0; i < lines.trouble_count; i++)
        text_addf(out, "corten: error: %s\n", lines.troubles[i]);
    for (uint32_t i = 0; i < lines.remark_count; i++)
        text_addf(out, "corten: note: %s\n", lines.remarks[i]);
}
