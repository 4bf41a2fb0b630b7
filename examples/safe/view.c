/* view.c - a look at a part of a text that somebody else owns.
 * SPDX-License-Identifier: MIT
 *
 * All cutting is done by view_head() and view_tail(), which compare with the length. Everything
 * else is made of those two and of loops up to the length. */
#include "view.h"

#include <stdlib.h>
#include <string.h>
#pragma corten safe

struct view view_of(const char *s)
{
    return (struct view){s, strlen(s)};
}

struct view view_of_n(const char *_Nullable __counted_by(n) s, size_t n)
{
    return (struct view){s, n};
}

struct view view_head(struct view v, size_t n)
{
    if (n >= v.len)
        return v;
    return (struct view){v.at, n};
}

/* Nothing is added to a null pointer: a view that has one is empty, and returned as it is. */
struct view view_tail(struct view v, size_t n)
{
    if (v.len == 0)
        return v;
    if (n > v.len)
        n = v.len;
    return (struct view){v.at + n, v.len - n};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct view view_trim(struct view v)
{
    size_t first = 0;
    while (first < v.len && is_blank(v.at[first]))
        first++;
    size_t end = v.len;
    while (end > first && is_blank(v.at[end - 1]))
        end--;
    return view_tail(view_head(v, end), first);
}

size_t view_find(struct view v, char c)
{
    for (size_t i = 0; i < v.len; i++)
        if (v.at[i] == c)
            return i;
    return v.len;
}

struct view view_before(struct view v, char c)
{
    return view_head(v, view_find(v, c));
}

struct view view_after(struct view v, char c)
{
    size_t i = view_find(v, c);
    return view_tail(view_tail(v, i), 1);
}

bool view_equals(struct view a, struct view b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool view_is(struct view v, const char *s)
{
    return view_equals(v, view_of(s));
}

bool view_number(struct view v, uint64_t *__inits __when(return == true) number)
{
    uint64_t sum = 0;
    if (v.len == 0)
        return false;
    for (size_t i = 0; i < v.len; i++) {
        if (v.at[i] < '0' || v.at[i] > '9')
            return false;
        uint64_t digit = (uint64_t)(v.at[i] - '0');
        if (sum > (UINT64_MAX - digit) / 10)
            return false;
        sum = sum * 10 + digit;
    }
    *number = sum;
    return true;
}

char *__own _Nullable __null_terminated view_copy(struct view v)
{
    if (v.len > SIZE_MAX / 2)
        return NULL;
    char *copy = malloc(v.len + 1);
    if (copy == NULL)
        return NULL;
    if (v.len > 0)
        memcpy(copy, v.at, v.len);
    copy[v.len] = '\0';
    return copy;
}
