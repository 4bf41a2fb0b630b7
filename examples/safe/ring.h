/* ring.h - a ring buffer: bytes leave in the order in which they came, and nothing ever moves.
 * SPDX-License-Identifier: MIT
 *
 *     data   [ f g h . . a b c d e ]      cap 10, head 5, len 8
 *                        ^head
 *
 * The oldest byte is at `head`; the newest is `len - 1` further, around the end if need be. The
 * invariant says all that an index needs: head is inside, and what is reduced by `% cap` is. */
#ifndef SAFE_RING_H
#define SAFE_RING_H

#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

#define RING_MAX (SIZE_MAX / 4)

struct ring {
    uint8_t *__own __counted_by(cap) data;
    size_t cap, head, len;
} __invariant(0 < cap && cap <= RING_MAX && head < cap && len <= cap);

/* -1: no memory, or a capacity of 0 or more than RING_MAX. */
int ring_init(struct ring *__inits __when(return == 0) r, size_t cap);
void ring_drop(struct ring *__drops r);

size_t ring_room(const struct ring *r);

/* One byte; -1: the ring is full, or empty. */
int ring_put(struct ring *r, uint8_t byte);
int ring_get(struct ring *r, uint8_t *__inits __when(return == 0) byte);

/* One byte, in the place of the oldest if the ring is full. */
void ring_put_over(struct ring *r, uint8_t byte);

/* The byte that is `n` behind the oldest; -1: there are not so many. */
int ring_peek(const struct ring *r, size_t n, uint8_t *__inits __when(return == 0) byte);

/* As many as fit, or as there are, but no more than n: how many that were is returned. */
size_t ring_write(struct ring *r, const uint8_t *__counted_by(n) from, size_t n);
size_t ring_read(struct ring *r, uint8_t *__counted_by(n) to, size_t n);
size_t ring_skip(struct ring *r, size_t n);

/* How far behind the oldest the first such byte is; false: nowhere. */
bool ring_find(const struct ring *r, uint8_t byte, size_t *__inits __when(return == true) n);

/* Takes one line off the ring: up to the next newline, which is replaced by a terminator. A line
 * that is longer than `size` - 1 is cut. -1: there is no whole line yet, or size is 0. */
int ring_read_line(struct ring *r, char *__counted_by(size) line, size_t size);

#endif
