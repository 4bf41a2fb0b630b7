/* arena.h - memory that is given out in pieces and taken back all at once.
 * SPDX-License-Identifier: MIT
 *
 * What lives in an arena is borrowed from it: a pointer into it is good as long as the arena is,
 * and must not be used after arena_drop(). __lifetimebound says the first, and with it the second;
 * __noinvalidate says that taking another piece leaves the earlier ones where they are. So a tree
 * or a graph can be built of pieces that point to each other, with no owner to keep apart. */
#ifndef SAFE_ARENA_H
#define SAFE_ARENA_H

#include <corten.h>
#include <stddef.h>
#pragma corten safe

/* Chunks are big, pieces small; a piece that is bigger gets a chunk of its own. */
#define ARENA_CHUNK ((size_t)8192)

/* Each piece starts at a multiple of this, which is enough for any type. */
#define ARENA_ALIGN ((size_t)16)

struct arena_chunk {
    struct arena_chunk *__own _Nullable older;
    char *__own __counted_by(cap) bytes;
    size_t used, cap;
} __invariant(used <= cap);

struct arena {
    struct arena_chunk *__own _Nullable newest;
};

void arena_init(struct arena *__inits a);
void arena_drop(struct arena *__drops a);

/* n bytes of 0; NULL: no memory. */
char *_Nullable __counted_by(n) arena_alloc(struct arena *__lifetimebound __noinvalidate a,
                                            size_t n);

/* A copy of n bytes, with a terminator behind them. */
const char *_Nullable arena_copy(struct arena *__lifetimebound __noinvalidate a,
                                 const char *__counted_by(n) s, size_t n);

/* Bytes given out so far, padding included. */
size_t arena_used(const struct arena *a);

#endif
