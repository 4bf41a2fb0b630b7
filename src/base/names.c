/* base/names.c - interned names: every text once, so that equality is equality of pointers.
 *
 * In: bytes. Out: a Name whose address stays the same as long as the table lives.
 *
 * The one idea: 64 shards, each an open-addressing table of pointers, chosen by the top bits of
 * the hash. A look-up that hits, which is nearly every one, takes no lock: slots are only ever
 * filled, never emptied, and a table that grows is replaced by a larger one while the old one
 * stays readable (arenas free nothing). A reader that misses in an old table takes the shard's
 * lock and looks again in the newest before it inserts.
 *
 *     names_intern& */
#include "base/base.h"

#include <stdatomic.h>

#define SHARD_BITS 6
#define SHARD_COUNT (1u << SHARD_BITS)
#define SHARD_FIRST_CAP 64u

typedef struct Table {
    uint32_t cap;            /* a power of two */
    _Atomic(Ident *) slots[]; /* NULL: free */
} Table;

typedef struct Shard {
    _Atomic(Table *) table;
    Lock *lock;              /* of all below, and of writes to the table */
    Arena *arena;            /* made when the shard gets its first name */
    uint32_t len;
} Shard;

struct Names {
    Shard shards[SHARD_COUNT];
    Name *known;             /* by id; [0] is unused */
    uint32_t known_count;
    _Atomic uint32_t last_id;
};

Names *names_new(Arena *session, const char *const *known, uint32_t known_count)
{
    Names *n = ARENA_NEW(session, Names);
    for (uint32_t i = 0; i < SHARD_COUNT; i++)
        n->shards[i].lock = lock_new(session);
    n->known = ARENA_ARRAY(session, Name, (size_t)known_count + 1);
    n->known_count = known_count;
    for (uint32_t i = 0; i < known_count; i++) {
        n->known[i + 1] = names_intern(n, known[i], strlen(known[i]));
        if (n->known[i + 1]->id != i + 1)
            BUG(session, "known name \"%s\" is listed twice", known[i]);
    }
    return n;
}

void names_destroy(Names *n)
{
    if (!n)
        return;
    for (uint32_t i = 0; i < SHARD_COUNT; i++) {
        arena_destroy(n->shards[i].arena);
        n->shards[i].arena = NULL;
        atomic_store(&n->shards[i].table, NULL);
    }
}

Name names_known(const Names *n, uint32_t id)
{
    return id <= n->known_count ? n->known[id] : NULL;
}

static Ident *table_find(const Table *t, const char *s, size_t len, uint64_t hash)
{
    uint32_t mask = t->cap - 1;
    for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
        Ident *id = atomic_load_explicit(&t->slots[i], memory_order_acquire);
        if (!id)
            return NULL;
        if (id->hash == hash && id->len == len && memcmp(id->text, s, len) == 0)
            return id;
    }
}

static void table_add(Table *t, Ident *id)
{
    uint32_t mask = t->cap - 1;
    uint32_t i = (uint32_t)id->hash & mask;
    while (atomic_load_explicit(&t->slots[i], memory_order_relaxed))
        i = (i + 1) & mask;
    atomic_store_explicit(&t->slots[i], id, memory_order_release);
}

/* Under the shard's lock: the table with room for one more name. */
static Table *shard_table(Shard *sh)
{
    Table *t = atomic_load_explicit(&sh->table, memory_order_relaxed);
    if (t && sh->len < t->cap / 2)
        return t;
    if (!sh->arena)
        sh->arena = arena_new();
    uint32_t cap = t ? t->cap * 2 : SHARD_FIRST_CAP;
    Table *bigger = arena_alloc(sh->arena, sizeof *t + (size_t)cap * sizeof t->slots[0]);
    bigger->cap = cap;
    for (uint32_t i = 0; t && i < t->cap; i++) {
        Ident *id = atomic_load_explicit(&t->slots[i], memory_order_relaxed);
        if (id)
            table_add(bigger, id);
    }
    atomic_store_explicit(&sh->table, bigger, memory_order_release);
    return bigger;
}

static Ident *shard_intern(Names *n, Shard *sh, const char *s, size_t len, uint64_t hash)
{
    lock_take(sh->lock);
    Table *t = shard_table(sh);
    Ident *id = table_find(t, s, len, hash);
    if (!id) {
        id = arena_alloc(sh->arena, sizeof *id + len + 1);
        id->id = atomic_fetch_add_explicit(&n->last_id, 1, memory_order_relaxed) + 1;
        id->len = (uint32_t)len;
        id->hash = hash;
        memcpy(id->text, s, len);
        table_add(t, id);
        sh->len++;
    }
    lock_drop(sh->lock);
    return id;
}

Name names_intern(Names *n, const char *s, size_t len)
{
    uint64_t hash = hash_bytes(s, len, 0);
    Shard *sh = &n->shards[hash >> (64 - SHARD_BITS)];
    const Table *t = atomic_load_explicit(&sh->table, memory_order_acquire);
    Ident *id = t ? table_find(t, s, len, hash) : NULL;
    return id ? id : shard_intern(n, sh, s, len, hash);
}
