// A ring of bytes: the safe part of the project. Its inline function counts once.
#ifndef RING_H
#define RING_H
#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#pragma corten safe

struct ring {
    unsigned char bytes[16];
    size_t first, len;
} __invariant(first < 16) __invariant(len <= 16);

static inline bool ring_is_empty(const struct ring *r)
{
    return r->len == 0;
}

static inline bool nobody_mentions_this(void)
{
    return true;
}

bool ring_put(struct ring *r, unsigned char byte);

#endif
