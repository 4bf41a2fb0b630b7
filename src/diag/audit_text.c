/* diag/audit_text.c - an audit for a terminal: the figure, a line for each file, and every place
 * that is taken on trust.
 *
 *     61.3 % of the code is safe: 812 of 1324 lines, in 97 functions of 12 files
 *
 * What comes in: a completed report. What goes out: plain text, the largest file first. */
#include "diag/audit.h"

static const char *const class_names[] = {
#define AUDIT_CLASS(id, name, meaning) name,
#include "diag/audit.def"
#undef AUDIT_CLASS
};

/* Rounded down: 100.0 is said only of all. */
static void add_percent(Text *t, const AuditCount *c)
{
    uint32_t all = audit_lines(c);
    uint32_t tenths = all ? (uint32_t)((uint64_t)c->lines[AUDIT_SAFE] * 1000 / all) : 1000;
    text_addf(t, "%3u.%u", tenths / 10, tenths % 10);
}

static const char *plural(uint32_t n)
{
    return n == 1 ? "" : "s";
}

/* Nothing is a dash, so that what is there stands out. */
static void add_number(Text *t, int width, uint32_t n)
{
    if (n)
        text_addf(t, "%*u", width, n);
    else
        text_addf(t, "%*s", width, "-");
}

static void add_row(Text *t, const AuditCount *c, const char *path)
{
    uint32_t findings = 0;
    add_number(t, 7, audit_lines(c));
    text_add(t, "   ");
    if (audit_lines(c))
        add_percent(t, c);
    else
        text_add(t, "    -");
    text_add(t, "  ");
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++) {
        add_number(t, 7, c->functions[i]);
        findings += c->findings[i];
    }
    add_number(t, 11, c->declared);
    add_number(t, 9, c->inferred);
    add_number(t, 11, c->places);
    add_number(t, 9, findings);
    text_addf(t, "  %s\n", path);
}

static void add_table(Text *t, const AuditReport *r)
{
    text_add(t, "\n                     functions                     contracts\n"
                "  lines  safe %   ");
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++)
        text_addf(t, "%7s", class_names[i]);
    text_add(t, "   declared inferred   __unsafe findings  file\n");
    for (uint32_t i = 0; i < r->files.len; i++)
        add_row(t, &r->files.data[i]->count, r->files.data[i]->file->path);
    if (r->files.len > 1)
        add_row(t, &r->count, "in all");
}

static void add_place(Text *t, const AuditFile *f, const AuditPlace *p)
{
    text_addf(t, "  %s:%u: ", f->file->path, p->line);
    if (p->kind == AUDIT_ALLOW)
        text_add(t, p->rules[0] ? p->rules : "no rule");
    else
        text_addf(t, "%u line%s", p->lines, plural(p->lines));
    if (p->kind == AUDIT_FUNCTION)
        text_addf(t, ", all of `%s`", p->function);
    else if (p->function[0])
        text_addf(t, " in `%s`", p->function);
    if (p->said)
        text_addf(t, ": %s\n", p->why);
    else if (p->why[0])
        text_addf(t, ": nobody says why: `%s`\n", p->why);
    else
        text_add(t, ": nobody says why\n");
}

static void add_places(Text *t, const AuditReport *r, bool allows)
{
    for (uint32_t i = 0; i < r->files.len; i++)
        for (uint32_t k = 0; k < r->files.data[i]->places.len; k++) {
            const AuditPlace *p = &r->files.data[i]->places.data[k];
            if ((p->kind == AUDIT_ALLOW) == allows)
                add_place(t, r->files.data[i], p);
        }
}

enum { MOST_UNKNOWN = 10 };

static void add_unknown(Text *t, const AuditReport *r)
{
    uint32_t n = r->unknown.len;
    text_addf(t, "\nnobody says what %u function%s that %s called do%s: ", n, plural(n),
              n == 1 ? "is" : "are", n == 1 ? "es" : "");
    for (uint32_t i = 0; i < n && i < MOST_UNKNOWN; i++)
        text_addf(t, "%s%s (%u call%s)", i ? ", " : "", r->unknown.data[i].name,
                  r->unknown.data[i].calls, plural(r->unknown.data[i].calls));
    if (n > MOST_UNKNOWN)
        text_addf(t, " and %u more", n - MOST_UNKNOWN);
    text_add_char(t, '\n');
}

void audit_text(const AuditReport *r, Text *t)
{
    const AuditCount *c = &r->count;
    Text percent;
    text_init(&percent, t->arena);
    add_percent(&percent, c);
    const char *figure = percent.data;
    while (*figure == ' ')
        figure++;
    text_addf(t, "%s %% of the code is safe: %u of %u line%s, in %u function%s of %u file%s\n",
              figure, c->lines[AUDIT_SAFE], audit_lines(c), plural(audit_lines(c)),
              audit_functions(c), plural(audit_functions(c)), r->files.len, plural(r->files.len));
    text_addf(t, "findings: %u in safe code, %u in audit code, %u in __unsafe\n",
              c->findings[AUDIT_OPEN], c->findings[AUDIT_AUDIT], c->findings[AUDIT_UNSAFE]);
    if (r->files.len)
        add_table(t, r);
    if (c->places) {
        text_addf(t, "\n__unsafe in %u place%s:\n", c->places, plural(c->places));
        add_places(t, r, false);
    }
    if (c->allows) {
        text_addf(t, "\nsilenced by %u comment%s:\n", c->allows, plural(c->allows));
        add_places(t, r, true);
    }
    if (r->unknown.len)
        add_unknown(t, r);
}
