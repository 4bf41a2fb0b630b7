/* base/containers.c - vectors, maps and bit sets, all of them in arenas.
 *
 * In: an arena that the container grows in. Out: see base.h. A container that outgrows its
 * memory leaves the old part in the arena: with doubling that wastes at most as much as is
 * used, and nobody has to free anything. A vector that was the last allocation of its arena
 * grows in place.
 *
 * The map is open addressing with linear probing at a load of at most 3/4. Keys are 64-bit:
 * ids, addresses, hashes. Nothing is ever deleted and nothing is ever iterated, because the
 * order of a hash table must not reach the output. */
#include "base/base.h"

void vec_grow(Arena *a, void **data, uint32_t *cap, size_t elem_bytes)
{
    uint32_t old_cap = *cap;
    uint32_t new_cap = old_cap ? old_cap * 2 : 8;
    if (old_cap >= UINT32_MAX / 2)
        BUG(a, "vector of more than %u elements", (unsigned)old_cap);
    *data = arena_grow(a, *data, (size_t)old_cap * elem_bytes, (size_t)new_cap * elem_bytes);
    *cap = new_cap;
}

/* ---- map --------------------------------------------------------------------------- */

void map_init(Map *m, Arena *a)
{
    *m = (Map){.arena = a};
}

/* The slot that holds the key or would take it; cap is not 0. */
static uint32_t map_slot(const uint64_t *keys, uint32_t cap, uint64_t key)
{
    uint32_t mask = cap - 1;
    uint32_t i = (uint32_t)(hash_mix(0, key) >> 20) & mask;
    while (keys[i] && keys[i] != key)
        i = (i + 1) & mask;
    return i;
}

bool map_get(const Map *m, uint64_t key, uintptr_t *value)
{
    if (!key) {
        if (m->has_zero)
            *value = m->zero;
        return m->has_zero;
    }
    if (!m->cap)
        return false;
    uint32_t i = map_slot(m->keys, m->cap, key);
    if (!m->keys[i])
        return false;
    *value = m->values[i];
    return true;
}

void *map_get_ptr(const Map *m, uint64_t key)
{
    uintptr_t v = 0;
    map_get(m, key, &v);
    return (void *)v;
}

static void map_rehash(Map *m)
{
    if (m->cap > UINT32_MAX / 4)
        BUG(m->arena, "map of more than %u keys", (unsigned)m->len);
    uint32_t cap = m->cap ? m->cap * 2 : 16;
    uint64_t *keys = ARENA_ARRAY(m->arena, uint64_t, cap);
    uintptr_t *values = ARENA_ARRAY(m->arena, uintptr_t, cap);
    for (uint32_t i = 0; i < m->cap; i++) {
        if (!m->keys[i])
            continue;
        uint32_t to = map_slot(keys, cap, m->keys[i]);
        keys[to] = m->keys[i];
        values[to] = m->values[i];
    }
    m->keys = keys;
    m->values = values;
    m->cap = cap;
}

void map_put(Map *m, uint64_t key, uintptr_t value)
{
    if (!key) {
        m->has_zero = true;
        m->zero = value;
        return;
    }
    if ((uint64_t)m->len * 4 >= (uint64_t)m->cap * 3)
        map_rehash(m);
    uint32_t i = map_slot(m->keys, m->cap, key);
    if (!m->keys[i]) {
        m->keys[i] = key;
        m->len++;
    }
    m->values[i] = value;
}

/* ---- bit set ----------------------------------------------------------------------- */

static uint32_t word_count(uint32_t bits)
{
    return (uint32_t)(((uint64_t)bits + 63) >> 6);
}

BitSet bitset_new(Arena *a, uint32_t bits)
{
    return (BitSet){ARENA_ARRAY(a, uint64_t, word_count(bits)), bits};
}

bool bitset_union(BitSet into, BitSet from)
{
    uint64_t grew = 0;
    for (uint32_t i = 0, n = word_count(into.bits); i < n; i++) {
        grew |= from.words[i] & ~into.words[i];
        into.words[i] |= from.words[i];
    }
    return grew != 0;
}
