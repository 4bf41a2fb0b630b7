/* tests/tools/mirrun_value.c - arithmetic and conversions, written from the standard and not from
 * const.c, so that the two can disagree. */
#include "mirrun.h"

#include <math.h>

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

Value run_read(const Type *t, const char *at)
{
    Value v;
    memset(&v, 0, sizeof v);
    memcpy(v.bytes, at, t->size <= sizeof v.bytes ? t->size : sizeof v.bytes);
    if (type_is_integer(t))
        v.i = type_wrap(t, v.i);
    return v;
}

void run_write(const Type *t, char *at, Value v)
{
    memcpy(at, v.bytes, t->kind == TYPE_LDOUBLE ? 10 : t->size);
}

Value run_read_bits(const Field *f, const char *record)
{
    Value v = {0};
    uint64_t first = f->offset + f->bit_offset / 8;
    uint32_t shift = f->bit_offset % 8;
    memcpy(v.bytes, record + first, (shift + f->bit_width + 7) / 8);
    v.i >>= shift;
    v.i &= f->bit_width >= 128 ? ~(u128)0 : ((u128)1 << f->bit_width) - 1;
    if (!f->type->is_unsigned && f->bit_width && (v.i >> (f->bit_width - 1) & 1))
        v.i |= ~(u128)0 << f->bit_width;
    return v;
}

void run_write_bits(const Field *f, char *record, Value v)
{
    Value old = {0};
    uint64_t first = f->offset + f->bit_offset / 8;
    uint32_t shift = f->bit_offset % 8, bytes = (shift + f->bit_width + 7) / 8;
    u128 mask = ((u128)1 << f->bit_width) - 1;
    memcpy(old.bytes, record + first, bytes);
    old.i = (old.i & ~(mask << shift)) | (v.i & mask) << shift;
    memcpy(record + first, old.bytes, bytes);
}

bool run_truth(const Type *t, Value v)
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
        Value im = run_read(t->elem, (const char *)v.bytes + t->elem->size);
        return run_truth(t->elem, run_read(t->elem, (const char *)v.bytes)) ||
               run_truth(t->elem, im);
    }
    return v.i != 0;
}

static Value boolean(bool b)
{
    return (Value){.i = b};
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
    run_die(run, "floating operator")

static Value integer(Run *run, BinaryOp op, const Type *t, Value x, Value y)
{
    bool u = is_ptr(t) || t->is_unsigned;
    i128 a = (i128)x.i, b = (i128)y.i;
    Value r = {0};
    uint32_t width = is_ptr(t) ? 64 : t->width;
    switch (op) {
    case BIN_ADD: r.i = x.i + y.i; break;
    case BIN_SUB: r.i = x.i - y.i; break;
    case BIN_MUL: r.i = x.i * y.i; break;
    case BIN_DIV:
    case BIN_REM:
        if (!y.i)
            run_die(run, "division by zero");
        if (u)
            r.i = op == BIN_DIV ? x.i / y.i : x.i % y.i;
        else if (b == -1)
            r.i = op == BIN_DIV ? -x.i : 0;
        else
            r.i = (u128)(op == BIN_DIV ? a / b : a % b);
        break;
    case BIN_SHL: r.i = x.i << (y.i % width); break;
    case BIN_SHR: r.i = u ? x.i >> (y.i % width) : (u128)(a >> (y.i % width)); break;
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
    case BIN_COMMA: run_die(run, "no arithmetic operator");
    }
    r.i = is_ptr(t) ? (uint64_t)r.i : type_wrap(t, r.i);
    return r;
}

static Value vector(Run *run, BinaryOp op, const Type *t, const Type *result, Value x, Value y)
{
    Value out = {0};
    bool compare = op >= BIN_LT && op <= BIN_NE;
    for (uint64_t i = 0; i < t->u.array.count; i++) {
        const Type *e = t->elem;
        Value a = run_read(e, (const char *)x.bytes + i * e->size);
        Value b = run_read(e, (const char *)y.bytes + i * e->size);
        Value v = run_binary(run, op, e, e, a, b, e);
        if (compare)
            v.i = v.i ? ~(u128)0 : 0; /* GNU: all ones */
        run_write(compare ? result->elem : e, (char *)out.bytes + i * e->size, v);
    }
    return out;
}

/* C23 annex G, without its care for infinities. */
static Value complex_binary(Run *run, BinaryOp op, const Type *t, Value x, Value y)
{
    const Type *e = t->elem;
    const char *px = (const char *)x.bytes, *py = (const char *)y.bytes;
    Value a = run_read(e, px), b = run_read(e, px + e->size);
    Value c = run_read(e, py), d = run_read(e, py + e->size), re, im, out = {0};
#define OP(o, l, r) run_binary(run, o, e, e, l, r, e)
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
        Value n = OP(BIN_ADD, OP(BIN_MUL, c, c), OP(BIN_MUL, d, d));
        re = OP(BIN_DIV, OP(BIN_ADD, OP(BIN_MUL, a, c), OP(BIN_MUL, b, d)), n);
        im = OP(BIN_DIV, OP(BIN_SUB, OP(BIN_MUL, b, c), OP(BIN_MUL, a, d)), n);
    }
#undef OP
    run_write(e, (char *)out.bytes, re);
    run_write(e, (char *)out.bytes + e->size, im);
    return out;
}

Value run_binary(Run *run, BinaryOp op, const Type *t, const Type *result, Value x, Value y,
                 const Type *shift)
{
    Value r = {0};
    (void)shift;
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
        run_die(run, "operands of type kind %d", t->kind);
    return integer(run, op, t, x, y);
}

Value run_unary(Run *run, UnaryOp op, const Type *t, const Type *result, Value x)
{
    Value r = {0};
    if (op == UN_REAL || op == UN_IMAG)
        return run_read(t->elem, (const char *)x.bytes + (op == UN_IMAG ? t->elem->size : 0));
    if (by_bytes(t)) {
        uint64_t n = t->kind == TYPE_COMPLEX ? 2 : t->u.array.count;
        for (uint64_t i = 0; i < n; i++) {
            Value v = run_read(t->elem, (const char *)x.bytes + i * t->elem->size);
            bool conjugate = t->kind == TYPE_COMPLEX && op == UN_NOT;
            if (op == UN_LNOT)
                v.i = run_truth(t->elem, v) ? 0 : ~(u128)0;
            else if (!conjugate || i)
                v = run_unary(run, conjugate ? UN_MINUS : op, t->elem, t->elem, v);
            run_write(op == UN_LNOT ? result->elem : t->elem, (char *)r.bytes + i * t->elem->size,
                      v);
        }
        if (op == UN_LNOT && t->kind == TYPE_COMPLEX)
            return boolean(!run_truth(t, x));
        return r;
    }
    if (op == UN_LNOT)
        return boolean(!run_truth(t, x));
    if (op == UN_PLUS)
        return x;
    if (op == UN_MINUS && is_float(t))
        return (Value){.f = -x.f};
    if (op == UN_MINUS && is_double(t))
        return (Value){.d = -x.d};
    if (op == UN_MINUS && is_extended(t))
        return (Value){.ld = -x.ld};
    if (op == UN_MINUS && is_quad(t))
        return (Value){.q = -x.q};
    r.i = type_wrap(t, op == UN_MINUS ? -x.i : ~x.i);
    return r;
}

static __float128 to_quad(const Type *t, Value v)
{
    if (is_float(t))
        return v.f;
    if (is_double(t))
        return v.d;
    if (is_extended(t))
        return v.ld;
    return v.q;
}

static Value from_quad(const Type *t, __float128 q)
{
    Value r;
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

static Value int_to_float(const Type *from, const Type *to, Value x)
{
    Value r;
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

static Value to_complex(Run *run, const Type *from, const Type *to, Value x)
{
    Value r = {0}; /* zero is all bits zero in every type */
    if (from->kind != TYPE_COMPLEX) {
        run_write(to->elem, (char *)r.bytes, run_convert(run, from, to->elem, x));
        return r;
    }
    const Type *part = from->elem;
    for (uint32_t i = 0; i < 2; i++) {
        Value v = run_read(part, (const char *)x.bytes + i * part->size);
        run_write(to->elem, (char *)r.bytes + i * to->elem->size,
                  run_convert(run, part, to->elem, v));
    }
    return r;
}

Value run_convert(Run *run, const Type *from, const Type *to, Value x)
{
    if (to->kind == TYPE_VECTOR && from->kind != TYPE_VECTOR && from->size != to->size) {
        Value all = {0}; /* GNU: a scalar operand stands for a vector of it */
        for (uint64_t i = 0; i < to->u.array.count; i++)
            run_write(from, (char *)all.bytes + i * from->size, x);
        return all;
    }
    if (from->kind == TYPE_VECTOR || to->kind == TYPE_VECTOR)
        return x; /* same bytes */
    if (to->kind == TYPE_COMPLEX)
        return to_complex(run, from, to, x);
    if (to->kind == TYPE_BOOL)
        return boolean(run_truth(from, x));
    if (from->kind == TYPE_COMPLEX)
        return run_convert(run, from->elem, to, run_read(from->elem, (const char *)x.bytes));
    bool floats = type_is_floating(from), floating = type_is_floating(to);
    if (floats && floating)
        return from_quad(to, to_quad(from, x));
    if (floating)
        return int_to_float(from, to, x);
    if (floats) {
        __float128 q = to_quad(from, x);
        Value r = {0};
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
