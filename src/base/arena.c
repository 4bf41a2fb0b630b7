/* base/arena.c - memory that is handed out in order and taken back at once.
 *
 * In: sizes. Out: zeroed memory, aligned to 16 bytes, that lives until the arena is reset or
 * destroyed.
 *
 * The one idea: an arena is a list of chunks, and an allocation moves a cursor through the
 * newest one. A chunk that is too small is left behind; the next is twice as large, from
 * 64 KiB up to 4 MiB. What is larger than a quarter of a chunk gets a chunk of its own, so
 * that the cursor's chunk isn't wasted on it.
 *
 *     chunk  [ header | node | name | node | ...free... ]
 *                                          ^cursor      ^limit
 *
 * Zeroing. Fresh chunks come from calloc(), which knows pages that are zero already. A reset
 * keeps the newest regular chunk and clears just the part that was used; what arena_keep keeps is
 * cleared when it is used again.
 *
 * Under AddressSanitizer everything not handed out is poisoned, with a red zone between any two
 * allocations, so that an overrun or a use after a reset is reported as in malloc'ed memory. */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) __asan_poison_memory_region((p), (n))
#define UNPOISON(p, n) __asan_unpoison_memory_region((p), (n))
#define RED_ZONE ((size_t)16)
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#define RED_ZONE ((size_t)0)
#endif

#define ALIGN ((size_t)16)
#define CHUNK_MIN ((size_t)64 << 10)
#define CHUNK_MAX ((size_t)4 << 20)
#define HUGE_PAGE ((size_t)2 << 20)

typedef struct Chunk {
    struct Chunk *older;
    size_t bytes;  /* of data */
    size_t mapped; /* bytes from mmap, this header included; 0: from calloc */
    size_t dirty;  /* of a spare one: bytes to clear before it is used again */
    _Alignas(16) char data[];
} Chunk;

struct Arena {
    char *cursor;      /* next free byte of chunk, aligned to 16; NULL before the first */
    char *limit;       /* end of chunk */
    Chunk *chunk;      /* the one that cursor points into; older regular ones behind it */
    Chunk *large;      /* single allocations */
    size_t next_bytes; /* size of the next regular chunk */
    size_t held;       /* bytes of all chunks */
    size_t keep;       /* bytes that a reset keeps: arena_keep */
    Chunk *spare;      /* kept chunks for the next ones of their size or less */
    ArenaTrap *trap;   /* innermost armed trap, or NULL */
};

static size_t round_up(size_t n)
{
    return (n + (ALIGN - 1)) & ~(ALIGN - 1);
}

Arena *arena_new(void)
{
    Arena *a = calloc(1, sizeof *a);
    if (!a) {
        fputs("corten: out of memory\n", stderr);
        abort();
    }
    a->next_bytes = CHUNK_MIN;
    return a;
}

static void chunks_free(Chunk *c)
{
    while (c) {
        Chunk *older = c->older;
        UNPOISON(c->data, c->bytes);
        if (c->mapped)
            munmap(c, c->mapped);
        else
            free(c);
        c = older;
    }
}

void arena_destroy(Arena *a)
{
    if (!a)
        return;
    chunks_free(a->chunk);
    chunks_free(a->large);
    chunks_free(a->spare);
    free(a);
}

/* The chunks of a list become spare ones, while there is room for them. `used` is how much of the
 * first was handed out; the others were full. */
static void chunks_spare(Arena *a, Chunk *c, size_t used, size_t *kept)
{
    for (Chunk *older; c; c = older, used = SIZE_MAX) {
        older = c->older;
        c->older = NULL;
        if (*kept + c->bytes > a->keep) {
            chunks_free(c);
            continue;
        }
        *kept += c->bytes;
        POISON(c->data, c->bytes);
        c->dirty = used < c->bytes ? used : c->bytes;
        c->older = a->spare;
        a->spare = c;
    }
}

/* A spare chunk for `bytes`, the smallest that will do, but not one much too large. */
static Chunk *chunk_spare(Arena *a, size_t bytes)
{
    Chunk **best = NULL;
    for (Chunk **p = &a->spare; *p; p = &(*p)->older)
        if ((*p)->bytes >= bytes && (*p)->bytes / 4 <= bytes &&
            (!best || (*p)->bytes < (*best)->bytes))
            best = p;
    if (!best)
        return NULL;
    Chunk *c = *best;
    *best = c->older;
    UNPOISON(c->data, c->bytes);
    memset(c->data, 0, c->dirty);
    POISON(c->data, c->bytes);
    c->dirty = 0;
    return c;
}

void arena_keep(Arena *a, size_t bytes)
{
    a->keep = bytes;
}

void arena_trim(Arena *a)
{
    enum { PAGE = 4096 };
    Chunk *c = a->chunk;
    if (!c || !c->mapped)
        return;
    char *from = a->cursor + (PAGE - (uintptr_t)a->cursor % PAGE) % PAGE;
    if (from < a->limit)
        madvise(from, (size_t)(a->limit - from), MADV_DONTNEED); /* zero when touched again */
}

void arena_reset(Arena *a)
{
    if (a->keep) {
        size_t kept = 0;
        for (const Chunk *c = a->spare; c; c = c->older)
            kept += c->bytes;
        chunks_spare(a, a->chunk, a->chunk ? (size_t)(a->cursor - a->chunk->data) : 0, &kept);
        chunks_spare(a, a->large, SIZE_MAX, &kept);
        a->chunk = a->large = NULL;
        a->cursor = a->limit = NULL;
        a->held = kept;
        a->next_bytes = CHUNK_MIN; /* the kept ones come in their order again */
        return;
    }
    chunks_free(a->large);
    a->large = NULL;
    Chunk *keep = a->chunk;
    if (!keep) {
        a->held = 0;
        return;
    }
    chunks_free(keep->older);
    keep->older = NULL;
    UNPOISON(keep->data, keep->bytes);
    memset(keep->data, 0, (size_t)(a->cursor - keep->data));
    POISON(keep->data, keep->bytes);
    a->cursor = keep->data;
    a->held = keep->bytes;
}

/* Memory of `bytes` in huge pages where the system has them: touching 4 KiB pages one by one costs
 * a unit as much as parsing it does. NULL when there is none, or when huge pages are of no use; and
 * under AddressSanitizer, whose search for leaks doesn't look into mappings: what only they lead to
 * would count as lost. */
static Chunk *chunk_map(size_t bytes)
{
#if defined(MADV_HUGEPAGE) && !defined(ARENA_ASAN)
    if (bytes % HUGE_PAGE)
        return NULL;
    char *all =
        mmap(NULL, bytes + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED)
        return NULL;
    size_t before = (HUGE_PAGE - (uintptr_t)all % HUGE_PAGE) % HUGE_PAGE;
    if (before)
        munmap(all, before);
    if (before != HUGE_PAGE)
        munmap(all + before + bytes, HUGE_PAGE - before);
    madvise(all + before, bytes, MADV_HUGEPAGE);
    Chunk *c = (Chunk *)(void *)(all + before);
    c->mapped = bytes;
    return c;
#else
    (void)bytes;
    return NULL;
#endif
}

static Chunk *chunk_new(Arena *a, size_t bytes, Chunk *older)
{
    Chunk *c = chunk_spare(a, bytes);
    if (c) {
        c->older = older;
        return c;
    }
    c = chunk_map(sizeof *c + bytes);
    /* Nothing of ours is near 512 GiB, and sanitizers stop the program over such a wish. */
    if (!c)
        c = bytes <= (size_t)1 << 39 ? calloc(1, sizeof *c + bytes) : NULL;
    if (!c)
        BUG(a, "out of memory: %zu bytes wanted, %zu held", bytes, a->held);
    c->older = older;
    c->bytes = bytes;
    a->held += bytes;
    POISON(c->data, c->bytes);
    return c;
}

/* The current chunk has no room for `need` bytes (rounded, red zone included). */
static void *alloc_slow(Arena *a, size_t bytes, size_t need)
{
    if (need < bytes)
        BUG(a, "out of memory: %zu bytes wanted", bytes);
    if (need > a->next_bytes / 4) {
        size_t whole = need + sizeof(Chunk) + HUGE_PAGE - 1;
        bool huge =
            need >= HUGE_PAGE && whole >= need; /* whole huge pages for what is that large */
        a->large =
            chunk_new(a, huge ? whole / HUGE_PAGE * HUGE_PAGE - sizeof(Chunk) : need, a->large);
        UNPOISON(a->large->data, bytes);
        return a->large->data;
    }
    a->chunk = chunk_new(a, a->next_bytes - sizeof(Chunk), a->chunk);
    if (a->next_bytes < CHUNK_MAX)
        a->next_bytes *= 2;
    a->cursor = a->chunk->data + need;
    a->limit = a->chunk->data + a->chunk->bytes;
    UNPOISON(a->chunk->data, bytes);
    return a->chunk->data;
}

void arena_reserve(Arena *a, size_t bytes)
{
    if (a->chunk)
        return;
    a->chunk = chunk_new(a, bytes, NULL);
    a->cursor = a->chunk->data;
    a->limit = a->chunk->data + a->chunk->bytes;
}

void *arena_alloc(Arena *a, size_t bytes)
{
    size_t need = round_up(bytes) + RED_ZONE;
    if (need < bytes || need > (size_t)(a->limit - a->cursor) || !a->cursor)
        return alloc_slow(a, bytes, need);
    void *p = a->cursor;
    a->cursor += need;
    UNPOISON(p, bytes);
    return p;
}

void *arena_alloc_array(Arena *a, size_t count, size_t elem_bytes)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, elem_bytes, &bytes))
        BUG(a, "array of %zu elements of %zu bytes", count, elem_bytes);
    return arena_alloc(a, bytes);
}

void *arena_grow(Arena *a, void *p, size_t old_bytes, size_t new_bytes)
{
    BUG_IF(a, new_bytes < old_bytes);
    size_t had = round_up(old_bytes) + RED_ZONE;
    size_t need = round_up(new_bytes) + RED_ZONE;
    if (p && old_bytes && (char *)p + had == a->cursor && need >= new_bytes &&
        need - had <= (size_t)(a->limit - a->cursor)) {
        a->cursor += need - had;
        UNPOISON(p, new_bytes);
        return p;
    }
    void *q = arena_alloc(a, new_bytes);
    if (old_bytes)
        memcpy(q, p, old_bytes);
    return q;
}

void *arena_copy(Arena *a, const void *p, size_t bytes)
{
    void *q = arena_alloc(a, bytes);
    if (bytes)
        memcpy(q, p, bytes);
    return q;
}

char *arena_strndup(Arena *a, const char *s, size_t len)
{
    BUG_IF(a, len == SIZE_MAX);
    char *q = arena_alloc(a, len + 1);
    if (len)
        memcpy(q, s, len);
    return q;
}

char *arena_printf(Arena *a, const char *fmt, ...)
{
    Text t;
    text_init(&t, a);
    va_list ap;
    va_start(ap, fmt);
    text_vaddf(&t, fmt, ap);
    va_end(ap);
    return t.data;
}

size_t arena_bytes(const Arena *a)
{
    return a->held;
}

/* ---- our own bugs ------------------------------------------------------------------ */

void arena_arm(ArenaTrap *trap, Arena *a)
{
    trap->arena = a;
    trap->outer = a->trap;
    trap->message[0] = '\0';
    a->trap = trap;
}

void arena_end_try(ArenaTrap *trap)
{
    /* A caught BUG has disarmed the trap already. */
    if (trap->arena->trap == trap)
        trap->arena->trap = trap->outer;
}

void arena_bug(Arena *a, const char *file, int line, const char *fmt, ...)
{
    char why[400];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(why, sizeof why, fmt, ap);
    va_end(ap);
    /* __FILE__ may be a path of the machine that built us; its last two parts say enough. */
    const char *shown = file;
    unsigned parts = 0;
    for (const char *p = file + strlen(file); p > file && parts < 2; p--)
        if (p[-1] == '/' && ++parts == 2)
            shown = p;
    ArenaTrap *trap = a ? a->trap : NULL;
    if (!trap) {
        fprintf(stderr, "corten: internal error: %s:%d: %s\n", shown, line, why);
        abort();
    }
    snprintf(trap->message, sizeof trap->message, "%.100s:%d: %s", shown, line, why);
    a->trap = trap->outer;
    longjmp(trap->jump, 1);
}
