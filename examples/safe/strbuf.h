/* strbuf.h - a string builder: pieces of text go in, one string comes out.
 * SPDX-License-Identifier: MIT
 *
 *     struct strbuf b;
 *     strbuf_init(&b);
 *     if (strbuf_add(&b, "answer: ") == 0 && strbuf_add_uint(&b, 42) == 0)
 *         s = strbuf_take(&b);           // the caller owns s; b is empty again
 *     strbuf_drop(&b);
 *
 * The text is counted, and may contain NUL bytes. There is no terminator behind it until one is
 * asked for: strbuf_str() and strbuf_take() put it there, and only their results are strings.
 *
 * Functions that can fail return 0, or -1 and have changed nothing that one can see. */
#ifndef SAFE_STRBUF_H
#define SAFE_STRBUF_H

#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

struct strbuf {
    char *__own _Nullable __counted_by(cap) __filled(len) data;
    size_t len, cap;
} __invariant(len <= cap);

void strbuf_init(struct strbuf *__inits b);
void strbuf_drop(struct strbuf *__drops b);

/* Room for `extra` more bytes. */
int strbuf_reserve(struct strbuf *b, size_t extra);

int strbuf_add_char(struct strbuf *b, char c);
int strbuf_add_n(struct strbuf *b, const char *__counted_by(n) s, size_t n);
int strbuf_add(struct strbuf *b, const char *s);
int strbuf_add_repeated(struct strbuf *b, char c, size_t n);
int strbuf_add_uint(struct strbuf *b, uint64_t v);
int strbuf_add_int(struct strbuf *b, int64_t v);
int strbuf_add_hex(struct strbuf *b, uint64_t v, unsigned digits);

/* In double quotes, with a backslash before quotes and backslashes, and \xHH for what can't be
 * printed. */
int strbuf_add_quoted(struct strbuf *b, const char *__counted_by(n) s, size_t n);

/* In front of byte `at`; traps if `at` is beyond the end. */
int strbuf_insert(struct strbuf *b, size_t at, const char *__counted_by(n) s, size_t n);

/* Removes `n` bytes from `at` on, or as many as there are. */
void strbuf_remove(struct strbuf *b, size_t at, size_t n);
void strbuf_truncate(struct strbuf *b, size_t n);

/* Blanks, tabs and line ends at both ends go. */
void strbuf_trim(struct strbuf *b);

/* Traps unless `at` is below the length. */
char strbuf_at(const struct strbuf *b, size_t at);
bool strbuf_is(const struct strbuf *b, const char *s);
bool strbuf_starts_with(const struct strbuf *b, const char *s);

/* The first `c` at `from` or behind it; the length if there is none. */
size_t strbuf_find(const struct strbuf *b, char c, size_t from);

/* The text as a string, which stays the builder's and is good until it is changed. NULL: no
 * memory for the terminator. A NUL byte in the text ends the string early. */
const char *_Nullable strbuf_str(struct strbuf *b);

/* The text moves out as a string for the caller to free(), and the builder is empty. NULL: no
 * memory for the terminator, and nothing has changed. */
char *__own _Nullable __null_terminated strbuf_take(struct strbuf *b);

#endif
