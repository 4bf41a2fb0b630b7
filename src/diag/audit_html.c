/* diag/audit_html.c - an audit as one page: it needs nothing beside itself, and no script to be
 * read.
 *
 * What comes in: a completed report. What goes out: HTML, with audit.css and audit.js in it. The
 * script makes the tables sortable; without it they stand in the order of the text, the largest
 * file first. Colours follow the reader's choice of light or dark, and say nothing that words
 * don't. */
#include "base/embed.h"
#include "diag/audit.h"
#include "diag/resolved.h"

typedef struct ClassInfo {
    const char *name, *meaning;
} ClassInfo;
static const ClassInfo classes[] = {
#define AUDIT_CLASS(id, name, meaning) {name, meaning},
#include "diag/audit.def"
#undef AUDIT_CLASS
};

/* Any bytes, as HTML. */
static void add(Text *t, const char *s)
{
    uint32_t cp;
    for (size_t i = 0, n = strlen(s); i < n;) {
        i += utf8_decode(s + i, n - i, &cp);
        switch (cp) {
        case '<': text_add(t, "&lt;"); break;
        case '>': text_add(t, "&gt;"); break;
        case '&': text_add(t, "&amp;"); break;
        case '"': text_add(t, "&quot;"); break;
        case '\'': text_add(t, "&#39;"); break;
        default: utf8_encode(t, cp < ' ' || cp == 0x7f ? 0xFFFD : cp); break;
        }
    }
}

/* A path may be broken behind its slashes, and nowhere else. */
static void add_path(Text *t, const char *path)
{
    for (const char *slash; (slash = strchr(path, '/')) != NULL; path = slash + 1) {
        add(t, arena_strndup(t->arena, path, (size_t)(slash + 1 - path)));
        text_add(t, "<wbr>");
    }
    add(t, path);
}

static void add_embedded(Text *t, const char *name)
{
    for (const EmbeddedFile *f = EMBEDDED_REPORT; f->name; f++)
        if (strcmp(f->name, name) == 0)
            text_add_n(t, f->data, f->len);
}

static uint32_t tenths(uint32_t part, uint32_t all)
{
    return all ? (uint32_t)((uint64_t)part * 1000 / all) : 0;
}

static uint32_t safe_tenths(const AuditCount *c)
{
    return audit_lines(c) ? tenths(c->lines[AUDIT_SAFE], audit_lines(c)) : 1000;
}

static uint32_t findings_of(const AuditCount *c)
{
    return c->findings[AUDIT_OPEN] + c->findings[AUDIT_AUDIT] + c->findings[AUDIT_UNSAFE];
}

/* ---- pieces ---------------------------------------------------------------------------------- */
/* The classes' shares of the lines; what it shows is said beside it, so it is silent itself. */
static void add_bar(Text *t, const AuditCount *c)
{
    uint32_t all = audit_lines(c);
    text_add(t, "<span class=\"bar\" aria-hidden=\"true\">");
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++)
        if (c->lines[i])
            text_addf(t, "<i class=\"%s\" style=\"flex:%u\" title=\"%s: %u.%u %%\"></i>",
                      classes[i].name, c->lines[i], classes[i].name, tenths(c->lines[i], all) / 10,
                      tenths(c->lines[i], all) % 10);
    text_add(t, "</span>");
}

static void add_fact(Text *t, uint32_t n, const char *what)
{
    text_addf(t, "<div><dt>%s</dt><dd>%u</dd></div>\n", what, n);
}

static void add_head(Text *t, const AuditReport *r, const char *tool_version)
{
    const AuditCount *c = &r->count;
    uint32_t safe = safe_tenths(c), all = audit_lines(c);
    text_add(t, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
                "<meta name=\"generator\" content=\"corten ");
    add(t, tool_version);
    text_addf(t, "\">\n<title>%u.%u %% safe - Corten audit</title>\n<style>\n", safe / 10,
              safe % 10);
    add_embedded(t, "audit.css");
    text_add(t, "</style>\n</head>\n<body>\n<header>\n<h1>How safe is this code?</h1>\n");
    text_addf(t,
              "<p class=\"figure\"><strong>%u.%u&#8239;%%</strong> <span>of the code is safe: "
              "%u of %u lines</span></p>\n",
              safe / 10, safe % 10, c->lines[AUDIT_SAFE], all);
    add_bar(t, c);
    text_add(t, "<dl class=\"legend\">\n");
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++) {
        text_addf(t, "<div><dt><i class=\"%s\"></i>%s <b>%u</b></dt><dd>", classes[i].name,
                  classes[i].name, c->lines[i]);
        add(t, classes[i].meaning);
        text_add(t, "</dd></div>\n");
    }
    text_add(t, "</dl>\n<dl class=\"facts\">\n");
    add_fact(t, r->files.len, "files");
    add_fact(t, audit_functions(c), "functions");
    add_fact(t, c->declared, "contracts declared");
    add_fact(t, c->inferred, "contracts inferred");
    add_fact(t, c->places, "<code>__unsafe</code>");
    add_fact(t, c->allows, "silenced");
    add_fact(t, c->findings[AUDIT_OPEN], "findings in safe code");
    add_fact(t, c->findings[AUDIT_AUDIT] + c->findings[AUDIT_UNSAFE], "findings elsewhere");
    text_add(t, "</dl>\n</header>\n<main>\n");
}

/* `groups`: a row above the headings, or "". `numbers`: bit i for column i. */
static void begin_table(Text *t, const char *caption, const char *groups, const char *const *heads,
                        size_t count, uint32_t numbers)
{
    text_addf(t,
              "<div class=\"scroll\"><table class=\"sortable\">\n<caption>%s</caption>\n"
              "<thead>%s<tr>",
              caption, groups);
    for (size_t i = 0; i < count; i++)
        text_addf(t, "<th scope=\"col\"%s>%s</th>", numbers >> i & 1 ? " class=\"n\"" : "",
                  heads[i]);
    text_add(t, "</tr></thead>\n<tbody>\n");
}

static void end_table(Text *t)
{
    text_add(t, "</table></div>\n");
}

static void add_number(Text *t, uint32_t n)
{
    text_addf(t, n ? "<td class=\"n\">%u</td>" : "<td class=\"n none\">%u</td>", n);
}

/* ---- tables ---------------------------------------------------------------------------------- */
static void add_counts(Text *t, const AuditCount *c)
{
    uint32_t safe = safe_tenths(c);
    text_add(t, "<td>");
    add_bar(t, c);
    if (audit_lines(c))
        text_addf(t, "</td><td class=\"n\">%u.%u</td>", safe / 10, safe % 10);
    else
        text_add(t, "</td><td class=\"n none\">-</td>");
    add_number(t, audit_lines(c));
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++)
        add_number(t, c->functions[i]);
    add_number(t, c->declared);
    add_number(t, c->inferred);
    add_number(t, c->places);
    add_number(t, c->allows);
    add_number(t, findings_of(c));
    text_add(t, "</tr>\n");
}

static void add_files(Text *t, const AuditReport *r)
{
    static const char *const heads[] = {"file",
                                        "shares",
                                        "safe %",
                                        "lines",
                                        "safe",
                                        "open",
                                        "audit",
                                        "unsafe",
                                        "declared",
                                        "inferred",
                                        "<code>__unsafe</code>",
                                        "silenced",
                                        "findings"};
    static const char groups[] = "<tr><td colspan=\"4\"></td>"
                                 "<th colspan=\"4\" scope=\"colgroup\">functions</th>"
                                 "<th colspan=\"2\" scope=\"colgroup\">contracts</th>"
                                 "<td colspan=\"3\"></td></tr>\n";
    begin_table(t, "Files", groups, heads, COUNT_OF(heads), 0x1ffc);
    for (uint32_t i = 0; i < r->files.len; i++) {
        text_add(t, "<tr><th scope=\"row\">");
        add_path(t, r->files.data[i]->file->path);
        text_add(t, "</th>");
        add_counts(t, &r->files.data[i]->count);
    }
    text_add(t, "</tbody>\n<tfoot><tr><th scope=\"row\">in all</th>");
    add_counts(t, &r->count);
    text_add(t, "</tfoot>\n");
    end_table(t);
}

static void add_place(Text *t, const AuditFile *f, const AuditPlace *p)
{
    text_add(t, "<tr><th scope=\"row\">");
    add_path(t, f->file->path);
    text_addf(t, ":%u</th><td>", p->line);
    if (p->kind == AUDIT_ALLOW) {
        add(t, p->rules);
    } else {
        text_add(t, p->kind == AUDIT_FUNCTION ? "all of <code>" : "<code>");
        add(t, p->function);
        text_addf(t, "</code></td><td class=\"n\">%u", p->lines);
    }
    text_add(t, "</td><td>");
    if (p->said) {
        add(t, p->why);
    } else {
        text_add(t, "<em>nobody says why</em>");
        if (p->why[0]) {
            text_add(t, ": <code>");
            add(t, p->why);
            text_add(t, "</code>");
        }
    }
    text_add(t, "</td></tr>\n");
}

static void add_places(Text *t, const AuditReport *r, bool allows)
{
    static const char *const fences[] = {"place", "function", "lines", "why it is right"};
    static const char *const silenced[] = {"place", "rule", "why it is right"};
    if (allows ? !r->count.allows : !r->count.places)
        return;
    if (allows)
        begin_table(t, "Silenced findings", "", silenced, COUNT_OF(silenced), 0);
    else
        begin_table(t, "Taken on trust: <code>__unsafe</code>", "", fences, COUNT_OF(fences), 4);
    for (uint32_t i = 0; i < r->files.len; i++)
        for (uint32_t k = 0; k < r->files.data[i]->places.len; k++)
            if ((r->files.data[i]->places.data[k].kind == AUDIT_ALLOW) == allows)
                add_place(t, r->files.data[i], &r->files.data[i]->places.data[k]);
    text_add(t, "</tbody>\n");
    end_table(t);
}

static void add_unknown(Text *t, const AuditReport *r)
{
    static const char *const heads[] = {"function", "calls"};
    if (!r->unknown.len)
        return;
    begin_table(t, "Called, and nobody says what they do", "", heads, COUNT_OF(heads), 2);
    for (uint32_t i = 0; i < r->unknown.len; i++) {
        text_add(t, "<tr><th scope=\"row\"><code>");
        add(t, r->unknown.data[i].name);
        text_addf(t, "</code></th><td class=\"n\">%u</td></tr>\n", r->unknown.data[i].calls);
    }
    text_add(t, "</tbody>\n");
    end_table(t);
}

void audit_html(const AuditReport *r, const char *tool_version, Text *t)
{
    add_head(t, r, tool_version);
    add_files(t, r);
    add_places(t, r, false);
    add_places(t, r, true);
    add_unknown(t, r);
    text_add(t, "</main>\n<footer>A line counts if it holds code and belongs to a function. "
                "Made by <code>corten audit</code> ");
    add(t, tool_version);
    text_add(t, ".</footer>\n<script>\n");
    add_embedded(t, "audit.js");
    text_add(t, "</script>\n</body>\n</html>\n");
}
