/* cursor.h - a place in bytes, and where they end: for reading what a stranger has sent.
 * SPDX-License-Identifier: MIT
 *
 * A cursor only ever goes forward, and never beyond its end. Who reads more than there is gets
 * zeros, and the cursor remembers that: so a header is read field by field, and `failed` is asked
 * for once, behind the last one.
 *
 *     struct cursor c = cursor_of(bytes, n);
 *     uint16_t from = take_u16(&c), to = take_u16(&c);
 *     if (c.failed)
 *         return PACKET_SHORT;
 *
 * Numbers are in network order, the high byte first. */
#ifndef SAFE_CURSOR_H
#define SAFE_CURSOR_H

#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

struct cursor {
    const uint8_t *__ended_by(end) at;
    const uint8_t *end;
    bool failed;
};

struct cursor cursor_of(const uint8_t *__counted_by(n) bytes, size_t n);
size_t cursor_left(const struct cursor *c);

uint8_t take_u8(struct cursor *c);
uint16_t take_u16(struct cursor *c);
uint32_t take_u32(struct cursor *c);
void take_bytes(struct cursor *c, uint8_t *__inits __counted_by(n) to, size_t n);

/* The next n bytes as a cursor of their own, which looks at the same bytes: it may outlive this
 * cursor, but not them. It has failed, and is empty, if there are not so many. */
struct cursor __lifetimebound_of(c->at) take(struct cursor *c, size_t n);

#endif
