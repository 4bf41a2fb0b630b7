/* diag/verify.c - findings against the expectations in the code's own comments.
 *
 * What comes in: the sink, and the files that carry expectations. What goes out: whether all
 * agree, and one line for each difference.
 *
 *     x = *p;   //~ null-deref        a finding of this rule on this line
 *     //~^ leak                       ... on the line above (^^: two above)
 *     //~v leak, double-free          ... on the line below, of both rules
 *
 * The one idea: an expectation stands for all findings of its rule on its line, so both sides
 * are sets of (file, line, rule). */
#include "diag/resolved.h"

typedef struct Expectation {
    const SourceFile *file;
    uint32_t line;           /* that it speaks about, in the file's bytes */
    RuleId rule;
    bool met;
} Expectation;

typedef struct Verifier {
    Arena *arena;
    Text *out;
    const bool *only;        /* NULL: all rules count */
    VEC(const SourceFile *) files;
    VEC(Expectation) expected;
    bool agree;
} Verifier;

static bool counts(const Verifier *v, RuleId r)
{
    /* Code that was not understood must never pass for code without findings. */
    return !v->only || v->only[r] || r == RULE_SYNTAX;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* The rules behind a `//~`; s is just behind it, on line `line`. */
static void read_expectation(Verifier *v, const SourceFile *f, uint32_t line, const char *s,
                             const char *end)
{
    uint32_t target = line;
    if (s < end && *s == '^')
        for (; s < end && *s == '^'; s++)
            target--;
    else if (s + 1 < end && *s == 'v' && !(is_word(s[1]) && s[1] != 'v'))
        for (; s < end && *s == 'v'; s++)
            target++;
    bool any = false;
    while (s < end) {
        if (*s == ' ' || *s == '\t' || *s == ',') {
            s++;
            continue;
        }
        const char *from = s;
        while (s < end && is_word(*s))
            s++;
        RuleId rule;
        if (s == from || !rule_by_name(from, (size_t)(s - from), &rule)) {
            while (s < end && *s != ' ' && *s != '\t' && *s != ',')
                s++;
            text_addf(v->out, "%s:%u: `%.*s` is not a rule\n", f->path, line, (int)(s - from),
                      from);
            v->agree = false;
            any = true;
            continue;
        }
        any = true;
        Expectation e = {f, target, rule, false};
        if (counts(v, rule))
            VEC_PUSH(v->arena, &v->expected, e);
    }
    if (!any) {
        text_addf(v->out, "%s:%u: `//~` without a rule\n", f->path, line);
        v->agree = false;
    }
}

static void read_file(Verifier *v, const SourceFile *f)
{
    for (uint32_t i = 0; i < v->files.len; i++)
        if (v->files.data[i] == f)
            return;
    VEC_PUSH(v->arena, &v->files, f);
    uint32_t line = 1;
    for (uint32_t i = 0; i < f->len; i++) {
        if (f->data[i] == '\n')
            line++;
        if (f->data[i] != '/' || i + 2 >= f->len || memcmp(f->data + i, "//~", 3) != 0)
            continue;
        uint32_t end = i;
        while (end < f->len && f->data[end] != '\n' && f->data[end] != '\r')
            end++;
        read_expectation(v, f, line, f->data + i + 3, f->data + end);
        i = end - 1;
    }
}

static void meet(Verifier *v, const Resolved *r)
{
    const Place *p = &r->labels[0].place;
    bool found = false;
    if (!counts(v, r->rule))
        return;
    for (uint32_t i = 0; i < v->expected.len; i++) {
        Expectation *e = &v->expected.data[i];
        if (e->file == p->file && e->line == p->real_line && e->rule == r->rule)
            e->met = found = true;
    }
    if (found)
        return;
    text_addf(v->out, "%s:%u:%u: unexpected %s: %s\n", p->file ? p->file->path : "corten",
              p->real_line, p->column, rule_info(r->rule)->name, r->message);
    v->agree = false;
}

bool diag_verify(DiagSink *s, FileStore *fs, const char *const *paths, uint32_t path_count,
                 const bool only[RULE_COUNT], Text *out)
{
    Arena *a = arena_new();
    Verifier v = {.arena = a, .out = out, .only = only, .agree = true};
    ResolvedList list = diag_sorted(s, a);
    TextLines lines = diag_lines(s, a);
    for (uint32_t i = 0; i < path_count; i++) {
        const char *why = "";
        SourceFile *f = file_store_open(fs, paths[i], &why);
        if (f) {
            read_file(&v, f);
        } else {
            text_addf(out, "%s: %s\n", paths[i], why);
            v.agree = false;
        }
    }
    for (uint32_t i = 0; i < list.len; i++) /* headers may carry expectations too */
        if (list.data[i]->labels[0].place.file)
            read_file(&v, list.data[i]->labels[0].place.file);
    for (uint32_t i = 0; i < list.len; i++)
        meet(&v, list.data[i]);
    for (uint32_t i = 0; i < v.expected.len; i++) {
        const Expectation *e = &v.expected.data[i];
        if (e->met)
            continue;
        text_addf(out, "%s:%u: expected %s, nothing was reported\n", e->file->path, e->line,
                  rule_info(e->rule)->name);
        v.agree = false;
    }
    for (uint32_t i = 0; i < lines.trouble_count; i++) {
        text_addf(out, "corten: error: %s\n", lines.troubles[i]);
        v.agree = false;
    }
    arena_destroy(a);
    return v.agree;
}
