/* sema/expr_op.c - binary operators, assignment, the conditional operator, ++ and --.
 *
 * What comes in: an operator node whose operands went through expr_check. What goes out: the node
 * with converted operands and its type. The one idea: after the conversions both operands have
 * exactly the type in which the operation is done (C23 6.3.1.8), but for the cases that C makes:
 *
 *     pointer + integer     lhs the pointer (swapped if need be), rhs the promoted integer
 *     a << b                each promoted on its own; the type of a
 *     x op= y               lhs stays an lvalue; u.binary.compute is the type of `x op y`
 *     a ?: b                then is NULL; cond already has the type of the result */
#include "sema/sema_internal.h"

static const char *binary_word(BinaryOp op)
{
    switch (op) {
    case BIN_MUL: return "*";
    case BIN_DIV: return "/";
    case BIN_REM: return "%";
    case BIN_ADD: return "+";
    case BIN_SUB: return "-";
    case BIN_SHL: return "<<";
    case BIN_SHR: return ">>";
    case BIN_LT: return "<";
    case BIN_GT: return ">";
    case BIN_LE: return "<=";
    case BIN_GE: return ">=";
    case BIN_EQ: return "==";
    case BIN_NE: return "!=";
    case BIN_AND: return "&";
    case BIN_XOR: return "^";
    case BIN_OR: return "|";
    case BIN_LAND: return "&&";
    case BIN_LOR: return "||";
    case BIN_COMMA: return ",";
    }
    return "";
}

static Expr *bad_operands(Sema *s, Expr *e)
{
    const Type *a = e->u.binary.lhs->type, *b = e->u.binary.rhs->type;
    if (is_error(a) || is_error(b)) {
        sema_mark_broken(s);
        return expr_error(s, e);
    }
    sema_error(s, span_of(e), "`%s%s` can't be applied to `%s` and `%s`", binary_word(e->op),
               e->kind == EXPR_ASSIGN ? "=" : "", SPELL(s, a), SPELL(s, b));
    return expr_error(s, e);
}

/* The pointee of arithmetic must have a size; void and functions count as 1 (GNU). */
static bool pointee_has_size(Sema *s, const Expr *e, const Type *p)
{
    const Type *t = p->elem;
    if (type_is_void(t) || t->kind == TYPE_FUNCTION || is_error(t))
        return true;
    if (type_is_complete(t) || (type_is_vla(t)))
        return true;
    sema_error(s, span_of(e), "arithmetic on a pointer to the incomplete type `%s`", SPELL(s, t));
    return false;
}

static Expr *pointer_arith(Sema *s, Expr *e)
{
    Expr *a = e->u.binary.lhs, *b = e->u.binary.rhs;
    if (e->op == BIN_ADD && type_is_integer(a->type) && b->type->kind == TYPE_POINTER) {
        Expr *t = a;
        a = b;
        b = t;
    }
    if (a->type->kind != TYPE_POINTER)
        return bad_operands(s, e);
    if (e->op == BIN_SUB && b->type->kind == TYPE_POINTER) {
        const Type *x = type_unqualified(s->types, a->type->elem);
        const Type *y = type_unqualified(s->types, b->type->elem);
        if (!type_compatible(s->types, x, y)) {
            sema_error(s, span_of(e), "`%s` and `%s` are pointers to different types",
                       SPELL(s, a->type), SPELL(s, b->type));
            return expr_error(s, e);
        }
        if (!pointee_has_size(s, e, a->type))
            return expr_error(s, e);
        e->type = type_ptrdiff(s->types);
    } else if (type_is_integer(b->type)) {
        if (!pointee_has_size(s, e, a->type))
            return expr_error(s, e);
        b = convert_promote(s, b);
        e->type = a->type;
    } else {
        return bad_operands(s, e);
    }
    e->u.binary.lhs = a;
    e->u.binary.rhs = b;
    return e;
}

static bool is_pointer_like(const Type *t)
{
    return t->kind == TYPE_POINTER || t->kind == TYPE_NULLPTR;
}

/* Comparison of pointers. Both compilers let mixed types pass with a warning. */
static Expr *compare_pointers(Sema *s, Expr *e)
{
    Expr *a = e->u.binary.lhs, *b = e->u.binary.rhs;
    const Type *x = a->type, *y = b->type;
    if (!(is_pointer_like(x) || type_is_integer(x)) || !(is_pointer_like(y) || type_is_integer(y)))
        return bad_operands(s, e);
    if (x->kind == TYPE_NULLPTR && y->kind == TYPE_NULLPTR) {
        if (e->op != BIN_EQ && e->op != BIN_NE)
            return bad_operands(s, e);
    } else if (x->kind != TYPE_POINTER) {
        a = convert_to(s, a,
                       y->kind == TYPE_POINTER ? y : type_pointer(s->types, basic(s, TYPE_VOID)));
        if (y->kind != TYPE_POINTER)
            b = convert_to(s, b, a->type);
    } else if (y->kind == TYPE_POINTER && type_is_void(y->elem)) {
        a = convert_to(s, a, y);
    } else {
        b = convert_to(s, b, x);
    }
    e->u.binary.lhs = a;
    e->u.binary.rhs = b;
    e->type = int_type(s);
    return e;
}

static Expr *arithmetic(Sema *s, Expr *e)
{
    const Type *a = e->u.binary.lhs->type, *b = e->u.binary.rhs->type;
    BinaryOp op = (BinaryOp)e->op;
    bool integers = op == BIN_REM || op == BIN_AND || op == BIN_OR || op == BIN_XOR;
    if (!type_is_arithmetic(a) || !type_is_arithmetic(b))
        return bad_operands(s, e);
    if (integers && (!type_is_integer(a) || !type_is_integer(b)))
        return bad_operands(s, e);
    bool order = op == BIN_LT || op == BIN_GT || op == BIN_LE || op == BIN_GE;
    if (order && (a->kind == TYPE_COMPLEX || b->kind == TYPE_COMPLEX))
        return bad_operands(s, e);
    const Type *t = convert_usual(s, &e->u.binary.lhs, &e->u.binary.rhs);
    e->type = order || op == BIN_EQ || op == BIN_NE ? int_type(s) : t;
    return e;
}

static Expr *shift(Sema *s, Expr *e)
{
    if (!type_is_integer(e->u.binary.lhs->type) || !type_is_integer(e->u.binary.rhs->type))
        return bad_operands(s, e);
    e->u.binary.lhs = convert_promote(s, e->u.binary.lhs);
    e->u.binary.rhs = convert_promote(s, e->u.binary.rhs);
    e->type = e->u.binary.lhs->type;
    return e;
}

static Expr *logical(Sema *s, Expr *e)
{
    if (!type_is_scalar(e->u.binary.lhs->type) || !type_is_scalar(e->u.binary.rhs->type))
        return bad_operands(s, e);
    e->type = int_type(s);
    return e;
}

static bool any_vector(const Expr *e)
{
    return e->u.binary.lhs->type->kind == TYPE_VECTOR || e->u.binary.rhs->type->kind == TYPE_VECTOR;
}

static bool any_pointer(const Expr *e)
{
    return is_pointer_like(e->u.binary.lhs->type) || is_pointer_like(e->u.binary.rhs->type);
}

/* The operands are values by now. */
static Expr *binary_values(Sema *s, Expr *e)
{
    if (is_error(e->u.binary.lhs->type) || is_error(e->u.binary.rhs->type))
        return bad_operands(s, e);
    if (any_vector(e))
        return expr_vector_binary(s, e);
    switch ((BinaryOp)e->op) {
    case BIN_ADD:
    case BIN_SUB: return any_pointer(e) ? pointer_arith(s, e) : arithmetic(s, e);
    case BIN_MUL:
    case BIN_DIV:
    case BIN_REM:
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR: return arithmetic(s, e);
    case BIN_SHL:
    case BIN_SHR: return shift(s, e);
    case BIN_LT:
    case BIN_GT:
    case BIN_LE:
    case BIN_GE:
    case BIN_EQ:
    case BIN_NE: return any_pointer(e) ? compare_pointers(s, e) : arithmetic(s, e);
    case BIN_LAND:
    case BIN_LOR: return logical(s, e);
    case BIN_COMMA: break;
    }
    return bad_operands(s, e);
}

Expr *expr_binary(Sema *s, Expr *e)
{
    if (e->op == BIN_COMMA) {
        e->u.binary.lhs = expr_discard(s, e->u.binary.lhs);
        e->u.binary.rhs = convert_lvalue(s, e->u.binary.rhs);
        e->type = e->u.binary.rhs->type;
        if (is_error(e->type))
            return expr_error(s, e);
        return e;
    }
    e->u.binary.lhs = convert_lvalue(s, e->u.binary.lhs);
    e->u.binary.rhs = convert_lvalue(s, e->u.binary.rhs);
    Expr *r = binary_values(s, e);
    if (!is_error(r->type))
        const_fold(s->unit, r);
    return r;
}

/* ---- assignment ---------------------------------------------------------------------------- */
static bool record_has_const(const Record *r, uint32_t depth)
{
    if (depth > 16)
        return false;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Type *t = r->fields[i].type;
        while (t->kind == TYPE_ARRAY)
            t = t->elem;
        if (t->quals & QUAL_CONST)
            return true;
        if (type_is_record(t) && record_has_const(t->canon->u.record, depth + 1))
            return true;
    }
    return false;
}

/* C23 6.3.2.1p1. */
bool expr_modifiable(Sema *s, const Expr *e, const char *what)
{
    const Type *t = e->type;
    if (is_error(t))
        return false;
    if (!e->is_lvalue || t->kind == TYPE_FUNCTION) {
        sema_error(s, span_of(e), "%s needs an object; this is a value of type `%s`", what,
                   SPELL(s, t));
        return false;
    }
    if (t->kind == TYPE_ARRAY) {
        sema_error(s, span_of(e), "%s can't change the array `%s` as a whole", what, SPELL(s, t));
        return false;
    }
    if (!type_is_complete(t)) {
        sema_error(s, span_of(e), "%s is applied to the incomplete type `%s`", what, SPELL(s, t));
        return false;
    }
    const Expr *x = expr_strip(e);
    if (t->quals & QUAL_CONST) {
        Loc note = x->kind == EXPR_IDENT && x->u.ident.sym       ? x->u.ident.sym->loc
                   : x->kind == EXPR_MEMBER && x->u.member.field ? x->u.member.field->loc
                                                                 : LOC_NONE;
        sema_error_note(s, e->begin, note, "it is declared here",
                        "%s changes an object of the const-qualified type `%s`", what, SPELL(s, t));
        return false;
    }
    if (type_is_record(t) && record_has_const(t->canon->u.record, 0)) {
        sema_error(s, span_of(e), "%s changes a `%s`, which has a const-qualified member", what,
                   SPELL(s, t));
        return false;
    }
    return true;
}

/* The operation of `x op= y`, checked on a copy of the node that reads x. */
static Expr *compound_assign(Sema *s, Expr *e)
{
    Expr *lhs = e->u.binary.lhs;
    Expr op = *e;
    op.kind = EXPR_BINARY;
    op.flags = 0;
    op.is_const = 0;
    op.u.binary.lhs = convert_lvalue(s, lhs);
    Expr *r = binary_values(s, &op);
    if (is_error(r->type))
        return expr_error(s, e);
    if (op.u.binary.lhs->type->kind != TYPE_POINTER && lhs->type->kind == TYPE_POINTER)
        return bad_operands(s, e);
    const Type *result = r->type;
    if (lhs->type->kind == TYPE_POINTER && !(result->kind == TYPE_POINTER))
        return bad_operands(s, e);
    if (lhs->type->kind != TYPE_POINTER && result->kind == TYPE_POINTER &&
        !type_is_integer(lhs->type))
        return bad_operands(s, e);
    e->u.binary.rhs = op.u.binary.rhs;
    e->u.binary.compute = result;
    if (lhs->type->kind != TYPE_POINTER && result->kind == TYPE_POINTER) {
        /* int += pointer: swapped by the operation; both compilers only warn. */
        e->u.binary.rhs = convert_to(s, op.u.binary.lhs, lhs->type);
        e->u.binary.compute = type_unqualified(s->types, lhs->type);
    }
    return e;
}

Expr *expr_assign(Sema *s, Expr *e)
{
    Expr *lhs = expr_check(s, e->u.binary.lhs);
    Expr *rhs = expr_rvalue(s, e->u.binary.rhs);
    e->u.binary.lhs = lhs;
    e->u.binary.rhs = rhs;
    if (is_error(lhs->type) || is_error(rhs->type))
        return bad_operands(s, e);
    if (e == s->condition && !lhs->is_lvalue && !is_error(lhs->type)) {
        sema_error(s, span_of(lhs),
                   "the assignment needs an object; this is a value of type `%s`; "
                   "did you mean `==`?",
                   SPELL(s, lhs->type));
        return expr_error(s, e);
    }
    if (!expr_modifiable(s, lhs, "the assignment"))
        return expr_error(s, e);
    e->type = type_unqualified(s->types, lhs->type);
    if (e->flags & EXPR_FLAG_COMPOUND)
        return compound_assign(s, e);
    AssignContext c = {ASSIGN_ASSIGN, LOC_NONE};
    e->u.binary.rhs = rhs = convert_assign(s, rhs, lhs->type, &c);
    return is_error(rhs->type) ? expr_error(s, e) : e;
}

Expr *expr_incdec(Sema *s, Expr *e)
{
    Expr *o = e->u.unary.operand;
    bool inc = e->op == UN_PRE_INC || e->op == UN_POST_INC;
    if (is_error(o->type))
        return expr_error(s, e);
    if (!expr_modifiable(s, o, inc ? "`++`" : "`--`"))
        return expr_error(s, e);
    const Type *t = o->type;
    if (!type_is_arithmetic(t) && t->kind != TYPE_POINTER && t->kind != TYPE_VECTOR) {
        sema_error(s, span_of(e), "`%s` can't be applied to `%s`", inc ? "++" : "--", SPELL(s, t));
        return expr_error(s, e);
    }
    if (t->kind == TYPE_POINTER && !pointee_has_size(s, e, t))
        return expr_error(s, e);
    e->type = type_unqualified(s->types, t);
    return e;
}

/* ---- ?: ------------------------------------------------------------------------------------ */

/* C23 6.5.16p6: the composite pointer type, with the qualifiers of both pointees. */
static const Type *pointer_composite(Sema *s, const Expr *a, const Expr *b)
{
    const Type *x = a->type->elem, *y = b->type->elem;
    uint32_t quals = (x->quals | y->quals) & QUAL_C_MASK;
    const Type *ux = type_unqualified(s->types, x), *uy = type_unqualified(s->types, y);
    const Type *t;
    if (const_is_null_pointer(a))
        return b->type;
    if (const_is_null_pointer(b))
        return a->type;
    if (type_is_void(x) || type_is_void(y))
        t = basic(s, TYPE_VOID);
    else if (type_compatible(s->types, ux, uy))
        t = type_composite(s->types, ux, uy);
    else
        t = basic(s, TYPE_VOID); /* both compilers warn and take void * */
    if (t == ux && quals == (x->quals & QUAL_C_MASK))
        return a->type;
    return type_pointer(s->types, quals ? type_qualified(s->types, t, quals) : t);
}

/* The common type of the two branches; NULL when there is none. */
static const Type *cond_type(Sema *s, Expr **a, Expr **b)
{
    const Type *x = (*a)->type, *y = (*b)->type;
    if (type_is_void(x) || type_is_void(y))
        return basic(s, TYPE_VOID);
    if (x->kind == TYPE_VECTOR || y->kind == TYPE_VECTOR) {
        if (expr_is_any_result(*a))
            (*a)->type = x = y;
        if (expr_is_any_result(*b))
            (*b)->type = y = x;
        return type_bytes(x) == type_bytes(y) ? x : NULL;
    }
    if (type_is_arithmetic(x) && type_is_arithmetic(y))
        return convert_usual(s, a, b);
    if (type_is_record(x) && type_is_record(y))
        return assign_compatible_records(s, x, y) ? x : NULL;
    if (x->kind == TYPE_POINTER && y->kind == TYPE_POINTER)
        return pointer_composite(s, *a, *b);
    if (x->kind == TYPE_NULLPTR && y->kind == TYPE_NULLPTR)
        return x;
    if (x->kind == TYPE_POINTER && (type_is_integer(y) || y->kind == TYPE_NULLPTR))
        return x;
    if (y->kind == TYPE_POINTER && (type_is_integer(x) || x->kind == TYPE_NULLPTR))
        return y;
    if (x->kind == TYPE_NULLPTR && const_is_null_pointer(*b))
        return x;
    if (y->kind == TYPE_NULLPTR && const_is_null_pointer(*a))
        return y;
    return NULL;
}

static Expr *branch_to(Sema *s, Expr *e, const Type *t)
{
    if (type_is_void(t))
        return type_is_void(e->type) ? e : convert_node(s, CONVERT_VOID, e, t);
    convert_note_meeting(s, e, t);
    return convert_to(s, e, t);
}

Expr *expr_cond(Sema *s, Expr *e)
{
    Expr *c = expr_rvalue(s, e->u.cond.cond), *then = NULL;
    if (e->u.cond.then)
        then = expr_rvalue(s, e->u.cond.then);
    Expr *other = expr_rvalue(s, e->u.cond.other);
    bool failed = is_error(c->type) || is_error(other->type) || (then && is_error(then->type));
    e->u.cond.cond = c;
    bool vector = c->type->kind == TYPE_VECTOR && s->target->clang; /* GCC: in C++ only */
    if (!is_error(c->type) && !type_is_scalar(c->type) && !vector) {
        sema_error(s, span_of(c),
                   "the condition of `?:` has type `%s`; an arithmetic or pointer type is needed",
                   SPELL(s, c->type));
        failed = true;
    }
    if (failed)
        return expr_error(s, e);
    Expr **first = then ? &then : &c;
    const Type *t = cond_type(s, first, &other);
    if (!t) {
        sema_error(s, span_of(e), "the branches of `?:` have incompatible types `%s` and `%s`",
                   SPELL(s, (*first)->type), SPELL(s, other->type));
        return expr_error(s, e);
    }
    *first = branch_to(s, *first, t);
    e->u.cond.cond = c;
    e->u.cond.then = then;
    e->u.cond.other = branch_to(s, other, t);
    e->type = t;
    const_fold(s->unit, e);
    return e;
}
