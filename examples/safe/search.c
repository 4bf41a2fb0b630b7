/* search.c - the lines of a text that contain something: what grep does.
 * SPDX-License-Identifier: MIT
 *
 * The literal search is Horspool's: it compares from the end, and when that fails it moves on by as
 * much as the text's last character under the pattern allows. A table of 256 jumps, indexed by an
 * unsigned char, needs no check; the jumps themselves are numbers from a table, so each is compared
 * with what is left before it is taken. */
#include "search.h"

#include <string.h>
#pragma corten safe

/* ---- literal texts ------------------------------------------------------------------------- */

void literal_init(struct literal *__inits l, struct view __captured_by(l) text)
{
    *l = (struct literal){.text = text};
    for (size_t i = 0; i < 256; i++)
        l->jump[i] = text.len > 0 ? text.len : 1;
    for (size_t i = 0; i + 1 < text.len; i++)
        l->jump[(unsigned char)text.at[i]] = text.len - 1 - i;
}

bool literal_find(const struct literal *l, struct view in, size_t from,
                  size_t *__inits __when(return == true) at)
{
    size_t n = l->text.len;
    if (from > in.len || n > in.len - from)
        return false;
    if (n == 0) {
        *at = from;
        return true;
    }
    size_t last = from + (n - 1);
    while (last < in.len) {
        size_t start = last - (n - 1);
        if (view_equals(view_head(view_tail(in, start), n), l->text)) {
            *at = start;
            return true;
        }
        size_t jump = l->jump[(unsigned char)in.at[last]];
        if (jump > in.len - last)
            return false;
        last += jump;
    }
    return false;
}

/* ---- patterns ------------------------------------------------------------------------------ */

void pattern_init_literal(struct pattern *__inits p, struct view __captured_by(p) text)
{
    p->kind = PATTERN_LITERAL;
    literal_init(&p->u.literal, text);
}

enum regex_error pattern_init_regex(struct pattern *__inits __when(return == REGEX_OK) p,
                                    struct view text, bool fold)
{
    struct pattern_regex r;
    enum regex_error e = regex_compile(text, fold, &r.re);
    if (e != REGEX_OK)
        return e;
    if (regex_states_init(&r.states, &r.re) != 0) {
        regex_drop(&r.re);
        return REGEX_NO_MEMORY;
    }
    p->kind = PATTERN_REGEX;
    p->u.regex = r;
    return REGEX_OK;
}

void pattern_drop(struct pattern *__drops p)
{
    if (p->kind == PATTERN_REGEX) {
        regex_states_drop(&p->u.regex.states);
        regex_drop(&p->u.regex.re);
    }
}

bool pattern_find(struct pattern *p, struct view in, size_t from,
                  struct regex_match *__inits __when(return == true) out)
{
    size_t at;
    switch (p->kind) {
    case PATTERN_REGEX: return regex_find(&p->u.regex.re, &p->u.regex.states, in, from, out);
    case PATTERN_LITERAL:
        if (!literal_find(&p->u.literal, in, from, &at))
            return false;
        out->start = at;
        out->end = at + p->u.literal.text.len;
        return true;
    }
    return false;
}

/* For yes or no there is a quicker way to ask a regular expression. */
static bool pattern_matches(struct pattern *p, struct view in)
{
    size_t at;
    switch (p->kind) {
    case PATTERN_REGEX: return regex_matches(&p->u.regex.re, &p->u.regex.states, in);
    case PATTERN_LITERAL: return literal_find(&p->u.literal, in, 0, &at);
    }
    return false;
}

/* ---- lines --------------------------------------------------------------------------------- */

static int print_line(const struct search_options *o, const char *prefix, size_t number,
                      struct view line, struct strbuf *out)
{
    if (strbuf_add(out, prefix) != 0)
        return -1;
    if (o->numbers && (strbuf_add_uint(out, number) != 0 || strbuf_add_char(out, ':') != 0))
        return -1;
    if (line.len > 0 && strbuf_add_n(out, line.at, line.len) != 0)
        return -1;
    return strbuf_add_char(out, '\n');
}

/* An empty match is not shown, and the next one is looked for one further. */
static int print_matches(struct pattern *p, const struct search_options *o, const char *prefix,
                         size_t number, struct view line, struct strbuf *out)
{
    size_t from = 0;
    struct regex_match m;
    while (from <= line.len && pattern_find(p, line, from, &m)) {
        if (m.end <= m.start) {
            from = m.start + 1;
            continue;
        }
        struct view match = view_head(view_tail(line, m.start), m.end - m.start);
        if (print_line(o, prefix, number, match, out) != 0)
            return -1;
        from = m.end;
    }
    return 0;
}

int search_text(struct pattern *p, const struct search_options *o, const char *prefix,
                struct view text, struct strbuf *out, size_t *__inits found)
{
    size_t number = 0;
    struct view rest = text;
    *found = 0;
    while (rest.len > 0) {
        struct view line = view_before(rest, '\n');
        rest = view_after(rest, '\n');
        number++;
        if (pattern_matches(p, line) == o->invert)
            continue;
        ++*found;
        int failed = 0;
        if (o->only_match && !o->invert && !o->count)
            failed = print_matches(p, o, prefix, number, line, out);
        else if (!o->count)
            failed = print_line(o, prefix, number, line, out);
        if (failed != 0)
            return -1;
    }
    if (o->count) {
        if (strbuf_add(out, prefix) != 0 || strbuf_add_uint(out, *found) != 0)
            return -1;
        return strbuf_add_char(out, '\n');
    }
    return 0;
}
