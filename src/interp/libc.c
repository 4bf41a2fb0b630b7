/* interp/libc.c - of the C library: memory, processes, numbers, sorting.
 *
 * What comes in: a Call, its arguments as values. What goes out: its result. All memory that the
 * program can see is reached through memory.c, so that a library function is checked like the
 * program itself: a string that does not end in its object is an error at its call.
 *
 * What depends on the world is fixed: time stands still, rand is a sequence of ours, there is no
 * environment. The program's input, its arguments, and which allocation fails are the caller's. */
#include "interp/interp_internal.h"

#include <math.h>
#include <stdlib.h>

static const LibFunction functions[] = {
#define LIB(name, fn, params) {name, lib_##fn, params},
#include "interp/libc.def"
#undef LIB
};

const LibFunction *libc_find(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(functions); i++)
        if (!strcmp(functions[i].name, name))
            return &functions[i];
    return NULL;
}

Object *libc_variable(Run *r, const char *name)
{
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(name, names[i]))
            continue;
        if (!r->streams[i]) {
            Object *o = object_new(r, OBJECT_GLOBAL, 8), *file = object_new(r, OBJECT_CODE, 1);
            uint64_t at = object_address(r, file);
            memcpy(o->bytes, &at, 8);
            memset(o->init, 0xFF, 8);
            r->streams[i] = o;
        }
        return r->streams[i];
    }
    return NULL;
}

void lib_zero(Call *c)
{
    give_word(c, 0);
}

/* ---- memory --------------------------------------------------------------------------------- */

enum { HEAP_MOST = 1 << 30 };

uint64_t libc_allocate(Run *r, uint64_t size, bool zero)
{
    uint64_t n = ++r->allocations, fails = r->options->fail_alloc;
    if (n == fails || (n > fails && r->options->fail_rest) || size > HEAP_MOST ||
        r->heap_bytes + size > HEAP_MOST)
        return 0;
    Object *o = object_new(r, OBJECT_HEAP, size);
    r->heap_bytes += size;
    if (zero && size)
        memset(o->init, 0xFF, size);
    VEC_PUSH(r->arena, &r->heap, o);
    return object_address(r, o);
}

/* Of realloc, free: the object, at its start, alive. NULL: a null pointer. */
static Object *owner(Call *c, uint64_t p)
{
    Run *r = c->r;
    Spot s = spot_of(r, p);
    if (!p)
        return NULL;
    if (!s.object || s.object->kind != OBJECT_HEAP)
        interp_error(r, RUN_INVALID_FREE, s.object, "`%s` is given what no allocation made",
                     c->lib->name);
    if (s.object->life != OBJECT_LIVES)
        interp_error(r, s.object->life == OBJECT_MOVED ? RUN_INVALIDATED_BORROW : RUN_DOUBLE_FREE,
                     s.object, "`%s` is given an object that was %s", c->lib->name,
                     s.object->life == OBJECT_MOVED ? "moved" : "freed already");
    if (s.offset)
        interp_error(r, RUN_INVALID_FREE, s.object,
                     "`%s` is given a pointer %lld bytes behind the start of its object",
                     c->lib->name, (long long)s.offset);
    return s.object;
}

void lib_malloc(Call *c)
{
    give_word(c, libc_allocate(c->r, arg_word(c, 0), false));
}

void lib_calloc(Call *c)
{
    uint64_t bytes;
    bool wide = __builtin_mul_overflow(arg_word(c, 0), arg_word(c, 1), &bytes);
    give_word(c, wide ? 0 : libc_allocate(c->r, bytes, true));
}

void lib_aligned_alloc(Call *c)
{
    give_word(c, libc_allocate(c->r, arg_word(c, 1), false));
}

void lib_posix_memalign(Call *c)
{
    uint64_t p = libc_allocate(c->r, arg_word(c, 2), false);
    if (p)
        memory_put(c->r, arg_word(c, 0), &p, 8);
    give_int(c, p ? 0 : 12);
}

static void end_heap(Run *r, Object *o, ObjectLife life)
{
    r->heap_bytes -= o->size;
    object_end(r, o, life);
}

void lib_free(Call *c)
{
    Object *o = owner(c, arg_word(c, 0));
    if (o)
        end_heap(c->r, o, OBJECT_FREED);
}

static void resize(Call *c, uint64_t size)
{
    Run *r = c->r;
    Object *old = owner(c, arg_word(c, 0));
    uint64_t p = libc_allocate(r, size, false);
    if (p && old) {
        uint64_t n = old->size < size ? old->size : size;
        spot_copy(r, spot_of(r, p), (Spot){.object = old}, n);
        end_heap(r, old, OBJECT_MOVED);
    }
    give_word(c, p);
}

void lib_realloc(Call *c)
{
    resize(c, arg_word(c, 1));
}

void lib_reallocarray(Call *c)
{
    uint64_t bytes;
    if (__builtin_mul_overflow(arg_word(c, 1), arg_word(c, 2), &bytes))
        give_word(c, 0);
    else
        resize(c, bytes);
}

static void duplicate(Call *c, uint64_t n)
{
    uint64_t p = libc_allocate(c->r, n + 1, true);
    if (p)
        memory_put(c->r, p, memory_get(c->r, arg_word(c, 0), n), n);
    give_word(c, p);
}

void lib_strdup(Call *c)
{
    duplicate(c, memory_strlen(c->r, arg_word(c, 0), UINT64_MAX));
}

void lib_strndup(Call *c)
{
    duplicate(c, memory_strlen(c->r, arg_word(c, 0), arg_word(c, 1)));
}

/* ---- the process ---------------------------------------------------------------------------- */

void lib_exit(Call *c)
{
    interp_leave(c->r, (int)arg_word(c, 0));
}

void lib_exit_now(Call *c)
{
    interp_exit(c->r, RUN_EXITED, (int)arg_word(c, 0));
}

void lib_abort(Call *c)
{
    interp_exit(c->r, RUN_ABORTED, 134);
}

void lib_assert_fail(Call *c)
{
    Run *r = c->r;
    const char *text =
        arena_printf(r->arena, "%s:%llu: %s: assertion `%s` failed\n",
                     memory_string(r, arg_word(c, 1)), (unsigned long long)arg_word(c, 2),
                     memory_string(r, arg_word(c, 3)), memory_string(r, arg_word(c, 0)));
    interp_out(r, 2, text, strlen(text));
    interp_exit(r, RUN_ABORTED, 134);
}

void lib_atexit(Call *c)
{
    VEC_PUSH(c->r->arena, &c->r->at_exit, arg_word(c, 0));
    give_int(c, 0);
}

void lib_getenv(Call *c)
{
    (void)memory_string(c->r, arg_word(c, 0));
    give_word(c, 0);
}

void lib_longjmp(Call *c)
{
    interp_long_jump(c->r, arg_word(c, 0), (int)arg_word(c, 1));
}

void lib_errno_location(Call *c)
{
    Run *r = c->r;
    if (!r->errno_) {
        r->errno_ = object_new(r, OBJECT_GLOBAL, 4);
        memset(r->errno_->init, 0xFF, 4);
    }
    give_word(c, object_address(r, r->errno_));
}

/* ---- numbers -------------------------------------------------------------------------------- */

void lib_abs(Call *c)
{
    i128 v = (i128)c->args[0].i;
    Scalar zero = {0};
    c->result = v < 0 ? value_op(c->r, BIN_SUB, c->type, c->type, zero, c->args[0]) : c->args[0];
}

void lib_atol(Call *c)
{
    give_word(c, (uint64_t)strtoll(memory_string(c->r, arg_word(c, 0)), NULL, 10));
}

static void give_end(Call *c, const char *text, const char *end)
{
    uint64_t at = arg_word(c, 0) + (uint64_t)(end - text);
    if (c->count > 1 && arg_word(c, 1))
        memory_put(c->r, arg_word(c, 1), &at, 8);
}

void lib_strtol(Call *c)
{
    const char *s = memory_string(c->r, arg_word(c, 0));
    char *end;
    give_word(c, (uint64_t)strtoll(s, &end, (int)arg_word(c, 2)));
    give_end(c, s, end);
}

void lib_strtoul(Call *c)
{
    const char *s = memory_string(c->r, arg_word(c, 0));
    char *end;
    give_word(c, strtoull(s, &end, (int)arg_word(c, 2)));
    give_end(c, s, end);
}

void lib_strtod(Call *c)
{
    const char *s = memory_string(c->r, arg_word(c, 0));
    char *end;
    c->result.d = strtod(s, &end);
    give_end(c, s, end);
}

void lib_rand(Call *c)
{
    c->r->random = c->r->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    give_int(c, (int64_t)(c->r->random >> 33));
}

void lib_srand(Call *c)
{
    c->r->random = arg_word(c, 0);
}

void lib_time(Call *c)
{
    int64_t now = 1000000000;
    if (c->count && arg_word(c, 0))
        memory_put(c->r, arg_word(c, 0), &now, 8);
    give_int(c, now);
}

void lib_math(Call *c)
{
    static const struct {
        const char *name;
        double (*fn)(double);
    } all[] = {{"sqrt", sqrt}, {"fabs", fabs}, {"floor", floor}, {"ceil", ceil},  {"sin", sin},
               {"cos", cos},   {"exp", exp},   {"log", log},     {"trunc", trunc}};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        if (!strcmp(all[i].name, c->lib->name)) {
            c->result.d = all[i].fn(c->args[0].d);
            return;
        }
    c->result.d = round(c->args[0].d);
}

void lib_math2(Call *c)
{
    double x = c->args[0].d, y = c->args[1].d;
    c->result.d = c->lib->name[0] == 'p' ? pow(x, y) : fmod(x, y);
}

/* ---- sorting -------------------------------------------------------------------------------- */

static int compare(Call *c, uint64_t fn, uint64_t a, uint64_t b)
{
    const Type *p = type_pointer(c->r->types, type_basic(c->r->types, TYPE_VOID));
    const Type *types[2] = {p, p};
    Scalar args[2] = {{.i = a}, {.i = b}};
    return (int)interp_callback(c->r, fn, args, types, 2).i;
}

/* Stable, as glibc's is: the order of indices is merged, then the elements follow it. */
void lib_qsort(Call *c)
{
    Run *r = c->r;
    uint64_t base = arg_word(c, 0), n = arg_word(c, 1), size = arg_word(c, 2);
    uint64_t fn = arg_word(c, 3);
    if (n > HEAP_MOST || (size && n > HEAP_MOST / size))
        interp_cannot(r, "qsort of so many elements");
    if (!n || !size)
        return;
    uint64_t *from = ARENA_ARRAY(r->arena, uint64_t, n), *to = ARENA_ARRAY(r->arena, uint64_t, n);
    for (uint64_t i = 0; i < n; i++)
        from[i] = i;
    for (uint64_t w = 1; w < n; w *= 2) {
        for (uint64_t lo = 0; lo < n; lo += 2 * w) {
            uint64_t mid = lo + w < n ? lo + w : n, hi = mid + w < n ? mid + w : n;
            uint64_t a = lo, b = mid;
            for (uint64_t k = lo; k < hi; k++) {
                bool first = b >= hi || (a < mid && compare(c, fn, base + from[a] * size,
                                                            base + from[b] * size) <= 0);
                to[k] = first ? from[a++] : from[b++];
            }
        }
        uint64_t *swap = from;
        from = to, to = swap;
    }
    Object *copy = object_new(r, OBJECT_LOCAL, n * size);
    spot_copy(r, (Spot){.object = copy}, spot_of(r, base), n * size);
    for (uint64_t i = 0; i < n; i++)
        spot_copy(r, spot_of(r, base + i * size),
                  (Spot){.object = copy, .offset = (int64_t)(from[i] * size)}, size);
    object_forget(r, copy);
}

void lib_bsearch(Call *c)
{
    uint64_t lo = 0, hi = arg_word(c, 2), size = arg_word(c, 3);
    while (lo < hi) {
        uint64_t mid = lo + (hi - lo) / 2, at = arg_word(c, 1) + mid * size;
        int order = compare(c, arg_word(c, 4), arg_word(c, 0), at);
        if (order == 0) {
            give_word(c, at);
            return;
        }
        if (order < 0)
            hi = mid;
        else
            lo = mid + 1;
    }
    give_word(c, 0);
}
