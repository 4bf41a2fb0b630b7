/* view.h - a look at a part of a text that somebody else owns: Rust's &str.
 * SPDX-License-Identifier: MIT
 *
 * A view is a pointer and a count, is passed by value, and is never longer than what it was made
 * from. It borrows: a view of a text, and each view that is cut out of that, must be gone before
 * the text is. With one argument that borrows, the result borrows from that one; nothing has to be
 * written for it.
 *
 * Functions that cut take any number: what is too far is cut to what is there. */
#ifndef SAFE_VIEW_H
#define SAFE_VIEW_H

#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

struct view {
    const char *_Nullable __counted_by(len) at;
    size_t len;
};

struct view view_of(const char *s);
struct view view_of_n(const char *_Nullable __counted_by(n) s, size_t n);

/* The first n bytes; what is behind the first n bytes. */
struct view view_head(struct view v, size_t n);
struct view view_tail(struct view v, size_t n);

/* Without blanks, tabs and line ends at both ends. */
struct view view_trim(struct view v);

/* Where the first c is; the length if there is none. */
size_t view_find(struct view v, char c);

/* What is in front of the first c, which is all if there is none; and what is behind it, which is
 * nothing then. So a text is taken apart:
 *
 *     while (rest.len > 0) {
 *         struct view line = view_before(rest, '\n');
 *         rest = view_after(rest, '\n');
 *         ...
 *     } */
struct view view_before(struct view v, char c);
struct view view_after(struct view v, char c);

bool view_equals(struct view a, struct view b);
bool view_is(struct view v, const char *s);

/* The decimal number that the view is, with nothing else around it. */
bool view_number(struct view v, uint64_t *__inits __when(return == true) number);

/* A string of its own. NULL: no memory. */
char *__own _Nullable __null_terminated view_copy(struct view v);

#endif
