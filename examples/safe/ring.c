/* ring.c - a ring buffer: bytes leave in the order in which they came, and nothing ever moves.
 * SPDX-License-Identifier: MIT
 *
 * Every index is either `head`, which the invariant keeps below the capacity, or the result of
 * `% cap`, which can't be anything else. The sum that is reduced is of two numbers up to RING_MAX,
 * so it does not wrap: that would be a wrong byte, not a wild one, but wrong all the same.
 *
 * Runs of bytes are copied in two pieces: up to the end of the array, and from its start. */
#include "ring.h"

#include <stdlib.h>
#include <string.h>
#pragma corten safe

static size_t min_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

int ring_init(struct ring *__inits __when(return == 0) r, size_t cap)
{
    if (cap == 0 || cap > RING_MAX)
        return -1;
    uint8_t *data = calloc(cap, 1);
    if (data == NULL)
        return -1;
    r->data = data;
    r->cap = cap;
    r->head = 0;
    r->len = 0;
    return 0;
}

void ring_drop(struct ring *__drops r)
{
    free(r->data);
}

size_t ring_room(const struct ring *r)
{
    return r->cap - r->len;
}

/* ---- bytes --------------------------------------------------------------------------------- */

int ring_put(struct ring *r, uint8_t byte)
{
    if (r->len == r->cap)
        return -1;
    r->data[(r->head + r->len) % r->cap] = byte;
    r->len++;
    return 0;
}

int ring_get(struct ring *r, uint8_t *__inits __when(return == 0) byte)
{
    if (r->len == 0)
        return -1;
    *byte = r->data[r->head];
    r->head = (r->head + 1) % r->cap;
    r->len--;
    return 0;
}

/* In a full ring the place of the oldest byte is the place behind the newest. */
void ring_put_over(struct ring *r, uint8_t byte)
{
    r->data[(r->head + r->len) % r->cap] = byte;
    if (r->len < r->cap)
        r->len++;
    else
        r->head = (r->head + 1) % r->cap;
}

int ring_peek(const struct ring *r, size_t n, uint8_t *__inits __when(return == 0) byte)
{
    if (n >= r->len)
        return -1;
    *byte = r->data[(r->head + n) % r->cap];
    return 0;
}

bool ring_find(const struct ring *r, uint8_t byte, size_t *__inits __when(return == true) n)
{
    for (size_t i = 0; i < r->len; i++) {
        if (r->data[(r->head + i) % r->cap] == byte) {
            *n = i;
            return true;
        }
    }
    return false;
}

/* ---- runs ---------------------------------------------------------------------------------- */

size_t ring_write(struct ring *r, const uint8_t *__counted_by(n) from, size_t n)
{
    size_t count = min_of(n, r->cap - r->len);
    size_t tail = (r->head + r->len) % r->cap;
    size_t to_end = r->cap - tail;
    if (count <= to_end) {
        memcpy(r->data + tail, from, count);
    } else {
        memcpy(r->data + tail, from, to_end);
        memcpy(r->data, from + to_end, count - to_end);
    }
    r->len += count;
    return count;
}

size_t ring_read(struct ring *r, uint8_t *__counted_by(n) to, size_t n)
{
    size_t count = min_of(n, r->len);
    size_t to_end = r->cap - r->head;
    if (count <= to_end) {
        memcpy(to, r->data + r->head, count);
    } else {
        memcpy(to, r->data + r->head, to_end);
        memcpy(to + to_end, r->data, count - to_end);
    }
    r->head = (r->head + count) % r->cap;
    r->len -= count;
    return count;
}

size_t ring_skip(struct ring *r, size_t n)
{
    size_t count = min_of(n, r->len);
    r->head = (r->head + count) % r->cap;
    r->len -= count;
    return count;
}

int ring_read_line(struct ring *r, char *__counted_by(size) line, size_t size)
{
    size_t end;
    if (size == 0 || !ring_find(r, '\n', &end))
        return -1;
    size_t kept = 0;
    for (size_t i = 0; i < end; i++) {
        uint8_t byte;
        if (ring_get(r, &byte) != 0)
            break;
        if (kept < size - 1) {
            line[kept] = (char)byte;
            kept++;
        }
    }
    line[kept] = '\0';
    ring_skip(r, 1);
    return 0;
}
