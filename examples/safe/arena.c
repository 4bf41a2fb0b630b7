/* arena.c - memory that is given out in pieces and taken back all at once.
 * SPDX-License-Identifier: MIT
 *
 * A list of chunks, the newest in front, each with the bytes that are given out from its start.
 * Nothing in a chunk is ever given out twice, and no chunk moves: that is all there is to it. The
 * bytes are calloc's, so that a piece is initialised whatever type it will be read as. */
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#pragma corten safe

#define ARENA_MAX (SIZE_MAX / 4)

void arena_init(struct arena *__inits a)
{
    a->newest = NULL;
}

void arena_drop(struct arena *__drops a)
{
    struct arena_chunk *c = a->newest;
    while (c != NULL) {
        struct arena_chunk *older = c->older;
        free(c->bytes);
        free(c);
        c = older;
    }
}

/* A new chunk in front, of that many bytes. The older ones become its own. */
static int arena_grow(struct arena *__noinvalidate a, size_t cap)
{
    struct arena_chunk *c = malloc(sizeof *c);
    if (c == NULL)
        return -1;
    char *bytes = calloc(cap, 1);
    if (bytes == NULL) {
        free(c);
        return -1;
    }
    c->bytes = bytes;
    c->used = 0;
    c->cap = cap;
    c->older = a->newest;
    a->newest = c;
    return 0;
}

char *_Nullable __counted_by(n)
    arena_alloc(struct arena *__lifetimebound __noinvalidate a, size_t n)
{
    if (n > ARENA_MAX)
        return NULL;
    size_t size = n + (ARENA_ALIGN - n % ARENA_ALIGN) % ARENA_ALIGN;
    struct arena_chunk *c = a->newest;
    if (c == NULL || size > c->cap - c->used) {
        if (arena_grow(a, size > ARENA_CHUNK ? size : ARENA_CHUNK) != 0)
            return NULL;
        c = a->newest;
        __checked(c != NULL && size <= c->cap - c->used);
    }
    char *piece = c->bytes + c->used;
    c->used += size;
    return piece;
}

const char *_Nullable arena_copy(struct arena *__lifetimebound __noinvalidate a,
                                 const char *__counted_by(n) s, size_t n)
{
    if (n > ARENA_MAX - 1)
        return NULL;
    char *copy = arena_alloc(a, n + 1);
    if (copy == NULL)
        return NULL;
    memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}

size_t arena_used(const struct arena *a)
{
    size_t n = 0;
    for (const struct arena_chunk *c = a->newest; c != NULL; c = c->older)
        n += c->used;
    return n;
}
