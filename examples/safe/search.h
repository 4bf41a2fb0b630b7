/* search.h - the lines of a text that contain something: what grep does.
 * SPDX-License-Identifier: MIT
 *
 * What is looked for is either a literal text or a regular expression; a pattern is one of the two,
 * and its kind says which. */
#ifndef SAFE_SEARCH_H
#define SAFE_SEARCH_H

#include "regex.h"
#include "strbuf.h"
#include "view.h"
#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#pragma corten safe

/* How far a search for a text may jump, by the last character that was looked at (Horspool). */
struct literal {
    struct view text;
    size_t jump[256];
};

/* The text must live as long as the literal. */
void literal_init(struct literal *__inits l, struct view __captured_by(l) text);

/* Where in `in` the text is first found at `from` or behind it; false: nowhere. */
bool literal_find(const struct literal *l, struct view in, size_t from,
                  size_t *__inits __when(return == true) at);

enum pattern_kind { PATTERN_LITERAL, PATTERN_REGEX };

struct pattern_regex {
    struct regex re;
    struct regex_states states;
};

struct pattern {
    enum pattern_kind kind;
    union {
        struct literal literal __tagged_by(kind, PATTERN_LITERAL);
        struct pattern_regex regex __tagged_by(kind, PATTERN_REGEX);
    } u;
};

void pattern_init_literal(struct pattern *__inits p, struct view __captured_by(p) text);
enum regex_error pattern_init_regex(struct pattern *__inits __when(return == REGEX_OK) p,
                                    struct view text, bool fold);
void pattern_drop(struct pattern *__drops p);
bool pattern_find(struct pattern *p, struct view in, size_t from,
                  struct regex_match *__inits __when(return == true) out);

struct search_options {
    bool invert;     /* lines without a match */
    bool numbers;    /* with the line's number in front */
    bool only_match; /* what matches, each on a line of its own */
    bool count;      /* no lines, only how many */
};

/* Prints what was found, each line with `prefix` in front, and counts the lines in *found. -1: no
 * memory. */
int search_text(struct pattern *p, const struct search_options *o, const char *prefix,
                struct view text, struct strbuf *out, size_t *__inits found);

#endif
