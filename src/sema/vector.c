/* sema/vector.c - GNU and OpenCL vectors: arithmetic, comparison, subscripts.
 *
 * What comes in: operators with a vector operand. What goes out: both operands vectors of one
 * type; a scalar operand is converted to the element type and then, by CONVERT_VECTOR, to the
 * vector whose elements all have its value. A comparison gives a vector of signed integers as
 * wide as the elements. GCC manual, "Using Vector Instructions through Built-in Functions".
 *
 *     v4si a, b;   a + 1   BINARY(a, VECTOR(1))      a < b   of type v4si
 */
#include "sema/sema_internal.h"

/* The vector type that a comparison of vectors of type t gives. */
static const Type *comparison_type(Sema *s, const Type *t)
{
    static const TypeKind kinds[] = {TYPE_SCHAR, TYPE_SHORT, TYPE_INT,
                                     TYPE_LONG,  TYPE_LLONG, TYPE_INT128};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (s->target->by_kind[kinds[i]].size == t->elem->size)
            return type_vector(s->types, basic(s, kinds[i]), t->u.array.count);
    return t;
}

static Expr *splat(Sema *s, Expr *e, const Type *v)
{
    return convert_node(s, CONVERT_VECTOR, convert_to(s, e, v->elem), v);
}

static Expr *bad_vectors(Sema *s, Expr *e)
{
    sema_error(s, span_of(e), "this operator can't be applied to `%s` and `%s`",
               SPELL(s, e->u.binary.lhs->type), SPELL(s, e->u.binary.rhs->type));
    return expr_error(s, e);
}

/* Brings both operands to one vector type, which it returns; NULL when that is impossible. */
static const Type *common_vector(Sema *s, Expr *e)
{
    Expr **a = &e->u.binary.lhs, **b = &e->u.binary.rhs;
    if (expr_is_any_result(*a))
        (*a)->type = (*b)->type;
    if (expr_is_any_result(*b))
        (*b)->type = (*a)->type;
    const Type *x = (*a)->type, *y = (*b)->type;
    if (x->kind != TYPE_VECTOR) {
        if (!type_is_arithmetic(x))
            return NULL;
        *a = splat(s, *a, y);
        return y;
    }
    if (y->kind != TYPE_VECTOR) {
        if (!type_is_arithmetic(y))
            return NULL;
        *b = splat(s, *b, x);
        return x;
    }
    if (x->canon == y->canon)
        return x;
    if (type_bytes(x) != type_bytes(y))
        return NULL;
    bool shift = e->op == BIN_SHL || e->op == BIN_SHR;
    if (!shift)
        *b = convert_node(s, CONVERT_VECTOR, *b, x);
    return x;
}

static bool integer_elements(const Type *t)
{
    return type_is_integer(t->elem);
}

Expr *expr_vector_binary(Sema *s, Expr *e)
{
    if (e->kind == EXPR_UNARY) { /* !v */
        e->type = comparison_type(s, e->u.unary.operand->type);
        return e;
    }
    const Type *t = common_vector(s, e);
    if (!t)
        return bad_vectors(s, e);
    e->type = t;
    switch ((BinaryOp)e->op) {
    case BIN_REM:
    case BIN_SHL:
    case BIN_SHR:
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR: return integer_elements(t) ? e : bad_vectors(s, e);
    case BIN_MUL:
    case BIN_DIV:
    case BIN_ADD:
    case BIN_SUB: return e;
    case BIN_LT:
    case BIN_GT:
    case BIN_LE:
    case BIN_GE:
    case BIN_EQ:
    case BIN_NE:
    case BIN_LAND:
    case BIN_LOR: e->type = comparison_type(s, t); return e;
    case BIN_COMMA: break;
    }
    return bad_vectors(s, e);
}

/* v[i]: the vector stays an lvalue, so that v[i] = x writes one element. */
Expr *expr_vector_index(Sema *s, Expr *e)
{
    Expr *v = e->u.binary.lhs, *i = convert_lvalue(s, e->u.binary.rhs);
    if (is_error(i->type))
        return expr_error(s, e);
    if (!type_is_integer(i->type)) {
        sema_error(s, span_of(i), "the subscript has type `%s`, which is no integer type",
                   SPELL(s, i->type));
        return expr_error(s, e);
    }
    e->u.binary.rhs = convert_promote(s, i);
    uint32_t quals = v->type->quals & (QUAL_CONST | QUAL_VOLATILE);
    e->type = quals ? type_qualified(s->types, v->type->elem, quals) : v->type->elem;
    e->is_lvalue = v->is_lvalue;
    return e;
}
