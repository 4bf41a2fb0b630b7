/* regex.h - simple regular expressions, matched in linear time.
 * SPDX-License-Identifier: MIT
 *
 *     c        the character itself, if it is none of these
 *     .        any character
 *     [a-z_]   one of these; [^a-z_] none of these
 *     \c       the character c, whatever it means else; \d \w \s a digit, part of a word, a blank
 *     x* x+ x? the x before it as often as may be, at least once, at most once
 *     ^ $      at the very start, at the very end: where the text starts, and where it ends
 *
 * An expression is a row of atoms, each of which is a set of characters. To match is to know, after
 * each character, at which atoms one can stand: a set of numbers, which is all the state there is.
 * There is no backtracking, so neither an expression nor a text can be chosen to be slow. */
#ifndef SAFE_REGEX_H
#define SAFE_REGEX_H

#include "view.h"
#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

/* One bit for each character. */
struct char_set {
    uint8_t bits[32];
};

struct regex_atom {
    struct char_set set;
    bool may_lack;
    bool may_repeat;
};

struct regex {
    struct regex_atom *__own _Nullable __counted_by(cap) __filled(len) atom;
    size_t len, cap;
    bool at_start, at_end;
} __invariant(len <= cap);

enum regex_error {
    REGEX_OK,
    REGEX_NO_MEMORY,
    REGEX_NOTHING_TO_REPEAT,
    REGEX_OPEN_SET,  /* [ without ] */
    REGEX_BAD_RANGE, /* as in [z-a] */
    REGEX_BACKSLASH  /* at the end */
};

/* With `fold`, letters stand for both cases. */
enum regex_error regex_compile(struct view pattern, bool fold,
                               struct regex *__inits __when(return == REGEX_OK) out);
void regex_drop(struct regex *__drops re);
const char *__static regex_error_text(enum regex_error e);

/* Where one can stand; made once for an expression, and used for any number of texts. Atom number
 * len is the end of the expression. */
struct regex_states {
    bool *__own __counted_by(count) now;
    bool *__own __counted_by(count) then;
    size_t count;
};

int regex_states_init(struct regex_states *__inits __when(return == 0) s, const struct regex *re);
void regex_states_drop(struct regex_states *__drops s);

/* Is there a match anywhere in the text? Traps if the states were made for another length of
 * expression. */
bool regex_matches(const struct regex *re, struct regex_states *s, struct view text);

/* The leftmost match that starts at `from` or behind it, and of those the longest. */
struct regex_match {
    size_t start, end;
};

bool regex_find(const struct regex *re, struct regex_states *s, struct view text, size_t from,
                struct regex_match *__inits __when(return == true) out);

#endif
