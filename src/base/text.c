/* base/text.c - a builder for text.
 *
 * In: pieces. Out: one NUL-terminated text in an arena. `data` is a C string after every call,
 * so a builder can be handed to printf at any time.
 *
 *     Text t;
 *     text_init(&t, arena);
 *     text_addf(&t, "%u of ", n);
 *     text_add_u128(&t, total);        // t.data: "3 of 12" */
#include "base/base.h"

#include <stdio.h>

void text_init(Text *t, Arena *a)
{
    *t = (Text){.arena = a, .data = arena_alloc(a, 64), .cap = 64};
}

/* Makes room for n more bytes and the NUL. */
static void text_reserve(Text *t, size_t n)
{
    if (n < t->cap - t->len)
        return;
    if (n > SIZE_MAX / 4 - t->len)
        BUG(t->arena, "text of more than %zu bytes", SIZE_MAX / 4);
    size_t cap = t->cap * 2;
    while (n >= cap - t->len)
        cap *= 2;
    t->data = arena_grow(t->arena, t->data, t->cap, cap);
    t->cap = cap;
}

void text_add_n(Text *t, const char *s, size_t n)
{
    if (!n)
        return;
    text_reserve(t, n);
    memcpy(t->data + t->len, s, n);
    t->len += n;
    t->data[t->len] = '\0';
}

void text_add(Text *t, const char *s)
{
    text_add_n(t, s, strlen(s));
}

void text_add_char(Text *t, char c)
{
    text_reserve(t, 1);
    t->data[t->len++] = c;
    t->data[t->len] = '\0';
}

void text_fill(Text *t, char c, size_t n)
{
    text_reserve(t, n);
    memset(t->data + t->len, c, n);
    t->len += n;
    t->data[t->len] = '\0';
}

void text_vaddf(Text *t, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(t->data + t->len, t->cap - t->len, fmt, ap);
    if (n < 0) {
        va_end(again);
        BUG(t->arena, "cannot format \"%s\"", fmt);
    }
    if ((size_t)n >= t->cap - t->len) {
        text_reserve(t, (size_t)n);
        vsnprintf(t->data + t->len, t->cap - t->len, fmt, again);
    }
    va_end(again);
    t->len += (size_t)n;
}

void text_addf(Text *t, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    text_vaddf(t, fmt, ap);
    va_end(ap);
}

void text_add_u128(Text *t, u128 v)
{
    char digits[40]; /* 2^128 has 39 digits */
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + (int)(v % 10));
    while (v /= 10);
    text_add_n(t, digits + at, sizeof digits - at);
}

void text_add_i128(Text *t, i128 v)
{
    if (v < 0)
        text_add_char(t, '-');
    /* The negation is done unsigned: the smallest number has no positive twin. */
    text_add_u128(t, v < 0 ? -(u128)v : (u128)v);
}
