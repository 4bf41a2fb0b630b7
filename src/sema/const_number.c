/* sema/const_number.c - arithmetic on constants: integers of up to 128 bits, floats, complex.
 *
 * What comes in: operands that are values already, and their type. What goes out: the value that
 * the target would compute. The one idea: integers are bits wrapped to their type after each
 * step; floats are computed in their own format and not in a wider one, since rounding twice may
 * differ in the last bit:
 *
 *     0.1f + 0.2f      added as float
 *     200 + (char)100  an int: 300; (signed char)300: 44 */
#include <math.h>

#include "sema/const_internal.h"

/* Rounds to `bits` of mantissa and exponents from `min` (of the lowest bit) to `max`. */
static long double round_small(long double v, int bits, int min, int max)
{
    int exp;
    if (v == 0 || !isfinite(v))
        return v;
    frexpl(v, &exp); /* |v| in [2^(exp-1), 2^exp) */
    int low = exp - bits < min ? min : exp - bits;
    long double r = ldexpl(rintl(ldexpl(v, -low)), low);
    return fabsl(r) >= ldexpl(1, max) ? copysignl(HUGE_VALL, v) : r;
}

long double const_round(const Type *t, long double v)
{
    switch ((int)t->kind) { /* floating kinds only */
    case TYPE_FLOAT16: return round_small(v, 11, -24, 16);
    case TYPE_BF16: return round_small(v, 8, -133, 128);
    case TYPE_FLOAT:
    case TYPE_FLOAT32: return (float)v;
    case TYPE_DOUBLE:
    case TYPE_FLOAT64:
    case TYPE_FLOAT32X: return (double)v;
    case TYPE_LDOUBLE: return t->size == 8 ? (double)v : v;
    }
    return v;
}

static bool is_float_format(const Type *t)
{
    return t->kind == TYPE_FLOAT || t->kind == TYPE_FLOAT32;
}
static bool is_double_format(const Type *t)
{
    return t->kind == TYPE_DOUBLE || t->kind == TYPE_FLOAT64 || t->kind == TYPE_FLOAT32X ||
           (t->kind == TYPE_LDOUBLE && t->size == 8);
}

static long double arith_raw(const Type *t, BinaryOp op, long double a, long double b)
{
    if (is_float_format(t)) {
        float x = (float)a, y = (float)b;
        return op == BIN_ADD ? x + y : op == BIN_SUB ? x - y : op == BIN_MUL ? x * y : x / y;
    }
    if (is_double_format(t)) {
        double x = (double)a, y = (double)b;
        return op == BIN_ADD ? x + y : op == BIN_SUB ? x - y : op == BIN_MUL ? x * y : x / y;
    }
    long double r = op == BIN_ADD ? a + b : op == BIN_SUB ? a - b : op == BIN_MUL ? a * b : a / b;
    return const_round(t, r);
}

/* The sign of a NaN is visible in memory: gcc's here, not that of the machine we run on. */
static long double arith(const Type *t, BinaryOp op, long double a, long double b)
{
    long double r = arith_raw(t, op, a, b);
    if (!isnan(r))
        return r;
    bool minus = false;
    if (isnan(a) || isnan(b))
        minus = signbit(isnan(a) ? a : b);
    else if (op == BIN_MUL || op == BIN_DIV)
        minus = !signbit(a) != !signbit(b);
    return copysignl(r, minus ? -1 : 1);
}

bool const_truth(ConstValue a, bool *truth)
{
    if (a.kind == CONST_INT)
        *truth = a.i != 0;
    else if (a.kind == CONST_FLOAT)
        *truth = a.re != 0;
    else if (a.kind == CONST_COMPLEX)
        *truth = a.re != 0 || a.im != 0;
    else if (a.kind == CONST_ADDRESS)
        *truth = true;
    else
        return false;
    /* A weak symbol may be absent. */
    return a.kind != CONST_ADDRESS || a.base != CONST_BASE_SYMBOL ||
           !(attr_find(a.sym->attrs, ATTR_WEAK) || attr_find(a.sym->attrs, ATTR_WEAKREF) ||
             attr_find(a.sym->attrs, ATTR_WEAK_IMPORT));
}

/* ---- conversions --------------------------------------------------------------------- */

/* C23 6.3.1.4: towards zero. What does not fit is undefined; gcc saturates, and so do we. */
static ConstValue float_to_int(const Type *to, long double x)
{
    uint32_t width = to->width ? to->width : 64;
    uint32_t bits = to->is_unsigned ? width : width - 1;
    u128 max = bits >= 128 ? ~(u128)0 : ((u128)1 << bits) - 1;
    if (isnan(x))
        return const_int(to, 0);
    x = truncl(x);
    if (x < 0 && (to->is_unsigned || x < -ldexpl(1, (int)bits)))
        return const_int(to, to->is_unsigned ? 0 : ~max);
    if (x >= ldexpl(1, (int)bits))
        return const_int(to, max);
    return const_int(to, x < 0 ? (u128)(i128)x : (u128)x);
}

static long double int_to_float(const Type *from, const Type *to, i128 i)
{
    bool big = from->is_unsigned && i < 0; /* an unsigned __int128 with its top bit set */
    if (is_float_format(to))
        return big ? (float)(u128)i : (float)i;
    if (is_double_format(to))
        return big ? (double)(u128)i : (double)i;
    return const_round(to, big ? (long double)(u128)i : (long double)i);
}

static bool to_complex(const Type *from, const Type *to, ConstValue in, ConstValue *out)
{
    const Type *elem = to->elem;
    ConstValue r = {.kind = CONST_COMPLEX};
    if (in.kind == CONST_ADDRESS)
        return false;
    if (in.kind == CONST_INT && type_is_floating(elem))
        r.re = int_to_float(from, elem, in.i);
    else if (in.kind == CONST_INT)
        r.re = (long double)in.i;
    else if (in.kind == CONST_FLOAT)
        r.re = in.re;
    else {
        r.re = in.re;
        r.im = in.im;
    }
    if (type_is_floating(elem)) {
        r.re = const_round(elem, r.re);
        r.im = const_round(elem, r.im);
    } else {
        r.re = truncl(r.re);
        r.im = truncl(r.im);
    }
    *out = r;
    return true;
}

bool const_convert(const Type *from, const Type *to, ConstValue in, ConstValue *out)
{
    *out = in;
    if (to->kind == TYPE_COMPLEX)
        return to_complex(from, to, in, out);
    if (in.kind == CONST_COMPLEX && to->kind != TYPE_BOOL) {
        /* C23 6.3.1.7: the imaginary part is dropped. */
        in = (ConstValue){.kind = CONST_FLOAT, .re = in.re};
        if (from->kind == TYPE_COMPLEX)
            from = from->elem;
    }
    if (to->kind == TYPE_BOOL) {
        bool truth;
        if (!const_truth(in, &truth))
            return false;
        *out = const_int(to, truth);
        return true;
    }
    if (type_is_floating(to)) {
        if (in.kind == CONST_FLOAT)
            *out = const_float(to, in.re);
        else if (in.kind == CONST_INT)
            *out = const_float(to, int_to_float(from, to, in.i));
        else
            return false;
        return true;
    }
    if (type_is_integer(to) || to->kind == TYPE_POINTER || to->kind == TYPE_NULLPTR) {
        if (in.kind == CONST_FLOAT && to->kind != TYPE_POINTER)
            *out = float_to_int(to, in.re);
        else if (in.kind == CONST_INT)
            *out = const_int(to, (u128)in.i);
        /* An address survives in an integer that holds all of it. */
        else if (in.kind == CONST_ADDRESS && to->size >= from->size)
            *out = in;
        else
            return false;
        return true;
    }
    return false;
}

/* ---- operators ----------------------------------------------------------------------- */
bool const_unary(const Type *t, UnaryOp op, ConstValue a, ConstValue *out)
{
    bool truth;
    if (op == UN_LNOT) {
        if (!const_truth(a, &truth))
            return false;
        *out = const_int(t, !truth);
        return true;
    }
    if (a.kind == CONST_ADDRESS && op != UN_PLUS && op != UN_EXTENSION)
        return false;
    *out = a;
    switch (op) {
    case UN_PLUS:
    case UN_EXTENSION: break;
    case UN_MINUS:
        if (a.kind == CONST_INT)
            *out = const_int(t, -(u128)a.i);
        out->re = -a.re;
        out->im = -a.im;
        break;
    case UN_NOT:
        if (a.kind == CONST_FLOAT)
            return false;
        if (a.kind == CONST_INT)
            *out = const_int(t, ~(u128)a.i);
        out->im = -a.im; /* GNU: the conjugate */
        break;
    case UN_REAL:
    case UN_IMAG: {
        long double part = op == UN_REAL ? a.re : a.im;
        if (a.kind != CONST_COMPLEX) { /* of a real number */
            if (op == UN_IMAG)
                *out = a.kind == CONST_INT ? const_int(t, 0) : const_float(t, 0);
        } else if (type_is_floating(t)) {
            *out = const_float(t, part);
        } else {
            *out = const_int(t, (u128)(i128)part);
        }
        break;
    }
    case UN_LNOT:
    case UN_DEREF:
    case UN_ADDR:
    case UN_PRE_INC:
    case UN_PRE_DEC:
    case UN_POST_INC:
    case UN_POST_DEC: return false;
    }
    return true;
}

static bool compare(BinaryOp op, bool less, bool equal, bool unordered)
{
    if (op == BIN_EQ)
        return equal;
    if (op == BIN_NE)
        return !equal;
    if (unordered)
        return false;
    if (op == BIN_LT)
        return less;
    if (op == BIN_LE)
        return less || equal;
    if (op == BIN_GT)
        return !less && !equal;
    return !less; /* BIN_GE */
}

static bool is_comparison(BinaryOp op)
{
    return op == BIN_LT || op == BIN_GT || op == BIN_LE || op == BIN_GE || op == BIN_EQ ||
           op == BIN_NE;
}

static bool shift(const Type *t, BinaryOp op, i128 a, i128 by, ConstValue *out)
{
    if (by < 0 || by >= t->width)
        return false; /* undefined, C23 6.5.8p3 */
    int n = (int)by;
    u128 r = op == BIN_SHL ? (u128)a << n : t->is_unsigned ? (u128)a >> n : (u128)(a >> n);
    *out = const_int(t, r);
    return true;
}

static bool divide(const Type *t, BinaryOp op, i128 a, i128 b, ConstValue *out)
{
    if (b == 0)
        return false;
    u128 r;
    if (t->is_unsigned)
        r = op == BIN_DIV ? (u128)a / (u128)b : (u128)a % (u128)b;
    else if (b == -1)
        r = op == BIN_DIV ? -(u128)a : 0; /* INT128_MIN / -1 would trap here */
    else
        r = (u128)(op == BIN_DIV ? a / b : a % b);
    *out = const_int(t, r);
    return true;
}

static bool int_binary(const Type *t, const Type *from, BinaryOp op, i128 a, i128 b,
                       ConstValue *out)
{
    u128 x = (u128)a, y = (u128)b;
    if (is_comparison(op)) {
        bool is_unsigned = from->is_unsigned || from->kind == TYPE_POINTER;
        bool less = is_unsigned ? x < y : a < b;
        *out = const_int(t, compare(op, less, a == b, false));
        return true;
    }
    switch ((int)op) { /* the others are not arithmetic */
    case BIN_ADD: *out = const_int(t, x + y); return true;
    case BIN_SUB: *out = const_int(t, x - y); return true;
    case BIN_MUL: *out = const_int(t, x * y); return true;
    case BIN_AND: *out = const_int(t, x & y); return true;
    case BIN_OR: *out = const_int(t, x | y); return true;
    case BIN_XOR: *out = const_int(t, x ^ y); return true;
    case BIN_DIV:
    case BIN_REM: return divide(t, op, a, b, out);
    case BIN_SHL:
    case BIN_SHR: return shift(t, op, a, b, out);
    }
    return false;
}

static bool complex_binary(const Type *t, BinaryOp op, ConstValue a, ConstValue b, ConstValue *out)
{
    if (op == BIN_EQ || op == BIN_NE) {
        bool same = a.re == b.re && a.im == b.im;
        *out = const_int(t, op == BIN_EQ ? same : !same);
        return true;
    }
    if (t->kind != TYPE_COMPLEX)
        return false;
    const Type *f = t->elem;
    ConstValue r = {.kind = CONST_COMPLEX};
    if (op == BIN_ADD || op == BIN_SUB) {
        r.re = arith(f, op, a.re, b.re);
        r.im = arith(f, op, a.im, b.im);
    } else if (op == BIN_MUL) {
        r.re = arith(f, BIN_SUB, arith(f, op, a.re, b.re), arith(f, op, a.im, b.im));
        r.im = arith(f, BIN_ADD, arith(f, op, a.re, b.im), arith(f, op, a.im, b.re));
    } else if (op == BIN_DIV) {
        long double d = b.re * b.re + b.im * b.im;
        r.re = (a.re * b.re + a.im * b.im) / d;
        r.im = (a.im * b.re - a.re * b.im) / d;
        r.re = type_is_floating(f) ? const_round(f, r.re) : truncl(r.re);
        r.im = type_is_floating(f) ? const_round(f, r.im) : truncl(r.im);
    } else {
        return false;
    }
    *out = r;
    return true;
}

bool const_binary(const Type *t, const Type *from, BinaryOp op, ConstValue a, ConstValue b,
                  ConstValue *out)
{
    if (a.kind == CONST_INT && b.kind == CONST_INT)
        return int_binary(t, from, op, a.i, b.i, out);
    if (a.kind == CONST_COMPLEX && b.kind == CONST_COMPLEX)
        return complex_binary(t, op, a, b, out);
    if (a.kind != CONST_FLOAT || b.kind != CONST_FLOAT)
        return false;
    if (is_comparison(op)) {
        bool r = compare(op, a.re < b.re, a.re == b.re, isunordered(a.re, b.re));
        *out = const_int(t, r);
        return true;
    }
    if (op != BIN_ADD && op != BIN_SUB && op != BIN_MUL && op != BIN_DIV)
        return false;
    *out = (ConstValue){.kind = CONST_FLOAT, .re = arith(t, op, a.re, b.re)};
    return true;
}
