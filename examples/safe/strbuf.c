/* strbuf.c - a string builder: pieces of text go in, one string comes out.
 * SPDX-License-Identifier: MIT
 *
 * Everything that is added goes through one door, strbuf_add_n(), and that has one order of work:
 *
 *     size_t end = b->len + n;      where the text will end; cannot wrap, as both are small
 *     if (end > b->cap) grow        before anything is written
 *     copy behind b->len            inside the capacity, as end <= cap
 *     b->len = end                  and only now does the new text count
 *
 * In one function all of this is known, and nothing is left to check at run time. A caller knows
 * only what the contract says, which is the invariant: where it needs to know more, say that there
 * is room after strbuf_reserve(), it has a __checked().
 *
 * The pieces that are added must not lie in the builder itself, as growing may move it. No check
 * is needed for that: a borrow of the builder's text ends with the next call that changes it. */
#include "strbuf.h"

#include <stdlib.h>
#include <string.h>
#pragma corten safe

/* Sums of two sizes up to this don't wrap. */
#define STRBUF_MAX (SIZE_MAX / 4)

void strbuf_init(struct strbuf *__inits b)
{
    b->data = NULL;
    b->len = 0;
    b->cap = 0;
}

void strbuf_drop(struct strbuf *__drops b)
{
    free(b->data);
}

int strbuf_reserve(struct strbuf *b, size_t extra)
{
    if (b->len > STRBUF_MAX || extra > STRBUF_MAX)
        return -1;
    size_t need = b->len + extra;
    if (need <= b->cap)
        return 0;
    char *p = realloc(b->data, need);
    if (p == NULL)
        return -1;
    b->data = p;
    b->cap = need;
    return 0;
}

/* ---- adding ------------------------------------------------------------------------------ */

/* Grows by half of what is needed more than that, so that adding is linear on the whole. */
int strbuf_add_n(struct strbuf *b, const char *__counted_by(n) s, size_t n)
{
    if (n == 0)
        return 0;
    if (b->len > STRBUF_MAX || n > STRBUF_MAX)
        return -1;
    size_t end = b->len + n;
    if (end > b->cap) {
        size_t cap = end + (end / 2 + 16);
        char *p = realloc(b->data, cap);
        if (p == NULL)
            return -1;
        b->data = p;
        b->cap = cap;
    }
    memcpy(b->data + b->len, s, n);
    b->len = end;
    return 0;
}

int strbuf_add_char(struct strbuf *b, char c)
{
    if (b->len == b->cap)
        return strbuf_add_n(b, &c, 1);
    b->data[b->len] = c;
    b->len++;
    return 0;
}

int strbuf_add(struct strbuf *b, const char *s)
{
    return strbuf_add_n(b, s, strlen(s));
}

int strbuf_add_repeated(struct strbuf *b, char c, size_t n)
{
    size_t before = b->len;
    for (size_t i = 0; i < n; i++) {
        if (strbuf_add_char(b, c) != 0) {
            strbuf_truncate(b, before);
            return -1;
        }
    }
    return 0;
}

/* Digits come out last first, so they are put into the buffer from its end. 20 are enough for
 * the largest number of 64 bits. */
int strbuf_add_uint(struct strbuf *b, uint64_t v)
{
    char digits[20] = {0};
    size_t first = sizeof digits;
    do {
        __checked(first > 0);
        first--;
        digits[first] = (char)('0' + v % 10);
        v /= 10;
    } while (v > 0);
    return strbuf_add_n(b, digits + first, sizeof digits - first);
}

/* The most negative number has no positive twin: it is negated as an unsigned one. */
int strbuf_add_int(struct strbuf *b, int64_t v)
{
    if (v >= 0)
        return strbuf_add_uint(b, (uint64_t)v);
    size_t before = b->len;
    if (strbuf_add_char(b, '-') != 0)
        return -1;
    if (strbuf_add_uint(b, 0 - (uint64_t)v) != 0) {
        strbuf_truncate(b, before);
        return -1;
    }
    return 0;
}

int strbuf_add_hex(struct strbuf *b, uint64_t v, unsigned digits)
{
    static const char hex[] = "0123456789abcdef";
    char text[16] = {0};
    if (digits > sizeof text)
        digits = sizeof text;
    for (size_t i = digits; i > 0; i--) {
        text[i - 1] = hex[v % 16];
        v /= 16;
    }
    return strbuf_add_n(b, text, digits);
}

static int add_quoted_byte(struct strbuf *b, char c)
{
    if (c == '"' || c == '\\')
        return strbuf_add_char(b, '\\') != 0 ? -1 : strbuf_add_char(b, c);
    if (c >= ' ' && c <= '~')
        return strbuf_add_char(b, c);
    return strbuf_add(b, "\\x") != 0 ? -1 : strbuf_add_hex(b, (unsigned char)c, 2);
}

int strbuf_add_quoted(struct strbuf *b, const char *__counted_by(n) s, size_t n)
{
    size_t before = b->len;
    if (strbuf_add_char(b, '"') != 0)
        return -1;
    for (size_t i = 0; i < n; i++) {
        if (add_quoted_byte(b, s[i]) != 0) {
            strbuf_truncate(b, before);
            return -1;
        }
    }
    if (strbuf_add_char(b, '"') != 0) {
        strbuf_truncate(b, before);
        return -1;
    }
    return 0;
}

/* ---- changing ---------------------------------------------------------------------------- */

/* First the new bytes go to the end, where they are initialised room; then what they displace
 * and they themselves are turned around, once each and once together. Three reversals are a
 * rotation, and each of them is a loop whose bounds one can see. */
static void reverse(char *__counted_by(n) s, size_t n)
{
    size_t i = 0;
    size_t k = n;
    while (i < k) {
        k--;
        char c = s[i];
        s[i] = s[k];
        s[k] = c;
        i++;
    }
}

int strbuf_insert(struct strbuf *b, size_t at, const char *__counted_by(n) s, size_t n)
{
    size_t old = b->len;
    __checked(at <= old);
    if (n == 0)
        return 0;
    if (strbuf_add_n(b, s, n) != 0)
        return -1;
    __checked(at <= old && old < b->len);
    reverse(b->data + at, old - at);
    reverse(b->data + old, b->len - old);
    reverse(b->data + at, b->len - at);
    return 0;
}

void strbuf_remove(struct strbuf *b, size_t at, size_t n)
{
    if (at >= b->len)
        return;
    if (n >= b->len - at) {
        b->len = at;
        return;
    }
    size_t from = at + n;
    memmove(b->data + at, b->data + from, b->len - from);
    b->len -= n;
}

void strbuf_truncate(struct strbuf *b, size_t n)
{
    if (n < b->len)
        b->len = n;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void strbuf_trim(struct strbuf *b)
{
    while (b->len > 0 && is_blank(b->data[b->len - 1]))
        b->len--;
    size_t first = 0;
    while (first < b->len && is_blank(b->data[first]))
        first++;
    strbuf_remove(b, 0, first);
}

/* ---- asking ------------------------------------------------------------------------------ */

char strbuf_at(const struct strbuf *b, size_t at)
{
    __checked(at < b->len);
    return b->data[at];
}

bool strbuf_starts_with(const struct strbuf *b, const char *s)
{
    for (size_t i = 0; s[i] != '\0'; i++)
        if (i >= b->len || b->data[i] != s[i])
            return false;
    return true;
}

bool strbuf_is(const struct strbuf *b, const char *s)
{
    return strlen(s) == b->len && strbuf_starts_with(b, s);
}

size_t strbuf_find(const struct strbuf *b, char c, size_t from)
{
    for (size_t i = from; i < b->len; i++)
        if (b->data[i] == c)
            return i;
    return b->len;
}

/* ---- out --------------------------------------------------------------------------------- */

/* The terminator stands behind the text, and is not counted: the next piece overwrites it. */
const char *_Nullable strbuf_str(struct strbuf *b)
{
    if (strbuf_reserve(b, 1) != 0)
        return NULL;
    __checked(b->len < b->cap);
    b->data[b->len] = '\0';
    return b->data;
}

char *__own _Nullable __null_terminated strbuf_take(struct strbuf *b)
{
    if (strbuf_reserve(b, 1) != 0)
        return NULL;
    __checked(b->len < b->cap);
    b->data[b->len] = '\0';
    char *s = b->data;
    b->data = NULL;
    b->len = 0;
    b->cap = 0;
    return s;
}
