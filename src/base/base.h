/* base/base.h - everything that knows no C: memory, text, containers, threads.
 *
 * Memory. An Arena hands out zeroed memory and is emptied at once; nobody frees single
 * objects. Three lifetimes exist in Corten: session, translation unit, function. A function
 * that allocates takes the arena as an argument, so its lifetime can be read at the call.
 *
 * Trouble of our own making. BUG(arena, ...) never returns: it jumps to the recovery point
 * that the owner of the arena has armed with arena_try(). An arena that nobody armed aborts
 * the process with the message. Exhausted memory takes the same road.
 *
 *     ArenaTrap trap;
 *     if (arena_try(&trap, arena)) { work(arena); arena_end_try(&trap); }
 *     else fprintf(stderr, "corten: internal error: %s\n", trap.message);
 */
#ifndef CORTEN_BASE_BASE_H
#define CORTEN_BASE_BASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

__extension__ typedef unsigned __int128 u128;
__extension__ typedef __int128 i128;

#define COUNT_OF(a) (sizeof(a) / sizeof(a)[0])
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define NORETURN __attribute__((noreturn))

/* ---- arena ------------------------------------------------------------------------- */
typedef struct Arena Arena;

typedef struct ArenaTrap {
    jmp_buf jump;
    Arena *arena;            /* the armed arena */
    struct ArenaTrap *outer; /* the trap that was armed before, or NULL */
    char message[512];       /* what BUG said, NUL-terminated */
} ArenaTrap;

Arena *arena_new(void);                        /* aborts when there is no memory at all */
void arena_destroy(Arena *a);                  /* NULL is allowed */
void arena_reset(Arena *a);                    /* everything handed out becomes invalid */
/* For an arena that is emptied often: its first chunk has this many bytes and is kept. */
void arena_reserve(Arena *a, size_t bytes);
/* For scratch that many jobs use in turn: a reset keeps up to so many bytes, all of its chunks. */
void arena_keep(Arena *a, size_t bytes);
/* Little will be added any more: gives back whole pages not handed out yet. */
void arena_trim(Arena *a);
void *arena_alloc(Arena *a, size_t bytes);     /* zeroed, aligned to 16 */
void *arena_copy(Arena *a, const void *p, size_t bytes);
/* Makes an array or text longer, in place when it was the last thing handed out. The bytes past
 * `old_bytes` are zero. p may be NULL when old_bytes is 0. */
void *arena_grow(Arena *a, void *p, size_t old_bytes, size_t new_bytes);
char *arena_strndup(Arena *a, const char *s, size_t len); /* NUL-terminated */
char *arena_printf(Arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);
size_t arena_bytes(const Arena *a);            /* bytes held from the system */
#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
void *arena_alloc_array(Arena *a, size_t count, size_t elem_bytes); /* an overflow is a BUG */
#define ARENA_ARRAY(a, T, n) ((T *)arena_alloc_array((a), (size_t)(n), sizeof(T)))

#define arena_try(trap, a) (arena_arm((trap), (a)), setjmp((trap)->jump) == 0)
void arena_arm(ArenaTrap *trap, Arena *a);     /* use arena_try */
void arena_end_try(ArenaTrap *trap);           /* disarms; also call it after a caught BUG */
NORETURN void arena_bug(Arena *a, const char *file, int line, const char *fmt, ...)
    PRINTF_LIKE(4, 5);
#define BUG(a, ...) arena_bug((a), __FILE__, __LINE__, __VA_ARGS__)
#define BUG_IF(a, cond) ((cond) ? BUG((a), "%s", #cond) : (void)0)

/* ---- vectors: VEC(T) v = {0}; VEC_PUSH(arena, &v, x); v.data[i], v.len ---------------- */
#define VEC(T) struct { T *data; uint32_t len, cap; }
#define VEC_PUSH(a, v, x)                                                                    \
    ((void)((v)->len == (v)->cap &&                                                          \
            (vec_grow((a), (void **)(void *)&(v)->data, &(v)->cap, sizeof *(v)->data), 0)),  \
     (v)->data[(v)->len++] = (x))
#define VEC_LAST(v) ((v)->data[(v)->len - 1])
void vec_grow(Arena *a, void **data, uint32_t *cap, size_t elem_bytes); /* doubles */

/* ---- map: uint64 key -> pointer-sized value; never iterated ---------------------------- */
typedef struct Map {
    Arena *arena;
    uint64_t *keys;   /* 0 is the empty slot; the key 0 itself is kept in zero */
    uintptr_t *values;
    uint32_t cap, len; /* cap: a power of two or 0 */
    uintptr_t zero;
    bool has_zero;
} Map;
void map_init(Map *m, Arena *a);
bool map_get(const Map *m, uint64_t key, uintptr_t *value); /* false: absent, *value untouched */
void map_put(Map *m, uint64_t key, uintptr_t value);        /* inserts or replaces */
void *map_get_ptr(const Map *m, uint64_t key);              /* NULL when absent */
#define MAP_KEY_PTR(p) ((uint64_t)(uintptr_t)(p))

/* ---- bit set ---------------------------------------------------------------------------- */
typedef struct BitSet { uint64_t *words; uint32_t bits; } BitSet;
BitSet bitset_new(Arena *a, uint32_t bits);
static inline bool bitset_has(BitSet s, uint32_t i) { return s.words[i >> 6] >> (i & 63) & 1; }
static inline void bitset_add(BitSet s, uint32_t i) { s.words[i >> 6] |= (uint64_t)1 << (i & 63); }
static inline void bitset_del(BitSet s, uint32_t i)
{
    s.words[i >> 6] &= ~((uint64_t)1 << (i & 63));
}
bool bitset_union(BitSet into, BitSet from); /* same size; true if `into` grew */

/* ---- text builder ------------------------------------------------------------------------ */
typedef struct Text { Arena *arena; char *data; size_t len, cap; } Text; /* data: NUL-terminated */
void text_init(Text *t, Arena *a);
void text_add(Text *t, const char *s);
void text_add_n(Text *t, const char *s, size_t n);
void text_add_char(Text *t, char c);
void text_fill(Text *t, char c, size_t n);
void text_addf(Text *t, const char *fmt, ...) PRINTF_LIKE(2, 3);
void text_vaddf(Text *t, const char *fmt, va_list ap);
void text_add_u128(Text *t, u128 v); /* decimal */
void text_add_i128(Text *t, i128 v);

/* ---- hashing (xxHash, 64 bits) ------------------------------------------------------------ */
uint64_t hash_bytes(const void *p, size_t n, uint64_t seed);
static inline uint64_t hash_mix(uint64_t h, uint64_t v)
{
    h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ (h >> 29);
}

/* ---- names: interned text, shared by all threads of a session ------------------------------ */
/* Two names are the same text exactly when their pointers are equal. Ids are dense, and those
 * of the texts that the table was made with are their index + 1, so tables can be indexed by
 * them. The order of other ids depends on thread timing: never let it reach output. */
typedef struct Ident {
    uint32_t id;
    uint32_t len;    /* bytes, without the NUL */
    uint64_t hash;
    char text[];     /* NUL-terminated */
} Ident;
typedef const Ident *Name; /* NULL: no name */
typedef struct Names Names;
Names *names_new(Arena *session, const char *const *known, uint32_t known_count);
void names_destroy(Names *n);
Name names_intern(Names *n, const char *s, size_t len); /* thread-safe */
Name names_known(const Names *n, uint32_t id);          /* id in 1 .. known_count */
#define NAME_TEXT(n) ((n) ? (n)->text : "")

/* ---- threads --------------------------------------------------------------------------------- */
/* Runs fn(ctx, item, worker) for item 0 .. items-1 on `workers` threads (at least one; one means
 * in the caller). worker is 0 .. workers-1, for per-worker arenas. Returns when all are done. */
void threads_run(unsigned workers, uint32_t items,
                 void (*fn)(void *ctx, uint32_t item, unsigned worker), void *ctx);
typedef struct Lock Lock;
Lock *lock_new(Arena *a);
void lock_take(Lock *l);
void lock_drop(Lock *l);

#endif
