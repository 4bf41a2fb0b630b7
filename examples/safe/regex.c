/* regex.c - simple regular expressions, matched in linear time.
 * SPDX-License-Identifier: MIT
 *
 * An example: ab*c has three atoms, of which the second may lack and may repeat. On "abbc":
 *
 *     before         {0}        only the first atom is possible
 *     after a        {1, 2}     a `b`, or, as that may lack, a `c`
 *     after b        {1, 2}     the `b` repeats
 *     after b        {1, 2}
 *     after c        {3}        3 is the number of atoms: a match
 *
 * The sets are arrays of bool, one longer than the expression. What relates their length to the
 * expression's is not in one struct, so it is checked where the two meet, once for each text. */
#include "regex.h"

#include <stdlib.h>
#include <string.h>
#pragma corten safe

#define REGEX_MAX (SIZE_MAX / sizeof(struct regex_atom) / 4)

/* ---- sets of characters -------------------------------------------------------------------- */

static void set_add(struct char_set *set, unsigned char c)
{
    set->bits[c / 8] |= (uint8_t)(1u << c % 8);
}

static bool set_has(const struct char_set *set, unsigned char c)
{
    return (set->bits[c / 8] >> c % 8 & 1) != 0;
}

static void set_add_range(struct char_set *set, unsigned char from, unsigned char to)
{
    for (unsigned c = from; c <= to; c++)
        set_add(set, (unsigned char)c);
}

static void set_add_all(struct char_set *set)
{
    for (size_t i = 0; i < sizeof set->bits; i++)
        set->bits[i] = 0xff;
}

static void set_invert(struct char_set *set)
{
    for (size_t i = 0; i < sizeof set->bits; i++)
        set->bits[i] = (uint8_t)~set->bits[i];
}

/* For each letter in the set its other case, too. */
static void set_fold(struct char_set *set)
{
    for (unsigned char c = 'a'; c <= 'z'; c++) {
        unsigned char upper = (unsigned char)(c - 'a' + 'A');
        if (set_has(set, c))
            set_add(set, upper);
        else if (set_has(set, upper))
            set_add(set, c);
    }
}

/* What the character behind a backslash stands for. */
static void set_add_escape(struct char_set *set, unsigned char c)
{
    switch (c) {
    case 'd': set_add_range(set, '0', '9'); break;
    case 's':
        set_add_range(set, '\t', '\r');
        set_add(set, ' ');
        break;
    case 'w':
        set_add_range(set, '0', '9');
        set_add_range(set, 'A', 'Z');
        set_add_range(set, 'a', 'z');
        set_add(set, '_');
        break;
    case 'n': set_add(set, '\n'); break;
    case 't': set_add(set, '\t'); break;
    default: set_add(set, c); break;
    }
}

/* ---- compiling ----------------------------------------------------------------------------- */

/* A view that gets shorter from the front is all the parser that is needed. */
static int peek(const struct view *v)
{
    return v->len > 0 ? (unsigned char)v->at[0] : -1;
}

static int take(struct view *v)
{
    int c = peek(v);
    *v = view_tail(*v, 1);
    return c;
}

/* Behind "[". A "]" that comes first is itself, and so is a "-" that comes first or last. */
static enum regex_error parse_set(struct view *rest, struct char_set *set)
{
    bool inverted = peek(rest) == '^';
    bool first = true;
    if (inverted)
        take(rest);
    for (;;) {
        int c = take(rest);
        if (c < 0)
            return REGEX_OPEN_SET;
        if (c == ']' && !first)
            break;
        first = false;
        if (c == '\\') {
            c = take(rest);
            if (c < 0)
                return REGEX_BACKSLASH;
            set_add_escape(set, (unsigned char)c);
            continue;
        }
        int to = c;
        if (rest->len >= 2 && rest->at[0] == '-' && rest->at[1] != ']') {
            take(rest);
            to = take(rest);
        }
        if (to < c)
            return REGEX_BAD_RANGE;
        set_add_range(set, (unsigned char)c, (unsigned char)to);
    }
    if (inverted)
        set_invert(set);
    return REGEX_OK;
}

/* One character and what it means. */
static enum regex_error parse_one(struct view *rest, struct char_set *set)
{
    int c = take(rest);
    switch (c) {
    case '*':
    case '+':
    case '?': return REGEX_NOTHING_TO_REPEAT;
    case '.': set_add_all(set); return REGEX_OK;
    case '[': return parse_set(rest, set);
    case '\\':
        c = take(rest);
        if (c < 0)
            return REGEX_BACKSLASH;
        set_add_escape(set, (unsigned char)c);
        return REGEX_OK;
    default: set_add(set, (unsigned char)c); return REGEX_OK;
    }
}

static enum regex_error parse_atom(struct view *rest, bool fold,
                                   struct regex_atom *__inits __when(return == REGEX_OK) out)
{
    struct regex_atom a = {{{0}}, false, false};
    enum regex_error e = parse_one(rest, &a.set);
    if (e != REGEX_OK)
        return e;
    if (fold)
        set_fold(&a.set);
    int c = peek(rest);
    if (c == '*' || c == '+' || c == '?') {
        take(rest);
        a.may_lack = c != '+';
        a.may_repeat = c != '?';
    }
    *out = a;
    return REGEX_OK;
}

static enum regex_error add_atom(struct regex *re, const struct regex_atom *a)
{
    if (re->len == re->cap) {
        if (re->cap > REGEX_MAX)
            return REGEX_NO_MEMORY;
        size_t cap = re->cap + (re->cap / 2 + 8);
        struct regex_atom *p = realloc(re->atom, cap * sizeof *p);
        if (p == NULL)
            return REGEX_NO_MEMORY;
        re->atom = p;
        re->cap = cap;
    }
    re->atom[re->len] = *a;
    re->len++;
    return REGEX_OK;
}

enum regex_error regex_compile(struct view pattern, bool fold,
                               struct regex *__inits __when(return == REGEX_OK) out)
{
    struct regex re = {NULL, 0, 0, false, false};
    struct view rest = pattern;
    enum regex_error e = REGEX_OK;
    if (peek(&rest) == '^') {
        take(&rest);
        re.at_start = true;
    }
    while (e == REGEX_OK && rest.len > 0) {
        if (rest.len == 1 && peek(&rest) == '$') {
            take(&rest);
            re.at_end = true;
        } else {
            struct regex_atom a;
            e = parse_atom(&rest, fold, &a);
            if (e == REGEX_OK)
                e = add_atom(&re, &a);
        }
    }
    if (e != REGEX_OK) {
        regex_drop(&re);
        return e;
    }
    *out = re;
    return REGEX_OK;
}

void regex_drop(struct regex *__drops re)
{
    free(re->atom);
}

const char *__static regex_error_text(enum regex_error e)
{
    switch (e) {
    case REGEX_OK: return "no error";
    case REGEX_NO_MEMORY: return "out of memory";
    case REGEX_NOTHING_TO_REPEAT: return "nothing stands before *, + or ?";
    case REGEX_OPEN_SET: return "[ without ]";
    case REGEX_BAD_RANGE: return "a range that ends before it starts";
    case REGEX_BACKSLASH: return "nothing stands behind the backslash";
    }
    return "unknown error";
}

/* ---- sets of states ------------------------------------------------------------------------ */

int regex_states_init(struct regex_states *__inits __when(return == 0) s, const struct regex *re)
{
    if (re->len >= REGEX_MAX)
        return -1;
    size_t count = re->len + 1;
    bool *now = calloc(count, sizeof *now);
    bool *then = calloc(count, sizeof *then);
    if (now == NULL || then == NULL) {
        free(now);
        free(then);
        return -1;
    }
    s->now = now;
    s->then = then;
    s->count = count;
    return 0;
}

void regex_states_drop(struct regex_states *__drops s)
{
    free(s->now);
    free(s->then);
}

static void clear(bool *__counted_by(n) set, size_t n)
{
    for (size_t i = 0; i < n; i++)
        set[i] = false;
}

/* Who can stand at atom i can stand behind it as well, if it may lack, and so on. */
static void enter(const struct regex *re, bool *__counted_by(n) set, size_t n, size_t i)
{
    while (i < n) {
        set[i] = true;
        if (i >= re->len || !re->atom[i].may_lack)
            return;
        i++;
    }
}

/* From all states of `now` over one character to those of `then`; returns whether there is any. */
static bool advance(const struct regex *re, const bool *__counted_by(n) now,
                    bool *__counted_by(n) then, size_t n, unsigned char c)
{
    bool any = false;
    clear(then, n);
    for (size_t i = 0; i < re->len && i < n; i++) {
        if (!now[i] || !set_has(&re->atom[i].set, c))
            continue;
        enter(re, then, n, i + 1);
        if (re->atom[i].may_repeat)
            enter(re, then, n, i);
        any = true;
    }
    return any;
}

static void swap_sets(struct regex_states *s)
{
    bool *t = s->now;
    s->now = s->then;
    s->then = t;
}

/* ---- matching ------------------------------------------------------------------------------ */

/* A match may start anywhere, so the first atom is entered again before each character. */
bool regex_matches(const struct regex *re, struct regex_states *s, struct view text)
{
    size_t end = re->len;
    clear(s->now, s->count);
    for (size_t i = 0;; i++) {
        if (i == 0 || !re->at_start)
            enter(re, s->now, s->count, 0);
        __checked(end < s->count);
        if (s->now[end] && (!re->at_end || i == text.len))
            return true;
        if (i >= text.len)
            return false;
        advance(re, s->now, s->then, s->count, (unsigned char)text.at[i]);
        swap_sets(s);
    }
}

/* The longest match that starts right here. */
static bool match_here(const struct regex *re, struct regex_states *s, struct view text,
                       size_t start, size_t *__inits __when(return == true) end)
{
    bool found = false;
    size_t longest = 0;
    bool alive = true;
    clear(s->now, s->count);
    enter(re, s->now, s->count, 0);
    for (size_t i = start; alive; i++) {
        __checked(re->len < s->count);
        if (s->now[re->len] && (!re->at_end || i == text.len)) {
            found = true;
            longest = i;
        }
        if (i >= text.len)
            break;
        alive = advance(re, s->now, s->then, s->count, (unsigned char)text.at[i]);
        swap_sets(s);
    }
    if (!found)
        return false;
    *end = longest;
    return true;
}

bool regex_find(const struct regex *re, struct regex_states *s, struct view text, size_t from,
                struct regex_match *__inits __when(return == true) out)
{
    for (size_t start = from; start <= text.len; start++) {
        size_t end;
        if (re->at_start && start > 0)
            return false;
        if (match_here(re, s, text, start, &end)) {
            out->start = start;
            out->end = end;
            return true;
        }
    }
    return false;
}
