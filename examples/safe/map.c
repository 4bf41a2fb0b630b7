/* map.c - a hash map from strings to strings, which owns both.
 * SPDX-License-Identifier: MIT
 *
 * The table is searched by linear probing: from the slot that the hash names upwards, and around,
 * until the entry is found or a free slot says that there is none. At least a quarter of the slots
 * is free. There are no tombstones: when an entry goes, those behind it that could have stood in
 * its slot move up (close_gap()).
 *
 * "Not found" is a number that is no entry's: find() returns the length. A caller has to compare
 * with the length anyway before it may use the number, and so cannot forget the case. */
#define _POSIX_C_SOURCE 200809L /* strdup */
#include "map.h"

#include <stdlib.h>
#include <string.h>
#pragma corten safe

/* Neither sizes in bytes nor numbers of slots can wrap up to this many entries. */
#define MAP_MAX (SIZE_MAX / sizeof(struct map_entry) / 4)

/* ---- entries ------------------------------------------------------------------------------- */

static int entry_init(struct map_entry *__inits __when(return == 0) e, const char *key,
                      const char *value, uint64_t hash)
{
    char *k = strdup(key);
    if (k == NULL)
        return -1;
    char *v = strdup(value);
    if (v == NULL) {
        free(k);
        return -1;
    }
    e->key = k;
    e->value = v;
    e->hash = hash;
    return 0;
}

static void entry_drop(struct map_entry *__drops e)
{
    free(e->key);
    free(e->value);
}

static void entry_swap(struct map_entry *a, struct map_entry *b)
{
    struct map_entry t = *a;
    *a = *b;
    *b = t;
}

/* FNV-1a. A product of unsigned numbers wraps, as is wanted here. */
static uint64_t hash_of(const struct map *m, const char *key)
{
    uint64_t h = 14695981039346656037u ^ m->seed;
    for (size_t i = 0; key[i] != '\0'; i++)
        h = (h ^ (unsigned char)key[i]) * 1099511628211u;
    return h ^ (h >> 32);
}

/* ---- the table ----------------------------------------------------------------------------- */

/* The number of the entry of that key, or the length if there is none. */
static size_t find(const struct map *m, const char *key, uint64_t hash)
{
    if (m->slots == 0)
        return m->len;
    size_t i = (size_t)(hash % m->slots);
    for (size_t tried = 0; tried < m->slots; tried++) {
        size_t n = m->slot[i];
        if (n == 0)
            break;
        __checked(n <= m->len);
        const struct map_entry *e = &m->entry[n - 1];
        if (e->hash == hash && strcmp(e->key, key) == 0)
            return n - 1;
        i = i + 1 < m->slots ? i + 1 : 0;
    }
    return m->len;
}

/* The first slot from the hash's on that holds `what`, which is known to be there. */
static size_t slot_holding(const struct map *m, uint64_t hash, size_t what)
{
    __checked(m->slots > 0);
    size_t i = (size_t)(hash % m->slots);
    while (m->slot[i] != what)
        i = i + 1 < m->slots ? i + 1 : 0;
    return i;
}

/* Writes entry `n` into the table. */
static void place(struct map *m, uint64_t hash, size_t n)
{
    size_t i = slot_holding(m, hash, 0);
    __checked(i < m->slots);
    m->slot[i] = n + 1;
}

/* Is `home` in the stretch behind `gap` up to and including `at`, which may go around the end? */
static bool is_between(size_t gap, size_t home, size_t at)
{
    if (gap < at)
        return gap < home && home <= at;
    return gap < home || home <= at;
}

/* Frees the slot `gap`. An entry further on whose search would come by the gap moves into it, and
 * leaves a gap itself. */
static void close_gap(struct map *m, size_t gap)
{
    __checked(gap < m->slots);
    size_t at = gap;
    for (size_t tried = 1; tried < m->slots; tried++) {
        at = at + 1 < m->slots ? at + 1 : 0;
        size_t n = m->slot[at];
        if (n == 0)
            break;
        __checked(n <= m->len);
        size_t home = (size_t)(m->entry[n - 1].hash % m->slots);
        if (!is_between(gap, home, at)) {
            m->slot[gap] = n;
            gap = at;
        }
    }
    m->slot[gap] = 0;
}

/* ---- room ---------------------------------------------------------------------------------- */

/* Room for one more entry. The length is looked at first: it is what everything else is sized
 * by. */
static int grow_entries(struct map *m)
{
    if (m->len < m->cap)
        return 0;
    if (m->cap > MAP_MAX)
        return -1;
    size_t cap = m->cap + (m->cap / 2 + 8);
    struct map_entry *p = realloc(m->entry, cap * sizeof *p);
    if (p == NULL)
        return -1;
    m->entry = p;
    m->cap = cap;
    return 0;
}

/* A free slot for one more entry, with a quarter of all slots to spare. */
static int grow_slots(struct map *m)
{
    if (m->len < m->slots / 4 * 3)
        return 0;
    if (m->slots > MAP_MAX)
        return -1;
    size_t slots = m->slots == 0 ? 16 : 2 * m->slots;
    size_t *table = calloc(slots, sizeof *table);
    if (table == NULL)
        return -1;
    free(m->slot);
    m->slot = table;
    m->slots = slots;
    for (size_t n = 0; n < m->len; n++)
        place(m, m->entry[n].hash, n);
    return 0;
}

/* ---- what callers see ---------------------------------------------------------------------- */

void map_init(struct map *__inits m, uint64_t seed)
{
    m->entry = NULL;
    m->len = 0;
    m->cap = 0;
    m->slot = NULL;
    m->slots = 0;
    m->seed = seed;
}

void map_drop(struct map *__drops m)
{
    while (m->len > 0) {
        m->len--;
        entry_drop(&m->entry[m->len]);
    }
    free(m->entry);
    free(m->slot);
}

void map_clear(struct map *m)
{
    while (m->len > 0) {
        m->len--;
        entry_drop(&m->entry[m->len]);
    }
    for (size_t i = 0; i < m->slots; i++)
        m->slot[i] = 0;
}

int map_set(struct map *m, const char *key, const char *value)
{
    uint64_t hash = hash_of(m, key);
    size_t n = find(m, key, hash);
    if (n < m->len) {
        char *copy = strdup(value);
        if (copy == NULL)
            return -1;
        free(m->entry[n].value);
        m->entry[n].value = copy;
        return 0;
    }
    if (grow_entries(m) != 0 || grow_slots(m) != 0)
        return -1;
    struct map_entry e;
    if (entry_init(&e, key, value, hash) != 0)
        return -1;
    __checked(m->len < m->cap);
    m->entry[m->len] = e;
    m->len++;
    place(m, hash, m->len - 1);
    return 0;
}

const char *_Nullable map_get(const struct map *__lifetimebound m, const char *key)
{
    size_t n = find(m, key, hash_of(m, key));
    return n < m->len ? m->entry[n].value : NULL;
}

bool map_has(const struct map *m, const char *key)
{
    return find(m, key, hash_of(m, key)) < m->len;
}

bool map_remove(struct map *m, const char *key)
{
    uint64_t hash = hash_of(m, key);
    size_t n = find(m, key, hash);
    if (n >= m->len)
        return false;
    close_gap(m, slot_holding(m, hash, n + 1));
    __checked(n < m->len);
    size_t last = m->len - 1;
    if (n < last) {
        size_t i = slot_holding(m, m->entry[last].hash, last + 1);
        __checked(i < m->slots);
        m->slot[i] = n + 1;
        entry_swap(&m->entry[n], &m->entry[last]);
    }
    m->len = last;
    entry_drop(&m->entry[last]);
    return true;
}

const struct map_entry *map_at(const struct map *m, size_t n)
{
    __checked(n < m->len);
    return &m->entry[n];
}
