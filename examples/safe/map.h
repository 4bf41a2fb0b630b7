/* map.h - a hash map from strings to strings, which owns both.
 * SPDX-License-Identifier: MIT
 *
 * Two arrays, as in Python's dict and Rust's indexmap:
 *
 *     entry   the pairs, without gaps, in the order in which they came
 *     slot    the hash table: for each slot the number of an entry plus one, or 0 if it is free
 *
 *     map_set(m, "b", "2")     entry: [a=1] [b=2]          slot: 0 0 2 0 0 0 1 0 ...
 *
 * So everything that is owned is in one array which is filled up to `len`, like a vector; the table
 * holds only numbers, which own nothing and can at worst be wrong. A number from the table is
 * compared with `len` before it is an index: what is stored can't be proved to be small, but it can
 * be looked at.
 *
 * Functions that can fail return 0, or -1 and have changed nothing that one can see. */
#ifndef SAFE_MAP_H
#define SAFE_MAP_H

#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

struct map_entry {
    char *__own __null_terminated key;
    char *__own __null_terminated value;
    uint64_t hash;
};

struct map {
    struct map_entry *__own _Nullable __counted_by(cap) __filled(len) entry;
    size_t len, cap;
    size_t *__own _Nullable __counted_by(slots) slot;
    size_t slots;
    uint64_t seed;
} __invariant(len <= cap);

/* Keys that a stranger may choose want a seed that he can't guess, lest he choose keys of one
 * slot. */
void map_init(struct map *__inits m, uint64_t seed);
void map_drop(struct map *__drops m);

/* Copies both. The value of a key that is there already is replaced. */
int map_set(struct map *m, const char *key, const char *value);

/* The value is the map's, and good until the map is changed. NULL: there is no such key. */
const char *_Nullable map_get(const struct map *__lifetimebound m, const char *key);
bool map_has(const struct map *m, const char *key);

/* False: there is no such key. The last entry takes the place of the one that goes. */
bool map_remove(struct map *m, const char *key);
void map_clear(struct map *m);

/* The entries by number, 0 to m->len - 1. Traps beyond that. */
const struct map_entry *map_at(const struct map *m, size_t n);

#endif
