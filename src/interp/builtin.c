/* interp/builtin.c - __builtin_, __atomic_ and __sync_ functions that are none of the C library.
 *
 * What comes in: a name and values. What goes out: the result; false when the C library has it
 * under the rest of the name. One thread, so atomics are plain.
 *
 *     __builtin_add_overflow(a, b, &c)     computed in 128 bits, wrapped to c's type
 *     va_start(ap)                         ap's first 8 bytes: address of the list of arguments */
#include "interp/interp_internal.h"

#include <math.h>

static void overflow(Call *c, const char *op)
{
    const Type *t = c->types[2]->elem;
    i128 a = (i128)c->args[0].i, b = (i128)c->args[1].i, v;
    bool wide = strstr(op, "mul")   ? __builtin_mul_overflow(a, b, &v)
                : strstr(op, "sub") ? __builtin_sub_overflow(a, b, &v)
                                    : __builtin_add_overflow(a, b, &v);
    Scalar wrapped = {.i = type_wrap(t, (u128)v)};
    if (!strstr(op, "_p"))
        spot_write(c->r, spot_of(c->r, arg_word(c, 2)), t, wrapped);
    give_int(c, wide || (i128)wrapped.i != v);
}

static bool bits(const char *n, uint64_t x, uint32_t width, int64_t *out)
{
    uint64_t v = width < 64 ? x & (((uint64_t)1 << width) - 1) : x;
    if (!strncmp(n, "clz", 3))
        *out = v ? __builtin_clzll(v) - (64 - (int)width) : (int)width;
    else if (!strncmp(n, "ctz", 3))
        *out = v ? __builtin_ctzll(v) : (int)width;
    else if (!strncmp(n, "popcount", 8))
        *out = __builtin_popcountll(v);
    else if (!strncmp(n, "parity", 6))
        *out = __builtin_parityll(v);
    else if (!strncmp(n, "ffs", 3))
        *out = __builtin_ffsll((long long)v);
    else if (!strcmp(n, "bswap16"))
        *out = __builtin_bswap16((uint16_t)v);
    else if (!strcmp(n, "bswap32"))
        *out = __builtin_bswap32((uint32_t)v);
    else if (!strcmp(n, "bswap64"))
        *out = (int64_t)__builtin_bswap64(v);
    else
        return false;
    return true;
}

/* ---- atomics -------------------------------------------------------------------------------- */

static u128 fetch_op(const char *n, u128 old, u128 v)
{
    if (strstr(n, "test_and_set"))
        return v;
    if (strstr(n, "add"))
        return old + v;
    if (strstr(n, "sub"))
        return old - v;
    if (strstr(n, "nand"))
        return ~(old & v);
    if (strstr(n, "xor"))
        return old ^ v;
    if (strstr(n, "and"))
        return old & v;
    if (strstr(n, "or"))
        return old | v;
    return v; /* exchange, test_and_set */
}

static void compare_exchange(Call *c, const char *n, bool sync, Spot p, const Type *t)
{
    Run *r = c->r;
    Scalar old = spot_read(r, p, t);
    Spot expected = sync ? (Spot){0} : spot_of(r, arg_word(c, 1));
    Scalar want = sync ? c->args[1] : spot_read(r, expected, t);
    bool same = memcmp(&old, &want, t->size < 16 ? 16 : t->size) == 0;
    bool by_pointer = !sync && n[strlen(n) - 1] != 'n';
    if (same)
        spot_write(r, p, t, by_pointer ? spot_read(r, spot_of(r, arg_word(c, 2)), t) : c->args[2]);
    else if (!sync)
        spot_write(r, expected, t, old);
    c->result = strstr(n, "val_") ? old : (Scalar){.i = same};
}

static void read_modify_write(Call *c, const char *n, bool sync, Spot p, const Type *t)
{
    Run *r = c->r;
    bool is_load = !strcmp(n, "load_n"), is_store = !strncmp(n, "store", 5);
    bool set = strstr(n, "test_and_set") && !sync;
    if (type_is_void(t))
        t = type_basic(r->types, TYPE_UCHAR); /* any byte will do */
    Scalar old = is_store ? (Scalar){0} : spot_read(r, p, t), now = old;
    Scalar v = c->count > 1 && !set ? c->args[1] : (Scalar){.i = 1};
    if (!is_load)
        now.i = fetch_op(is_store ? "" : n, old.i, v.i);
    if (type_is_integer(t))
        now.i = type_wrap(t, now.i);
    if (!is_load)
        spot_write(r, p, t, now);
    c->result = strstr(n, "_fetch") ? now : old;
}

static bool atomic(Call *c, const char *n)
{
    Run *r = c->r;
    bool sync = !strncmp(n, "__sync_", 7);
    if (!sync && strncmp(n, "__atomic_", 9))
        return false;
    n += sync ? 7 : 9;
    if (!strcmp(n, "synchronize") || strstr(n, "fence") || !c->count)
        return true;
    if (strstr(n, "lock_free")) {
        give_int(c, 1);
        return true;
    }
    Spot p = spot_of(r, arg_word(c, 0));
    Spot q = c->count > 1 ? spot_of(r, arg_word(c, 1)) : (Spot){0};
    const Type *t = c->types[0]->elem;
    if (!strcmp(n, "load")) {
        spot_copy(r, q, p, t->size);
    } else if (!strcmp(n, "store")) {
        spot_copy(r, p, q, t->size);
    } else if (!strcmp(n, "exchange")) {
        spot_copy(r, spot_of(r, arg_word(c, 2)), p, t->size);
        spot_copy(r, p, q, t->size);
    } else if (!strcmp(n, "clear") || !strcmp(n, "lock_release")) {
        spot_fill(r, p, 0, t->size ? t->size : 1);
    } else if (strstr(n, "compare")) {
        compare_exchange(c, n, sync, p, t);
    } else {
        read_modify_write(c, n, sync, p, t);
    }
    return true;
}

/* ---- floating ------------------------------------------------------------------------------- */

static long double number(const Type *t, Scalar v)
{
    return t->kind == TYPE_FLOAT ? v.f : t->kind == TYPE_LDOUBLE ? v.ld : v.d;
}

static bool floating(Call *c, const char *n)
{
    if (!strncmp(n, "huge_val", 8) || !strncmp(n, "inf", 3) || !strncmp(n, "nan", 3)) {
        double x = n[0] == 'n' ? (double)NAN : (double)INFINITY;
        if (c->type->kind == TYPE_FLOAT)
            c->result.f = (float)x;
        else if (c->type->kind == TYPE_LDOUBLE)
            c->result.ld = x;
        else
            c->result.d = x;
        return true;
    }
    if (c->count != 1 || !type_is_floating(c->types[0]))
        return false;
    long double x = number(c->types[0], c->args[0]);
    int64_t v;
    if (!strcmp(n, "isnan"))
        v = isnan(x);
    else if (!strcmp(n, "isinf_sign"))
        v = isinf(x) ? (x < 0 ? -1 : 1) : 0;
    else if (!strncmp(n, "isinf", 5))
        v = isinf(x) != 0;
    else if (!strncmp(n, "isfinite", 8) || !strncmp(n, "finite", 6))
        v = isfinite(x) != 0;
    else if (!strncmp(n, "isnormal", 8))
        v = isnormal(x) != 0;
    else if (!strncmp(n, "signbit", 7))
        v = signbit(x) != 0;
    else
        return false;
    give_int(c, v);
    return true;
}

static bool compares(Call *c, const char *n)
{
    static const char *const names[] = {"isgreater",   "isgreaterequal", "isless",
                                        "islessequal", "islessgreater",  "isunordered"};
    size_t k = 0;
    while (k < COUNT_OF(names) && strcmp(n, names[k]))
        k++;
    if (k == COUNT_OF(names) || c->count != 2)
        return false;
    long double x = number(c->types[0], c->args[0]), y = number(c->types[1], c->args[1]);
    give_int(c, k == 0   ? x > y
                : k == 1 ? x >= y
                : k == 2 ? x < y
                : k == 3 ? x <= y
                : k == 4 ? x < y || x > y
                         : isunordered(x, y));
    return true;
}

/* ---- the rest ------------------------------------------------------------------------------- */

static bool variable_arguments(Run *r, Frame *f, Call *c, const char *n)
{
    const Type *word = type_basic(r->types, TYPE_ULONG);
    if (!strcmp(n, "va_start") || !strcmp(n, "c23_va_start")) {
        if (!f->varargs)
            f->varargs = interp_varargs(r, NULL, NULL, NULL, 0);
        spot_write(r, spot_of(r, arg_word(c, 0)), word,
                   (Scalar){.i = object_address(r, f->varargs)});
    } else if (!strcmp(n, "va_copy")) {
        spot_write(r, spot_of(r, arg_word(c, 0)), word,
                   spot_read(r, spot_of(r, arg_word(c, 1)), word));
    } else {
        return !strcmp(n, "va_end");
    }
    return true;
}

static bool allocates(Run *r, Frame *f, Call *c, const char *n)
{
    if (strncmp(n, "alloca", 6))
        return false;
    if (arg_word(c, 0) > (uint64_t)1 << 30)
        interp_cannot(r, "alloca of a thousand million bytes or more");
    Object *o = object_new(r, OBJECT_LOCAL, arg_word(c, 0));
    VEC_PUSH(r->arena, &f->allocas, o);
    give_word(c, object_address(r, o));
    return true;
}

bool interp_builtin(Run *r, Frame *f, Call *c, Spot result)
{
    const char *full = builtin_name((BuiltinId)c->in->builtin), *n = full;
    int64_t v;
    (void)result;
    if (!strncmp(n, "__builtin_", 10))
        n += 10;
    if (atomic(c, full) || variable_arguments(r, f, c, n) || allocates(r, f, c, n))
        return true;
    if (!strcmp(n, "unreachable") || !strcmp(n, "trap"))
        interp_error(r, RUN_UNREACHABLE, NULL, "reaches %s", full);
    if (strstr(n, "_overflow")) {
        overflow(c, n);
        return true;
    }
    if (c->count == 1 && type_is_integer(c->types[0]) &&
        bits(n, (uint64_t)c->args[0].i, c->types[0]->width, &v)) {
        give_int(c, v);
        return true;
    }
    if (!strcmp(n, "prefetch") || !strcmp(n, "assume") || !strcmp(n, "__clear_cache"))
        return true;
    if (!strcmp(n, "frame_address") || !strcmp(n, "return_address")) {
        if (f->objects[0] || f->fn->param_count)
            give_word(c, object_address(r, f->objects[f->objects[0] ? 0 : 1]));
        return true;
    }
    if (!strcmp(n, "expect") || !strcmp(n, "expect_with_probability") ||
        !strcmp(n, "assume_aligned")) {
        c->result = c->args[0];
        return true;
    }
    return floating(c, n) || compares(c, n);
}
