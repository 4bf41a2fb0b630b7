/* mir/lower_assign.c - operators that write: = op= ++ --
 *
 *     s.n += 2 (n is char)     _1 = load s.n; _2 = convert.int _1 to int; _3 = add _2, 2;
 *                              _4 = convert.int _3 to char; store s.n = _4
 *
 * The place is determined once and first; of a compound assignment the right side comes next and
 * the old value is read last, right before it is replaced, as compilers do. */
#include "mir/lower_internal.h"

/* C23 6.5.17.1p3: the value of an assignment is that of the object afterwards: what a bit-field
 * has kept. Nothing is read a second time otherwise. */
static Operand assigned(Lower *l, PlaceId p, Operand v, const Expr *e, bool want)
{
    const Place *place = mir_place(l->f, p);
    if (!want)
        return v;
    const Projection *last =
        place->count ? &l->f->projections.data[place->first + place->count - 1] : NULL;
    if (last && last->kind == PROJ_FIELD && last->field->is_bit_field)
        return lower_load(l, p, e->type, span_of(e));
    return v;
}

static Operand compound(Lower *l, const Expr *e, bool want)
{
    const Expr *lhs = e->u.binary.lhs;
    Span span = span_of(e);
    PlaceId p = lower_place(l, lhs);
    Operand y = lower_value(l, e->u.binary.rhs);
    Operand old = lower_load(l, p, lhs->type, span_of(lhs));
    Operand v;
    if (lhs->type->kind == TYPE_POINTER) {
        if (e->op == BIN_SUB)
            y = lower_negate_index(l, y, span_of(e->u.binary.rhs));
        v = lower_ptradd(l, old, y, lhs->type->elem, old.type, span);
    } else {
        const Type *type = e->u.binary.compute ? e->u.binary.compute : old.type;
        Operand x = lower_convert_auto(l, old, type, span_of(lhs));
        v = lower_binary(l, (BinaryOp)e->op, x, y, type, span);
        v = lower_convert_auto(l, v, old.type, span);
    }
    lower_store(l, p, v, 0, span);
    return assigned(l, p, v, e, want);
}

Operand lower_assign(Lower *l, const Expr *e, bool want)
{
    if (e->flags & EXPR_FLAG_COMPOUND)
        return compound(l, e, want);
    if (lower_is_aggregate(e->type)) {
        lower_aggregate(l, e, NO_PLACE);
        return (Operand){0};
    }
    PlaceId p = lower_place(l, e->u.binary.lhs);
    Operand v = lower_value(l, e->u.binary.rhs);
    lower_store(l, p, v, 0, span_of(e));
    return assigned(l, p, v, e, want);
}

Operand lower_incdec(Lower *l, const Expr *e, bool want)
{
    const Expr *x = e->u.unary.operand;
    Span span = span_of(e);
    bool inc = e->op == UN_PRE_INC || e->op == UN_POST_INC;
    bool post = e->op == UN_POST_INC || e->op == UN_POST_DEC;
    PlaceId p = lower_place(l, x);
    Operand old = lower_load(l, p, x->type, span_of(x));
    const Type *t = old.type;
    Operand v;
    if (t->kind == TYPE_POINTER) {
        Operand one = lower_int(l, lower_ptrdiff_type(l), inc ? 1 : -1);
        v = lower_ptradd(l, old, one, t->elem, t, span);
    } else {
        const Type *type = type_is_integer(t) ? type_promote(l->unit->types, t) : t;
        const Type *part = t->kind == TYPE_VECTOR || t->kind == TYPE_COMPLEX ? t->elem : type;
        Operand one = type_is_integer(part) ? lower_int(l, part, 1) : lower_float(l, part, 1.0L);
        one.type = type;
        Operand w = lower_convert_auto(l, old, type, span_of(x));
        v = lower_binary(l, inc ? BIN_ADD : BIN_SUB, w, one, type, span);
        v = lower_convert_auto(l, v, t, span);
    }
    lower_store(l, p, v, 0, span);
    return post ? old : assigned(l, p, v, e, want);
}
