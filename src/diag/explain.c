/* diag/explain.c - `corten explain NAME`: the page of a rule on a terminal.
 *
 * What comes in: a rule's name. What goes out: docs/rules/NAME.md, which tools/embed put into
 * the binary, as text: headings bold, code indented, the marks of Markdown taken away.
 * An unknown name gets the nearest known one. */
#include "base/embed.h"
#include "diag/resolved.h"

const char *rule_page(RuleId r)
{
    const char *name = rule_info(r)->name;
    size_t n = strlen(name);
    for (const EmbeddedFile *f = EMBEDDED_PAGES; f->name; f++)
        if (strncmp(f->name, name, n) == 0 && strcmp(f->name + n, ".md") == 0)
            return f->data;
    return "";
}

/* Edit distance (insert, delete, replace) between two short names; long ones are far. */
static unsigned distance(const char *a, size_t la, const char *b, size_t lb)
{
    enum { MOST = 40 };
    unsigned row[MOST + 1];
    if (la > MOST || lb > MOST)
        return MOST;
    for (size_t j = 0; j <= lb; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= la; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= lb; j++) {
            unsigned replace = diagonal + (a[i - 1] != b[j - 1]);
            unsigned other = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = replace < other ? replace : other;
        }
    }
    return row[lb];
}

bool rule_nearest(const char *name, size_t len, RuleId *out)
{
    unsigned best = 4; /* further away is no slip of the finger */
    for (int r = 0; r < RULE_COUNT; r++) {
        const char *known = rule_info((RuleId)r)->name;
        unsigned d = distance(name, len, known, strlen(known));
        if (d < best) {
            best = d;
            *out = (RuleId)r;
        }
    }
    return best < 4;
}

static void add_line(TextOut *t, const char *s, size_t n, bool in_code)
{
    size_t hashes = 0;
    while (!in_code && hashes < n && s[hashes] == '#')
        hashes++;
    if (hashes > 0 && hashes < n && s[hashes] == ' ') {
        text_clean(t, STYLE_MESSAGE, s + hashes + 1, n - hashes - 1);
    } else if (n > 0) {
        if (in_code)
            text_fill(t->out, ' ', 4);
        text_clean(t, STYLE_PLAIN, s, n);
    }
    text_add_char(t->out, '\n');
}

static void add_page(TextOut *t, const char *page)
{
    bool in_code = false;
    for (const char *p = page; *p;) {
        size_t n = strcspn(p, "\n");
        if (n >= 3 && memcmp(p, "```", 3) == 0) {
            in_code = !in_code;
            if (in_code && n > 5) { /* "c wrong", "c right": says which */
                text_clean(t, STYLE_GUTTER, p + 5, n - 5);
                text_add(t->out, ":\n");
            }
        } else {
            add_line(t, p, n, in_code);
        }
        p += n + (p[n] == '\n' ? 1 : 0);
    }
}

bool diag_explain(const char *name, bool color, Text *out)
{
    RuleId r;
    Arena *a = arena_new();
    TextOut t = {.out = out, .arena = a, .color = color};
    bool known = rule_by_name(name, strlen(name), &r);
    if (known) {
        const char *page = rule_page(r);
        if (page[0])
            add_page(&t, page);
        else
            text_addf(out, "%s: %s\n", rule_info(r)->name, rule_info(r)->summary);
    } else {
        text_add(out, "there is no rule `");
        text_add(out, name);
        text_add_char(out, '`');
        if (rule_nearest(name, strlen(name), &r))
            text_addf(out, "; did you mean `%s`?", rule_info(r)->name);
        text_add_char(out, '\n');
    }
    arena_destroy(a);
    return known;
}
