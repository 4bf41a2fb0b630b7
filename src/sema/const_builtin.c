/* sema/const_builtin.c - calls of built-ins that the compilers fold.
 *
 * What comes in: a completed call whose callee is a built-in. What goes out: its value, when its
 * arguments are constants. The one idea: only what code puts where a constant is required, as
 * _Static_assert and static initialisers do:
 *
 *     static const double none = __builtin_nan("");      static int n = __builtin_popcount(0xff);
 *     char a[__builtin_constant_p(x) ? 1 : 2];           char b[2] */
#include <math.h>

#include "sema/const_internal.h"

static const Expr *arg(const Expr *call, uint32_t i)
{
    return i < call->u.call.count ? call->u.call.args[i] : NULL;
}

static bool arg_int(Walk *v, const Expr *call, uint32_t i, const Type **t, i128 *out)
{
    ConstValue c;
    const Expr *a = arg(call, i);
    if (!a || !a->type || !const_walk(v, a, &c) || c.kind != CONST_INT)
        return false;
    *t = a->type;
    *out = c.i;
    return true;
}

static bool arg_float(Walk *v, const Expr *call, uint32_t i, long double *out)
{
    ConstValue c;
    const Expr *a = arg(call, i);
    if (!a || !a->type || !const_walk(v, a, &c))
        return false;
    if (c.kind == CONST_INT)
        c.re = (long double)c.i;
    else if (c.kind != CONST_FLOAT)
        return false;
    *out = c.re;
    return true;
}

/* GCC: numbers and string literals are, other addresses are not. Where the answer depends on
 * optimisation, it's no. */
static bool is_constant(Walk *v, const Expr *call)
{
    ConstValue c;
    const Expr *a = arg(call, 0);
    if (!a || !a->type || !const_walk(v, a, &c))
        return false;
    return c.kind != CONST_ADDRESS || (c.base == CONST_BASE_STRING && c.offset == 0);
}

/* The classes of gcc's typeclass.h. */
static int type_class(const Type *t)
{
    if (t->kind == TYPE_VOID)
        return 0;
    if (type_is_integer(t))
        return 1; /* char, enum and bool are promoted before */
    if (t->kind == TYPE_POINTER || t->kind == TYPE_ARRAY || t->kind == TYPE_FUNCTION)
        return 5;
    if (type_is_floating(t))
        return 8;
    if (t->kind == TYPE_COMPLEX)
        return 9;
    if (t->kind == TYPE_STRUCT)
        return 12;
    if (t->kind == TYPE_UNION)
        return 13;
    return -1;
}

/* ---- bits ---------------------------------------------------------------------------- */
typedef struct Bits {
    u128 v;
    uint32_t width;
    bool sign;
} Bits;

static uint32_t count_ones(Bits b)
{
    uint32_t n = 0;
    for (; b.v; b.v &= b.v - 1)
        n++;
    return n;
}
static uint32_t leading_zeros(Bits b)
{
    uint32_t n = 0;
    while (n < b.width && !(b.v >> (b.width - 1 - n) & 1))
        n++;
    return n;
}
static uint32_t trailing_zeros(Bits b)
{
    uint32_t n = 0;
    while (n < b.width && !(b.v >> n & 1))
        n++;
    return n;
}

static u128 swap_bytes(u128 v, uint32_t bytes)
{
    u128 r = 0;
    for (uint32_t i = 0; i < bytes; i++)
        r |= (v >> (8 * i) & 0xff) << (8 * (bytes - 1 - i));
    return r;
}

/* The value of a bit-counting built-in; false when it is undefined (clz of zero). */
static bool count_bits(Walk *v, const Expr *call, BuiltinId b, Bits bits, i128 *out)
{
    const Type *t;
    switch ((int)b) { /* the family below */
    case BUILTIN_CLZ:
    case BUILTIN_CLZL:
    case BUILTIN_CLZLL:
    case BUILTIN_CLZS:
    case BUILTIN_CLZG:
        if (!bits.v)
            return arg_int(v, call, 1, &t, out);
        *out = leading_zeros(bits);
        return true;
    case BUILTIN_CTZ:
    case BUILTIN_CTZL:
    case BUILTIN_CTZLL:
    case BUILTIN_CTZS:
    case BUILTIN_CTZG:
        if (!bits.v)
            return arg_int(v, call, 1, &t, out);
        *out = trailing_zeros(bits);
        return true;
    case BUILTIN_FFS:
    case BUILTIN_FFSL:
    case BUILTIN_FFSLL:
    case BUILTIN_FFSG: *out = bits.v ? trailing_zeros(bits) + 1 : 0; return true;
    case BUILTIN_POPCOUNT:
    case BUILTIN_POPCOUNTL:
    case BUILTIN_POPCOUNTLL:
    case BUILTIN_POPCOUNTG: *out = count_ones(bits); return true;
    case BUILTIN_PARITY:
    case BUILTIN_PARITYL:
    case BUILTIN_PARITYLL:
    case BUILTIN_PARITYG: *out = count_ones(bits) & 1; return true;
    case BUILTIN_CLRSB:
    case BUILTIN_CLRSBL:
    case BUILTIN_CLRSBLL:
    case BUILTIN_CLRSBG:
        if (bits.sign)
            bits.v = ~bits.v & (bits.width >= 128 ? ~(u128)0 : ((u128)1 << bits.width) - 1);
        *out = (i128)leading_zeros(bits) - 1;
        return true;
    case BUILTIN_BSWAP16:
    case BUILTIN_BSWAP32:
    case BUILTIN_BSWAP64:
    case BUILTIN_BSWAP128:
    case BUILTIN_BSWAPG: *out = (i128)swap_bytes(bits.v, bits.width / 8); return true;
    }
    return false;
}

static bool fold_bits(Walk *v, const Expr *call, BuiltinId b, ConstValue *out)
{
    const Type *t;
    i128 i;
    if (!arg_int(v, call, 0, &t, &i) || !type_is_integer(t))
        return false;
    /* The argument was converted to the parameter's type, so its width is that of the operation. */
    Bits bits = {(u128)i, t->width, false};
    if (t->width < 128)
        bits.v &= ((u128)1 << t->width) - 1;
    bits.sign = bits.v >> (t->width - 1) & 1;
    if (!count_bits(v, call, b, bits, &i))
        return false;
    *out = const_int(call->type, (u128)i);
    return true;
}

/* ---- integers ------------------------------------------------------------------------ */
static bool fold_align(Walk *v, const Expr *call, BuiltinId b, ConstValue *out)
{
    const Type *t, *u;
    i128 x, to;
    if (!arg_int(v, call, 0, &t, &x) || !arg_int(v, call, 1, &u, &to) || to <= 0 || (to & (to - 1)))
        return false;
    if (b == BUILTIN_ALIGN_UP)
        x = (i128)(((u128)x + (u128)to - 1) & -(u128)to);
    else if (b == BUILTIN_ALIGN_DOWN)
        x &= -to;
    else
        x = (x & (to - 1)) == 0;
    *out = const_int(call->type, (u128)x);
    return true;
}

/* Of operands up to 64 bits: what they make is seen in 128. */
static bool fold_overflow_p(Walk *v, const Expr *call, BuiltinId b, ConstValue *out)
{
    const Type *ta, *tb;
    i128 x, y, r;
    bool beyond = false;
    const Expr *c = arg(call, 2);
    if (!c || !c->type || !type_is_integer(c->type))
        return false;
    if (!arg_int(v, call, 0, &ta, &x) || !arg_int(v, call, 1, &tb, &y))
        return false;
    if (ta->width > 64 || tb->width > 64 || c->type->width > 64)
        return false;
    if (b == BUILTIN_ADD_OVERFLOW_P)
        r = x + y;
    else if (b == BUILTIN_SUB_OVERFLOW_P)
        r = x - y;
    else
        beyond = __builtin_mul_overflow(x, y, &r); /* then it fits nowhere */
    *out = const_int(call->type, beyond || (i128)type_wrap(c->type, (u128)r) != r);
    return true;
}

static bool fold_strlen(Walk *v, const Expr *call, ConstValue *out)
{
    ConstValue c;
    const Expr *a = arg(call, 0);
    if (!a || !const_walk(v, a, &c) || c.kind != CONST_ADDRESS || c.base != CONST_BASE_STRING)
        return false;
    if (c.expr->kind != EXPR_STRING || c.expr->u.string.elem_size != 1)
        return false;
    uint32_t len = 0;
    while (len < c.expr->u.string.count && c.expr->u.string.bytes[len])
        len++;
    if (c.offset < 0 || c.offset > len)
        return false;
    *out = const_int(call->type, len - (uint64_t)c.offset);
    return true;
}

static bool fold_integer(Walk *v, const Expr *call, BuiltinId b, ConstValue *out)
{
    const Type *t;
    i128 x;
    switch ((int)b) { /* the family below */
    case BUILTIN_CONSTANT_P: *out = const_int(call->type, is_constant(v, call)); return true;
    case BUILTIN_CLASSIFY_TYPE:
        if (!arg(call, 0) || !arg(call, 0)->type)
            return false;
        *out = const_int(call->type, (u128)(i128)type_class(arg(call, 0)->type));
        return true;
    case BUILTIN_EXPECT:
    case BUILTIN_EXPECT_WITH_PROBABILITY:
    case BUILTIN_UNPREDICTABLE:
        if (!arg_int(v, call, 0, &t, &x))
            return false;
        *out = const_int(call->type, (u128)x);
        return true;
    case BUILTIN_ABS:
    case BUILTIN_LABS:
    case BUILTIN_LLABS:
    case BUILTIN_IMAXABS:
        if (!arg_int(v, call, 0, &t, &x))
            return false;
        *out = const_int(call->type, (u128)(x < 0 ? -x : x));
        return true;
    case BUILTIN_ALIGN_UP:
    case BUILTIN_ALIGN_DOWN:
    case BUILTIN_IS_ALIGNED: return fold_align(v, call, b, out);
    case BUILTIN_ADD_OVERFLOW_P:
    case BUILTIN_SUB_OVERFLOW_P:
    case BUILTIN_MUL_OVERFLOW_P: return fold_overflow_p(v, call, b, out);
    case BUILTIN_STRLEN: return fold_strlen(v, call, out);
    case BUILTIN_ATOMIC_ALWAYS_LOCK_FREE: /* what all targets that we know can do */
        if (!arg_int(v, call, 0, &t, &x))
            return false;
        *out = const_int(call->type, x == 1 || x == 2 || x == 4 || x == 8);
        return true;
    }
    return fold_bits(v, call, b, out);
}

/* ---- floats -------------------------------------------------------------------------- */
static bool is_nan_builtin(const char *name)
{
    return !strncmp(name, "__builtin_nan", 13);
}

static bool fold_classify(Walk *v, const Expr *call, BuiltinId b, ConstValue *out)
{
    long double x;
    if (!arg_float(v, call, 0, &x))
        return false;
    int r = 0;
    switch ((int)b) { /* the family below */
    case BUILTIN_ISNAN: r = isnan(x); break;
    case BUILTIN_ISINF: r = isinf(x) != 0; break;
    case BUILTIN_ISINF_SIGN: r = isinf(x) ? (x < 0 ? -1 : 1) : 0; break;
    case BUILTIN_ISFINITE: r = isfinite(x); break;
    case BUILTIN_SIGNBIT: r = signbit(x) != 0; break;
    default: return false;
    }
    *out = const_int(call->type, (u128)(i128)r);
    return true;
}

static bool fold_complex(Walk *v, const Expr *call, ConstValue *out)
{
    ConstValue r = {.kind = CONST_COMPLEX};
    if (!arg_float(v, call, 0, &r.re) || !arg_float(v, call, 1, &r.im))
        return false;
    *out = r;
    return true;
}

static bool fold_float(Walk *v, const Expr *call, BuiltinId b, ConstValue *out)
{
    const char *name = builtin_name(b);
    long double x;
    if (b == BUILTIN_COMPLEX)
        return fold_complex(v, call, out);
    if (!type_is_floating(call->type))
        return fold_classify(v, call, b, out);
    if (!strncmp(name, "__builtin_fabs", 14)) {
        if (!arg_float(v, call, 0, &x))
            return false;
        *out = const_float(call->type, fabsl(x));
    } else if (is_nan_builtin(name)) {
        *out = const_float(call->type, nanl(""));
    } else { /* inf, huge_val */
        *out = const_float(call->type, HUGE_VALL);
    }
    return true;
}

bool const_walk_call(Walk *v, const Expr *e, ConstValue *out)
{
    BuiltinId b = (BuiltinId)e->u.call.builtin;
    if (b == BUILTIN_NONE || b >= BUILTIN_COUNT || !(builtin_flags(b) & BF_FOLDS))
        return false;
    if (type_is_floating(e->type) || b == BUILTIN_COMPLEX)
        return fold_float(v, e, b, out);
    if (!type_is_integer(e->type))
        return false;
    return fold_integer(v, e, b, out) || fold_classify(v, e, b, out);
}
