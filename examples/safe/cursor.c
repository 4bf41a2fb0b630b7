/* cursor.c - a place in bytes, and where they end.
 * SPDX-License-Identifier: MIT
 *
 * Every function compares what is wanted with `end - at` first. The comparison is that way round
 * because `at + n` may not even exist, if n comes from the packet. */
#include "cursor.h"

#include <string.h>
#pragma corten safe
#pragma corten forbid(unsafe)

struct cursor cursor_of(const uint8_t *__counted_by(n) bytes, size_t n)
{
    return (struct cursor){bytes, bytes + n, false};
}

size_t cursor_left(const struct cursor *c)
{
    return (size_t)(c->end - c->at);
}

/* What is left is worth nothing if it is less than was wanted. */
static void fail(struct cursor *c)
{
    c->at = c->end;
    c->failed = true;
}

uint8_t take_u8(struct cursor *c)
{
    if (c->end - c->at < 1) {
        fail(c);
        return 0;
    }
    uint8_t v = c->at[0];
    c->at += 1;
    return v;
}

uint16_t take_u16(struct cursor *c)
{
    if (c->end - c->at < 2) {
        fail(c);
        return 0;
    }
    uint16_t v = (uint16_t)(c->at[0] << 8 | c->at[1]);
    c->at += 2;
    return v;
}

uint32_t take_u32(struct cursor *c)
{
    uint32_t high = take_u16(c);
    uint32_t low = take_u16(c);
    return high << 16 | low;
}

void take_bytes(struct cursor *c, uint8_t *__inits __counted_by(n) to, size_t n)
{
    if ((size_t)(c->end - c->at) < n) {
        fail(c);
        memset(to, 0, n);
        return;
    }
    memcpy(to, c->at, n);
    c->at += n;
}

struct cursor __lifetimebound_of(c->at) take(struct cursor *c, size_t n)
{
    if ((size_t)(c->end - c->at) < n) {
        fail(c);
        return *c;
    }
    struct cursor part = {c->at, c->at + n, false};
    c->at += n;
    return part;
}
