/* engine/arith.c - operators of C over abstract values, exact in width, sign and wrap for
 * constants.
 *
 * Constants fold exactly. A symbol plus a constant stays linear where the interval shows that
 * nothing wraps; everything else becomes a hash-consed symbol whose interval is computed from its
 * operands where that is cheap: masks, remainders, shifts right, small products.
 *
 * Floating numbers are not computed with. Of one that was found, or came from outside, the symbol
 * says what it is made of, so that what becomes of it in the end is still from outside; of a
 * constant, the value is its bits, which tell it from others. */
#include "engine/state.h"

static bool fits(Interval i, const Type *t)
{
    Interval r = interval_of_type(t);
    return i.lo >= r.lo && i.hi <= r.hi;
}

static Value int_of_type(i128 n, const Type *t)
{
    return value_int((int64_t)(uint64_t)type_wrap(t, (u128)n));
}

static bool fold(BinaryOp op, i128 a, i128 b, const Type *t, i128 *out)
{
    uint32_t width = t->width;
    switch (op) {
    case BIN_MUL: *out = (i128)((u128)a * (u128)b); return true; /* 2^64 squared is no i128 */
    case BIN_ADD: *out = a + b; return true;
    case BIN_SUB: *out = a - b; return true;
    case BIN_DIV: *out = b ? a / b : 0; return b != 0;
    case BIN_REM: *out = b ? a % b : 0; return b != 0;
    case BIN_SHL:
        if (b < 0 || b >= width || b > 63)
            return false;
        *out = (i128)((u128)a << b);
        return true;
    case BIN_SHR:
        if (b < 0 || b >= width || b > 63)
            return false;
        *out = a >> b;
        return true;
    case BIN_AND: *out = a & b; return true;
    case BIN_OR: *out = a | b; return true;
    case BIN_XOR: *out = a ^ b; return true;
    case BIN_LT: *out = a < b; return true;
    case BIN_GT: *out = a > b; return true;
    case BIN_LE: *out = a <= b; return true;
    case BIN_GE: *out = a >= b; return true;
    case BIN_EQ: *out = a == b; return true;
    case BIN_NE: *out = a != b; return true;
    case BIN_LAND: *out = a && b; return true;
    case BIN_LOR: *out = a || b; return true;
    case BIN_COMMA: *out = b; return true;
    }
    return false;
}

/* Interval of a result that was not folded; false: nothing better than the type's. */
static bool result_interval(const Analysis *an, const State *s, BinaryOp op, Value a, Value b,
                            const Type *t, Interval *out)
{
    Interval x = state_interval(an, s, a, t), y = state_interval(an, s, b, t);
    if (op == BIN_AND && y.lo >= 0 && (b.kind == VAL_INT || x.lo >= 0)) {
        *out = (Interval){0, x.lo >= 0 && x.hi < y.hi ? x.hi : y.hi};
        if (x.lo >= 0 && b.kind == VAL_INT && x.hi < (b.num & -b.num)) /* all its bits are below */
            out->hi = 0;
        return true;
    }
    if (op == BIN_REM && y.lo > 0) {
        *out = (Interval){x.lo >= 0 ? 0 : 1 - y.hi, y.hi - 1};
        return true;
    }
    if (op == BIN_SHR && x.lo >= 0 && b.kind == VAL_INT && b.num >= 0 && b.num < 64) {
        *out = (Interval){x.lo >> b.num, x.hi >> b.num};
        return true;
    }
    if (op == BIN_SHL && x.lo >= 0 && y.lo >= 0 && y.hi < 63 && x.hi < ((i128)1 << 60)) {
        *out = (Interval){x.lo << (int)y.lo, x.hi << (int)y.hi};
        return fits(*out, t);
    }
    if (op == BIN_OR && x.lo >= 0 && y.lo >= 0) { /* no bit is lost, none is above both */
        i128 most = 1, least = x.lo > y.lo ? x.lo : y.lo;
        while (most <= x.hi || most <= y.hi)
            most *= 2;
        *out = (Interval){least, most - 1};
        return true;
    }
    if (x.lo > x.hi || y.lo > y.hi)
        return false; /* a path that goes on after what can't be */
    if (op == BIN_DIV && x.lo >= 0 && y.lo > 0) {
        *out = (Interval){x.lo / y.hi, x.hi / y.lo};
        return true;
    }
    if ((op == BIN_ADD || op == BIN_SUB) && x.lo > -((i128)1 << 70) && y.lo > -((i128)1 << 70)) {
        *out = op == BIN_ADD ? (Interval){x.lo + y.lo, x.hi + y.hi}
                             : (Interval){x.lo - y.hi, x.hi - y.lo};
        return fits(*out, t);
    }
    if (op == BIN_MUL && x.lo >= 0 && y.lo >= 0 && x.hi < ((i128)1 << 60) &&
        y.hi < ((i128)1 << 60)) {
        *out = (Interval){x.lo * y.lo, x.hi * y.hi};
        return fits(*out, t);
    }
    return false;
}

/* x & m and x / m are at most x, half of something is less, x % m is below m. */
static void relate_result(Analysis *an, State *s, BinaryOp op, Value v, Value a, Value b,
                          const Type *t)
{
    bool a_positive = state_interval(an, s, a, t).lo >= 0;
    bool b_positive = state_interval(an, s, b, t).lo >= 0;
    if (!a_positive || !b_positive)
        return;
    bool halves = (op == BIN_DIV && state_interval(an, s, b, t).lo > 1) ||
                  (op == BIN_SHR && state_interval(an, s, b, t).lo > 0);
    bool less = an->safe && halves && state_range(an, s, a, t).lo > 0;
    if (op == BIN_AND || op == BIN_DIV || op == BIN_REM || op == BIN_SHR)
        state_relate(an, s, v, a, less ? -1 : 0);
    if (op == BIN_AND || op == BIN_REM)
        state_relate(an, s, v, b, op == BIN_REM ? -1 : 0);
}

static bool linear(const Analysis *an, const State *s, Value sym, i128 add, const Type *t,
                   Value *out)
{
    Interval i = state_interval(an, s, sym, t);
    Interval r = {i.lo + add, i.hi + add};
    i128 total = (i128)sym.num + add;
    /* signed overflow is undefined: the program that goes on did not overflow */
    if ((t->is_unsigned && !fits(r, t)) || total > INT32_MAX || total < INT32_MIN)
        return false;
    *out = value_sym(sym.id, (int64_t)total);
    return true;
}

/* The sum of floating numbers; a comparison of them, of which state_truth makes nothing. */
static Value floating_binary(Analysis *an, BinaryOp op, Value a, Value b, const Type *result)
{
    bool compare = is_comparison(op);
    if (a.kind != VAL_SYM && b.kind != VAL_SYM)
        a = b = value_unknown();
    if (!compare && !(value_is_number(a) && value_is_number(b)))
        return value_unknown();
    return value_sym(sym_derived(an, SYMBOL_BINARY, (uint8_t)op, a, b, result), 0);
}

/* flags & ~OLD & NEW is flags & NEW, and (flags | NEW) & NEW is NEW: *a op *b in as few operators
 * as there can be, for a constant *b. True: it is all in *b. */
static bool simplify_bits(const Analysis *an, BinaryOp op, Value *a, Value *b, const Type *t)
{
    while ((op == BIN_AND || op == BIN_OR) && a->kind == VAL_SYM && !a->num && b->kind == VAL_INT) {
        const SymInfo *i = sym_info(an, a->id);
        if (i->kind != SYMBOL_BINARY || i->b.kind != VAL_INT ||
            (i->op != BIN_AND && i->op != BIN_OR) || !type_is_integer(i->type))
            return false;
        i128 inner = value_number(i->b, i->type), outer = value_number(*b, t);
        /* bits that the outer operator leaves as they are, and that the inner one has decided */
        i128 left = op == BIN_AND ? outer : ~outer, decided = i->op == BIN_AND ? ~inner : inner;
        if (i->op == op)
            *b = int_of_type(op == BIN_AND ? inner & outer : inner | outer, t);
        else if (!(left & ~decided))
            return true;
        else if (left & decided)
            return false;
        *a = i->a;
    }
    return false;
}

Value value_binary(Analysis *an, State *s, BinaryOp op, Value a, Value b, const Type *t,
                   const Type *result)
{
    if (type_is_floating(t))
        return floating_binary(an, op, a, b, result);
    if (!type_is_integer(result) || result->width > 64)
        return value_fresh(an, s, result, value_is_outside(an, a) || value_is_outside(an, b));
    bool numeric = type_is_integer(t) && t->width <= 64;
    i128 n;
    if (numeric && a.kind == VAL_INT && b.kind == VAL_INT) {
        if (fold(op, value_number(a, t), value_number(b, t), t, &n))
            return int_of_type(n, result);
        return value_fresh(an, s, result, false);
    }
    Value v;
    if (numeric && a.kind == VAL_SYM && b.kind == VAL_INT && (op == BIN_ADD || op == BIN_SUB) &&
        linear(an, s, a, op == BIN_ADD ? value_number(b, t) : -value_number(b, t), t, &v))
        return v;
    if (numeric && a.kind == VAL_INT && b.kind == VAL_SYM && op == BIN_ADD &&
        linear(an, s, b, value_number(a, t), t, &v))
        return v;
    if (numeric && op == BIN_SUB && a.kind == VAL_SYM && b.kind == VAL_SYM && a.id == b.id)
        return int_of_type((i128)a.num - b.num, result);
    if (is_comparison(op)) {
        /* one canonical form: > and >= are < and <= with the sides exchanged, constants to the
         * right */
        if ((op == BIN_GT || op == BIN_GE) && b.kind != VAL_INT) {
            Value swap = a;
            a = b, b = swap;
            op = op == BIN_GT ? BIN_LT : BIN_LE;
        } else if (a.kind == VAL_INT && b.kind != VAL_INT) {
            Value swap = a;
            a = b, b = swap;
            op = op == BIN_LT ? BIN_GT : op == BIN_LE ? BIN_GE : op;
        }
        /* what is known to be small is below all numbers that need the highest bit */
        if (numeric && t->is_unsigned && t->width == 64 && a.kind == VAL_SYM && b.kind == VAL_INT &&
            b.num < 0 && state_interval(an, s, a, t).hi <= INT64_MAX)
            return value_int(op == BIN_LT || op == BIN_LE || op == BIN_NE);
        v = value_sym(sym_derived(an, SYMBOL_BINARY, (uint8_t)op, a, b, result), 0);
        Interval error; /* PTR_ERR(p) < 0 */
        int truth =
            numeric && !t->is_unsigned && b.kind == VAL_INT && state_is_error(an, s, a, &error)
                ? compare_intervals(op, error, (Interval){b.num, b.num})
                : state_truth(an, s, v, result);
        return truth >= 0 ? value_int(truth) : v;
    }
    if (a.kind == VAL_UNKNOWN || b.kind == VAL_UNKNOWN || a.kind == VAL_UNINIT ||
        b.kind == VAL_UNINIT)
        return value_fresh(an, s, result, false);
    if (numeric && simplify_bits(an, op, &a, &b, t))
        return b;
    Value bits = b, mask = a; /* NEW & flags */
    if (numeric && simplify_bits(an, op, &bits, &mask, t))
        return mask;
    if (!value_same(mask, a))
        a = bits, b = mask;
    uint32_t sym = sym_derived(an, SYMBOL_BINARY, (uint8_t)op, a, b, result);
    Interval i;
    if (numeric && result_interval(an, s, op, a, b, t, &i))
        (void)state_assume_interval(an, s, value_sym(sym, 0), result, i.lo, i.hi);
    if (numeric)
        relate_result(an, s, op, value_sym(sym, 0), a, b, t);
    if (numeric && op == BIN_ADD)
        state_relate_sum(an, s, value_sym(sym, 0), a, b);
    return value_sym(sym, 0);
}

Value value_unary(Analysis *an, State *s, UnaryOp op, Value a, const Type *result)
{
    if (op == UN_PLUS || op == UN_EXTENSION)
        return a;
    if (op == UN_LNOT) {
        int truth = state_truth(an, s, a, NULL);
        if (truth >= 0)
            return value_int(!truth);
        if (a.kind == VAL_SYM || a.kind == VAL_PTR)
            return value_sym(sym_derived(an, SYMBOL_UNARY, (uint8_t)op, a, value_int(0), result),
                             0);
        return value_fresh(an, s, result, false);
    }
    if (!type_is_integer(result) || result->width > 64)
        return value_fresh(an, s, result, value_is_outside(an, a));
    if (a.kind == VAL_INT && op == UN_MINUS)
        return int_of_type(-value_number(a, result), result);
    if (a.kind == VAL_INT && op == UN_NOT)
        return int_of_type(~value_number(a, result), result);
    if (a.kind != VAL_SYM)
        return value_fresh(an, s, result, false);
    Value v = value_sym(sym_derived(an, SYMBOL_UNARY, (uint8_t)op, a, value_int(0), result), 0);
    Interval x = state_interval(an, s, a, result);
    int less = op == UN_NOT; /* ~x is -x - 1 */
    Interval i = {-x.hi - less, -x.lo - less};
    if ((op == UN_MINUS || op == UN_NOT) && fits(i, result))
        (void)state_assume_interval(an, s, v, result, i.lo, i.hi);
    return v;
}

static Value convert_int(Analysis *an, State *s, Value a, const Type *from, const Type *to)
{
    if (to->width > 64 || from->width > 64)
        return value_fresh(an, s, to, value_is_outside(an, a));
    if (a.kind == VAL_INT)
        return int_of_type(value_number(a, from), to);
    if (a.kind == VAL_PTR)
        return a; /* a handle, or an address kept in an integer */
    if (a.kind != VAL_SYM)
        return value_fresh(an, s, to, false);
    Interval i = state_interval(an, s, a, from);
    if (fits(i, to))
        return a;
    if (i.lo == i.hi)
        return int_of_type(i.lo, to);
    return value_sym(sym_derived(an, SYMBOL_CONVERT, CONVERT_INT, a, value_int(0), to), 0);
}

Value value_bits(Analysis *an, Value a, const Type *to)
{
    bool known = a.kind == VAL_SYM && (type_is_integer(to) || type_is_floating(to));
    if (!known || type_is_floating(to) == type_is_floating(sym_info(an, a.id)->type))
        return a;
    return value_sym(sym_derived(an, SYMBOL_CONVERT, CONVERT_UNION, a, value_int(0), to), 0);
}

Value value_convert(Analysis *an, State *s, ConvertKind kind, Value a, const Type *from,
                    const Type *to)
{
    switch (kind) {
    case CONVERT_NOOP:
    case CONVERT_LVALUE:
    case CONVERT_DECAY:
    case CONVERT_PTR:
    case CONVERT_NULL: return a;
    case CONVERT_UNION: return value_bits(an, a, to);
    case CONVERT_VOID: return value_unknown();
    case CONVERT_INT: return convert_int(an, s, a, from, to);
    case CONVERT_BOOL: {
        int truth = state_truth(an, s, a, from);
        if (truth >= 0)
            return value_int(truth);
        if (a.kind == VAL_SYM && a.num == 0 && sym_info(an, a.id)->kind == SYMBOL_BINARY &&
            sym_info(an, a.id)->op >= BIN_LT && sym_info(an, a.id)->op <= BIN_NE)
            return a; /* a comparison is 0 or 1 already */
        if (a.kind == VAL_SYM || a.kind == VAL_PTR)
            return value_binary(an, s, BIN_NE, a, value_int(0), from, to);
        return value_fresh(an, s, to, false);
    }
    case CONVERT_INT_PTR:
        if (a.kind == VAL_PTR || (a.kind == VAL_INT && a.num == 0))
            return a;
        if (a.kind == VAL_INT && a.num < 0 && a.num >= -4096)
            return value_int(a.num); /* MAP_FAILED, (iconv_t)-1: see compare_values */
        return value_fresh(an, s, to, false);
    case CONVERT_PTR_INT:
        if (a.kind == VAL_PTR && to->width >= 32)
            return a;
        if (a.kind == VAL_INT)
            return int_of_type(a.num, to);
        return value_fresh(an, s, to, false);
    case CONVERT_INT_FLOAT:
    case CONVERT_FLOAT_INT:
    case CONVERT_FLOAT:
        return a.kind == VAL_SYM
                   ? value_sym(sym_derived(an, SYMBOL_CONVERT, kind, a, value_int(0), to), 0)
                   : value_fresh(an, s, to, false);
    case CONVERT_COMPLEX:
    case CONVERT_VECTOR:
    case CONVERT_ERROR: return value_fresh(an, s, to, value_is_outside(an, a));
    }
    return value_fresh(an, s, to, false);
}

Value value_ptr_add(Analysis *an, State *s, Value p, Value index, const Type *index_type,
                    int64_t scale)
{
    if (p.kind == VAL_INT && p.id && index.kind == VAL_INT) { /* a null that has moved on */
        p.num += index.num * scale;
        return p;
    }
    if (p.kind != VAL_PTR)
        return p.kind == VAL_INT && index.kind == VAL_INT && index.num == 0 ? p : value_unknown();
    if (index.kind == VAL_INT && scale) {
        i128 d = value_number(index, index_type) * scale + p.num;
        if (index_type->is_unsigned && index_type->width == 64)
            d = (i128)index.num * scale + p.num; /* p + (size_t)-1 is p - 1 */
        if (d > INT64_MAX / 4 || d < INT64_MIN / 4)
            return value_unknown();
        p.num = (int64_t)d;
        return p;
    }
    if (index.kind == VAL_SYM && scale) {
        const Type *t = type_basic(an->fn->unit->types, TYPE_LONG); /* of an offset */
        uint32_t sym = index.id;
        if (scale != 1)
            sym = sym_derived(an, SYMBOL_BINARY, BIN_MUL, value_sym(index.id, 0), value_int(scale),
                              t);
        p.off_sym = p.off_sym ? sym_derived(an, SYMBOL_BINARY, BIN_ADD, value_sym(p.off_sym, 0),
                                            value_sym(sym, 0), t)
                              : sym;
        p.num += index.num * scale;
        return p;
    }
    /* somewhere in the same object */
    p.off_sym = sym_fresh(an, index_type, value_is_outside(an, index));
    p.num = 0;
    (void)s;
    return p;
}
