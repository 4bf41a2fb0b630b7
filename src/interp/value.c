/* interp/value.c - arithmetic and conversions of values.
 *
 * What comes in: operands in their types, already converted by sema. What goes out: the value of
 * the result's type, or an error where C leaves it undefined. Written from the standard and from
 * neither sema/const.c nor engine/arith.c, so that they can disagree.
 *
 *     INT_MAX + 1        integer-overflow (with -fwrapv: INT_MIN)
 *     1 << 32            bad-shift
 *     -1 << 3            -8, as GCC defines it
 *     (int)1e30          some number: the conversion of what does not fit is not reported */
#include "interp/interp_internal.h"

static bool is_double(const Type *t)
{
    return t->kind == TYPE_DOUBLE || t->kind == TYPE_FLOAT64 || t->kind == TYPE_FLOAT32X;
}
static bool is_float(const Type *t)
{
    return t->kind == TYPE_FLOAT || t->kind == TYPE_FLOAT32;
}
static bool is_extended(const Type *t)
{
    return t->kind == TYPE_LDOUBLE || t->kind == TYPE_FLOAT64X;
}
static bool is_quad(const Type *t)
{
    return t->kind == TYPE_FLOAT128;
}

static bool by_bytes(const Type *t)
{
    return t->kind == TYPE_VECTOR || t->kind == TYPE_COMPLEX;
}
static bool is_ptr(const Type *t)
{
    return t->kind == TYPE_POINTER || t->kind == TYPE_NULLPTR;
}

Scalar value_get(const Type *t, const void *at)
{
    Scalar v;
    memset(&v, 0, sizeof v);
    memcpy(v.bytes, at, t->size <= sizeof v.bytes ? t->size : sizeof v.bytes);
    if (type_is_integer(t))
        v.i = type_wrap(t, v.i);
    return v;
}

void value_put(const Type *t, void *at, Scalar v)
{
    memcpy(at, v.bytes, t->kind == TYPE_LDOUBLE ? 10 : t->size);
}

Scalar value_get_bits(const Field *f, const void *record)
{
    Scalar v = {0};
    uint64_t first = f->offset + f->bit_offset / 8;
    uint32_t shift = f->bit_offset % 8;
    memcpy(v.bytes, (const char *)record + first, (shift + f->bit_width + 7) / 8);
    v.i >>= shift;
    v.i &= f->bit_width >= 128 ? ~(u128)0 : ((u128)1 << f->bit_width) - 1;
    if (!f->type->is_unsigned && f->bit_width && (v.i >> (f->bit_width - 1) & 1))
        v.i |= ~(u128)0 << f->bit_width;
    return v;
}

void value_put_bits(const Field *f, void *record, Scalar v)
{
    Scalar old = {0};
    uint64_t first = f->offset + f->bit_offset / 8;
    uint32_t shift = f->bit_offset % 8, bytes = (shift + f->bit_width + 7) / 8;
    u128 mask = ((u128)1 << f->bit_width) - 1;
    memcpy(old.bytes, (const char *)record + first, bytes);
    old.i = (old.i & ~(mask << shift)) | (v.i & mask) << shift;
    memcpy((char *)record + first, old.bytes, bytes);
}

/* Bit n of byte k stands for bit n of that byte of the record. */
void value_mark_bits(const Field *f, unsigned char *init)
{
    for (uint32_t i = 0; i < f->bit_width; i++) {
        uint32_t bit = f->bit_offset + i;
        init[f->offset + bit / 8] |= (unsigned char)(1u << bit % 8);
    }
}

bool value_has_bits(const Field *f, const unsigned char *init)
{
    for (uint32_t i = 0; i < f->bit_width; i++) {
        uint32_t bit = f->bit_offset + i;
        if (!(init[f->offset + bit / 8] >> bit % 8 & 1))
            return false;
    }
    return true;
}

bool value_truth(const Type *t, Scalar v)
{
    if (is_float(t))
        return v.f != 0;
    if (is_double(t))
        return v.d != 0;
    if (is_extended(t))
        return v.ld != 0;
    if (is_quad(t))
        return v.q != 0;
    if (t->kind == TYPE_COMPLEX) {
        Scalar im = value_get(t->elem, (const char *)v.bytes + t->elem->size);
        return value_truth(t->elem, value_get(t->elem, (const char *)v.bytes)) ||
               value_truth(t->elem, im);
    }
    return v.i != 0;
}

static Scalar boolean(bool b)
{
    return (Scalar){.i = b};
}

#define FLOATING(member)                                                                           \
    switch (op) {                                                                                  \
    case BIN_ADD: r.member = x.member + y.member; return r;                                        \
    case BIN_SUB: r.member = x.member - y.member; return r;                                        \
    case BIN_MUL: r.member = x.member * y.member; return r;                                        \
    case BIN_DIV: r.member = x.member / y.member; return r;                                        \
    case BIN_LT: return boolean(x.member < y.member);                                              \
    case BIN_GT: return boolean(x.member > y.member);                                              \
    case BIN_LE: return boolean(x.member <= y.member);                                             \
    case BIN_GE: return boolean(x.member >= y.member);                                             \
    case BIN_EQ: return boolean(x.member == y.member);                                             \
    case BIN_NE: return boolean(x.member != y.member);                                             \
    case BIN_REM:                                                                                  \
    case BIN_SHL:                                                                                  \
    case BIN_SHR:                                                                                  \
    case BIN_AND:                                                                                  \
    case BIN_XOR:                                                                                  \
    case BIN_OR:                                                                                   \
    case BIN_LAND:                                                                                 \
    case BIN_LOR:                                                                                  \
    case BIN_COMMA: break;                                                                         \
    }                                                                                              \
    interp_cannot(run, "a floating operator")

/* C23 6.5.1p5: a result outside of its type; of unsigned types there is none. */
static void check_range(Run *run, const Type *t, Scalar exact, bool wide, const char *what)
{
    if (t->is_unsigned || run->options->wrap || t->kind == TYPE_BOOL)
        return;
    if (wide || type_wrap(t, exact.i) != exact.i)
        interp_error(run, RUN_INTEGER_OVERFLOW, NULL, "%s of `%s` overflows", what,
                     type_spell(run->arena, t));
}

static Scalar divide(Run *run, BinaryOp op, const Type *t, bool u, Scalar x, Scalar y)
{
    i128 a = (i128)x.i, b = (i128)y.i;
    Scalar r = {0};
    if (!y.i)
        interp_error(run, RUN_DIV_BY_ZERO, NULL, "%s by zero",
                     op == BIN_DIV ? "division" : "remainder of a division");
    if (u) {
        r.i = op == BIN_DIV ? x.i / y.i : x.i % y.i;
    } else if (b == -1) { /* the smallest number by -1 */
        r.i = -x.i;
        check_range(run, t, r, t->width == 128 && r.i == x.i && x.i, "a division");
        if (op == BIN_REM)
            r.i = 0;
    } else {
        r.i = (u128)(op == BIN_DIV ? a / b : a % b);
    }
    return r;
}

static Scalar shift(Run *run, BinaryOp op, const Type *t, bool u, Scalar x, Scalar y)
{
    Scalar r = {0};
    /* y is extended by its own type: a negative one is huge */
    if (y.i >= t->width)
        interp_error(run, RUN_BAD_SHIFT, NULL, "a shift of `%s` by %s%llu",
                     type_spell(run->arena, t), (i128)y.i < 0 ? "-" : "",
                     (unsigned long long)((i128)y.i < 0 ? -y.i : y.i));
    uint32_t by = (uint32_t)y.i;
    r.i = op == BIN_SHL ? x.i << by : u ? x.i >> by : (u128)((i128)x.i >> by);
    return r;
}

static Scalar integer(Run *run, BinaryOp op, const Type *t, Scalar x, Scalar y)
{
    bool u = is_ptr(t) || t->is_unsigned;
    i128 a = (i128)x.i, b = (i128)y.i, v = 0;
    Scalar r = {0};
    switch (op) {
    case BIN_ADD:
        check_range(run, t, (Scalar){.i = x.i + y.i}, !u && __builtin_add_overflow(a, b, &v),
                    "an addition");
        r.i = x.i + y.i;
        break;
    case BIN_SUB:
        check_range(run, t, (Scalar){.i = x.i - y.i}, !u && __builtin_sub_overflow(a, b, &v),
                    "a subtraction");
        r.i = x.i - y.i;
        break;
    case BIN_MUL:
        check_range(run, t, (Scalar){.i = x.i * y.i}, !u && __builtin_mul_overflow(a, b, &v),
                    "a multiplication");
        r.i = x.i * y.i;
        break;
    case BIN_DIV:
    case BIN_REM: r = divide(run, op, t, u, x, y); break;
    case BIN_SHL:
    case BIN_SHR: r = shift(run, op, t, u, x, y); break;
    case BIN_LT: return boolean(u ? x.i < y.i : a < b);
    case BIN_GT: return boolean(u ? x.i > y.i : a > b);
    case BIN_LE: return boolean(u ? x.i <= y.i : a <= b);
    case BIN_GE: return boolean(u ? x.i >= y.i : a >= b);
    case BIN_EQ: return boolean(x.i == y.i);
    case BIN_NE: return boolean(x.i != y.i);
    case BIN_AND: r.i = x.i & y.i; break;
    case BIN_XOR: r.i = x.i ^ y.i; break;
    case BIN_OR: r.i = x.i | y.i; break;
    case BIN_LAND:
    case BIN_LOR:
    case BIN_COMMA: interp_cannot(run, "no arithmetic operator");
    }
    r.i = is_ptr(t) ? (uint64_t)r.i : type_wrap(t, r.i);
    return r;
}

static Scalar vector(Run *run, BinaryOp op, const Type *t, const Type *result, Scalar x, Scalar y)
{
    Scalar out = {0};
    bool compare = op >= BIN_LT && op <= BIN_NE;
    for (uint64_t i = 0; i < t->u.array.count; i++) {
        const Type *e = t->elem;
        Scalar a = value_get(e, (const char *)x.bytes + i * e->size);
        Scalar b = value_get(e, (const char *)y.bytes + i * e->size);
        Scalar v = value_op(run, op, e, e, a, b);
        if (compare)
            v.i = v.i ? ~(u128)0 : 0; /* GNU: all ones */
        value_put(compare ? result->elem : e, (char *)out.bytes + i * e->size, v);
    }
    return out;
}

/* C23 annex G, without its care for infinities. */
static Scalar complex_binary(Run *run, BinaryOp op, const Type *t, Scalar x, Scalar y)
{
    const Type *e = t->elem;
    const char *px = (const char *)x.bytes, *py = (const char *)y.bytes;
    Scalar a = value_get(e, px), b = value_get(e, px + e->size);
    Scalar c = value_get(e, py), d = value_get(e, py + e->size), re, im, out = {0};
#define OP(o, l, r) value_op(run, o, e, e, l, r)
    if (op == BIN_EQ || op == BIN_NE) {
        bool same = OP(BIN_EQ, a, c).i && OP(BIN_EQ, b, d).i;
        return boolean(same == (op == BIN_EQ));
    }
    if (op == BIN_ADD || op == BIN_SUB) {
        re = OP(op, a, c);
        im = OP(op, b, d);
    } else if (op == BIN_MUL) {
        re = OP(BIN_SUB, OP(BIN_MUL, a, c), OP(BIN_MUL, b, d));
        im = OP(BIN_ADD, OP(BIN_MUL, a, d), OP(BIN_MUL, b, c));
    } else {
        Scalar n = OP(BIN_ADD, OP(BIN_MUL, c, c), OP(BIN_MUL, d, d));
        re = OP(BIN_DIV, OP(BIN_ADD, OP(BIN_MUL, a, c), OP(BIN_MUL, b, d)), n);
        im = OP(BIN_DIV, OP(BIN_SUB, OP(BIN_MUL, b, c), OP(BIN_MUL, a, d)), n);
    }
#undef OP
    value_put(e, (char *)out.bytes, re);
    value_put(e, (char *)out.bytes + e->size, im);
    return out;
}

Scalar value_op(Run *run, BinaryOp op, const Type *t, const Type *result, Scalar x, Scalar y)
{
    Scalar r = {0};
    if (t->kind == TYPE_VECTOR)
        return vector(run, op, t, result, x, y);
    if (t->kind == TYPE_COMPLEX)
        return complex_binary(run, op, t, x, y);
    if (is_float(t)) {
        FLOATING(f);
    }
    if (is_double(t)) {
        FLOATING(d);
    }
    if (is_extended(t)) {
        FLOATING(ld);
    }
    if (is_quad(t)) {
        FLOATING(q);
    }
    if (!type_is_integer(t) && !is_ptr(t))
        interp_cannot(run, "operands of type `%s`", type_spell(run->arena, t));
    return integer(run, op, t, x, y);
}

Scalar value_un(Run *run, UnaryOp op, const Type *t, const Type *result, Scalar x)
{
    Scalar r = {0};
    if (op == UN_REAL || op == UN_IMAG)
        return value_get(t->elem, (const char *)x.bytes + (op == UN_IMAG ? t->elem->size : 0));
    if (by_bytes(t)) {
        uint64_t n = t->kind == TYPE_COMPLEX ? 2 : t->u.array.count;
        for (uint64_t i = 0; i < n; i++) {
            Scalar v = value_get(t->elem, (const char *)x.bytes + i * t->elem->size);
            bool conjugate = t->kind == TYPE_COMPLEX && op == UN_NOT;
            if (op == UN_LNOT)
                v.i = value_truth(t->elem, v) ? 0 : ~(u128)0;
            else if (!conjugate || i)
                v = value_un(run, conjugate ? UN_MINUS : op, t->elem, t->elem, v);
            value_put(op == UN_LNOT ? result->elem : t->elem, (char *)r.bytes + i * t->elem->size,
                      v);
        }
        if (op == UN_LNOT && t->kind == TYPE_COMPLEX)
            return boolean(!value_truth(t, x));
        return r;
    }
    if (op == UN_LNOT)
        return boolean(!value_truth(t, x));
    if (op == UN_PLUS)
        return x;
    if (op == UN_MINUS && is_float(t))
        return (Scalar){.f = -x.f};
    if (op == UN_MINUS && is_double(t))
        return (Scalar){.d = -x.d};
    if (op == UN_MINUS && is_extended(t))
        return (Scalar){.ld = -x.ld};
    if (op == UN_MINUS && is_quad(t))
        return (Scalar){.q = -x.q};
    r.i = op == UN_MINUS ? -x.i : ~x.i;
    if (op == UN_MINUS)
        check_range(run, t, r, t->width == 128 && r.i == x.i && x.i, "a negation");
    r.i = type_wrap(t, r.i);
    return r;
}

static __float128 to_quad(const Type *t, Scalar v)
{
    if (is_float(t))
        return v.f;
    if (is_double(t))
        return v.d;
    if (is_extended(t))
        return v.ld;
    return v.q;
}

static Scalar from_quad(const Type *t, __float128 q)
{
    Scalar r;
    memset(&r, 0, sizeof r);
    if (is_float(t))
        r.f = (float)q;
    else if (is_double(t))
        r.d = (double)q;
    else if (is_extended(t))
        r.ld = (long double)q;
    else
        r.q = q;
    return r;
}

static Scalar int_to_float(const Type *from, const Type *to, Scalar x)
{
    Scalar r;
    memset(&r, 0, sizeof r);
    bool u = from->is_unsigned; /* once, in the target's precision: no double rounding */
    if (is_float(to))
        r.f = u ? (float)x.i : (float)(i128)x.i;
    else if (is_double(to))
        r.d = u ? (double)x.i : (double)(i128)x.i;
    else if (is_extended(to))
        r.ld = u ? (long double)x.i : (long double)(i128)x.i;
    else
        r.q = u ? (__float128)x.i : (__float128)(i128)x.i;
    return r;
}

static Scalar to_complex(Run *run, const Type *from, const Type *to, Scalar x)
{
    Scalar r = {0}; /* zero is all bits zero in every type */
    if (from->kind != TYPE_COMPLEX) {
        value_put(to->elem, (char *)r.bytes, value_cast(run, from, to->elem, x));
        return r;
    }
    const Type *part = from->elem;
    for (uint32_t i = 0; i < 2; i++) {
        Scalar v = value_get(part, (const char *)x.bytes + i * part->size);
        value_put(to->elem, (char *)r.bytes + i * to->elem->size,
                  value_cast(run, part, to->elem, v));
    }
    return r;
}

Scalar value_cast(Run *run, const Type *from, const Type *to, Scalar x)
{
    if (to->kind == TYPE_VECTOR && from->kind != TYPE_VECTOR && from->size != to->size) {
        Scalar all = {0}; /* GNU: a scalar operand stands for a vector of it */
        for (uint64_t i = 0; i < to->u.array.count; i++)
            value_put(from, (char *)all.bytes + i * from->size, x);
        return all;
    }
    if (from->kind == TYPE_VECTOR || to->kind == TYPE_VECTOR)
        return x; /* same bytes */
    if (to->kind == TYPE_COMPLEX)
        return to_complex(run, from, to, x);
    if (to->kind == TYPE_BOOL)
        return boolean(value_truth(from, x));
    if (from->kind == TYPE_COMPLEX)
        return value_cast(run, from->elem, to, value_get(from->elem, (const char *)x.bytes));
    bool floats = type_is_floating(from), floating = type_is_floating(to);
    if (floats && floating)
        return from_quad(to, to_quad(from, x));
    if (floating)
        return int_to_float(from, to, x);
    if (floats) {
        __float128 q = to_quad(from, x);
        Scalar r = {0};
        r.i = q < 0 ? (u128)(i128)q : (u128)q;
        r.i = type_wrap(to, r.i);
        return r;
    }
    if (type_is_integer(to))
        x.i = type_wrap(to, x.i);
    else
        x.i = (uint64_t)x.i;
    return x;
}
