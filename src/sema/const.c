/* sema/const.c - the walk over an expression in search of its constant value.
 *
 * What comes in: completed expressions. What goes out: values; see const.h. The one idea: folding
 * happens bottom-up while sema builds the tree (const_fold, one node at a time), so that the walk
 * (const_eval) stops at the first folded node and is needed for floats and addresses only.
 *
 *     int a[sizeof(long) * 2 + (1 ? 3 : n)];      folded node by node: 19
 *     double d = 1 / 3.0;                         const_eval: 0x1.5555555555555p-2
 *
 * What is an integer constant here is a little more than C23 6.6p8 says, and what gcc and clang
 * accept: `1 ? 3 : n` and `0 && n` are, since n is not evaluated. */
#include "sema/const_internal.h"

static bool eval_convert(Walk *v, const Expr *e, ConstValue *out)
{
    const Expr *o = e->u.cast.operand;
    if (e->kind == EXPR_CONVERT && e->op == CONVERT_DECAY)
        return const_walk_address(v, o, out);
    if (e->kind == EXPR_CONVERT && e->op == CONVERT_LVALUE)
        return const_walk_read(v, o, out);
    ConstValue in;
    if (!o || !const_walk(v, o, &in))
        return false;
    /* The bits above 128 of a wide _BitInt are known only while they are zero or the sign. */
    if (e->type->width > 128 && in.kind == CONST_INT && in.i < 0 &&
        (e->type->is_unsigned || o->type->is_unsigned))
        return false;
    return const_convert(o->type, e->type, in, out);
}

static bool eval_logical(Walk *v, const Expr *e, ConstValue *out)
{
    bool is_and = e->op == BIN_LAND, truth;
    ConstValue a;
    if (!const_walk(v, e->u.binary.lhs, &a) || !const_truth(a, &truth))
        return false;
    if (truth == is_and && (!const_walk(v, e->u.binary.rhs, &a) || !const_truth(a, &truth)))
        return false;
    *out = const_int(e->type, truth);
    return true;
}

static bool eval_binary(Walk *v, const Expr *e, ConstValue *out)
{
    const Expr *l = e->u.binary.lhs, *r = e->u.binary.rhs;
    ConstValue a, b;
    if (e->op == BIN_LAND || e->op == BIN_LOR)
        return eval_logical(v, e, out);
    if (e->op == BIN_COMMA)
        return const_walk(v, l, &a) && const_walk(v, r, out);
    if (!const_walk(v, l, &a) || !const_walk(v, r, &b) || e->type->width > 128)
        return false;
    if (l->type->kind == TYPE_POINTER || r->type->kind == TYPE_POINTER || a.kind == CONST_ADDRESS ||
        b.kind == CONST_ADDRESS)
        return const_walk_pointer(e, a, b, out);
    return const_binary(e->type, l->type, (BinaryOp)e->op, a, b, out);
}

static bool eval_cond(Walk *v, const Expr *e, ConstValue *out)
{
    ConstValue c;
    bool truth;
    if (!const_walk(v, e->u.cond.cond, &c) || !const_truth(c, &truth))
        return false;
    const Expr *then = e->u.cond.then ? e->u.cond.then : e->u.cond.cond;
    const Expr *chosen = truth ? then : e->u.cond.other;
    if (chosen == e->u.cond.cond)
        *out = c; /* a ?: b evaluates a once */
    else if (!const_walk(v, chosen, out))
        return false;
    return chosen->type == e->type || const_convert(chosen->type, e->type, *out, out);
}

static bool eval_literal(const Expr *e, ConstValue *out)
{
    if (e->kind == EXPR_FLOAT) {
        long double x = e->u.floating.value;
        const Type *t = e->type->kind == TYPE_COMPLEX ? e->type->elem : e->type;
        *out = const_float(t, x);
        if (e->type->kind == TYPE_COMPLEX)
            *out = (ConstValue){.kind = CONST_COMPLEX, .im = out->re};
        return true;
    }
    if (e->type->kind == TYPE_COMPLEX) { /* GNU 3i */
        *out = (ConstValue){.kind = CONST_COMPLEX, .im = (long double)e->u.integer.value};
        return true;
    }
    *out = const_int(e->type, e->u.integer.value);
    return true;
}

static bool eval_unary(Walk *v, const Expr *e, ConstValue *out)
{
    ConstValue a;
    if (e->op == UN_ADDR)
        return const_walk_address(v, e->u.unary.operand, out);
    if (!const_walk(v, e->u.unary.operand, &a))
        return false;
    bool wide = e->type->width > 128 && e->op != UN_PLUS && e->op != UN_EXTENSION;
    return !wide && const_unary(e->type, (UnaryOp)e->op, a, out);
}

static bool eval_ident(const Expr *e, ConstValue *out)
{
    const Symbol *sym = e->u.ident.sym;
    if (!sym || sym->kind != SYM_ENUM_CONST)
        return false;
    *out = const_int(e->type, (u128)sym->enum_value);
    return true;
}

static bool eval_node(Walk *v, const Expr *e, ConstValue *out)
{
    switch ((ExprKind)e->kind) {
    case EXPR_INT:
    case EXPR_CHAR:
    case EXPR_FLOAT: return eval_literal(e, out);
    case EXPR_NULLPTR: *out = (ConstValue){.kind = CONST_INT}; return true;
    case EXPR_IDENT: return eval_ident(e, out);
    case EXPR_UNARY: return eval_unary(v, e, out);
    case EXPR_BINARY: return eval_binary(v, e, out);
    case EXPR_COND: return eval_cond(v, e, out);
    case EXPR_CAST:
    case EXPR_CONVERT: return eval_convert(v, e, out);
    case EXPR_CALL: return const_walk_call(v, e, out);
    case EXPR_GENERIC: return e->u.generic.chosen && const_walk(v, e->u.generic.chosen, out);
    case EXPR_CHOOSE:
        return e->u.cond.cond->is_const &&
               const_walk(v, e->u.cond.cond->value ? e->u.cond.then : e->u.cond.other, out);
    case EXPR_LABEL_ADDR:
        *out = (ConstValue){.kind = CONST_ADDRESS, .base = CONST_BASE_LABEL, .expr = e};
        return true;
    case EXPR_STRING:
    case EXPR_FUNC_NAME:
    case EXPR_MEMBER:
    case EXPR_INDEX:
    case EXPR_COMPOUND_LITERAL: return const_walk_read(v, e, out); /* an lvalue left unconverted */
    case EXPR_ERROR:
    case EXPR_ASSIGN:
    case EXPR_SIZEOF_EXPR:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_EXPR:
    case EXPR_ALIGNOF_TYPE:
    case EXPR_STMT_EXPR:
    case EXPR_VA_ARG:
    case EXPR_OFFSETOF:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_CONVERTVECTOR:
    case EXPR_BIT_CAST:
    case EXPR_INIT_LIST:
    case EXPR_TYPE:
    case EXPR_EMBED:
    case EXPR_KIND_COUNT: break;
    }
    return false; /* sizeof and its like are const already where they are constants */
}

bool const_walk(Walk *v, const Expr *e, ConstValue *out)
{
    *out = (ConstValue){0};
    if (!e || !e->type || e->type->kind == TYPE_ERROR)
        return false;
    if (e->is_const) {
        *out = (ConstValue){.kind = CONST_INT, .i = (i128)e->value};
        return true;
    }
    if (v->depth >= WALK_MAX_DEPTH || ++v->steps > WALK_MAX_STEPS)
        return false;
    v->depth++;
    bool ok = eval_node(v, e, out);
    v->depth--;
    if (!ok)
        *out = (ConstValue){0};
    return ok;
}

bool const_eval(const Unit *u, const Expr *e, ConstValue *out)
{
    Walk v = {.unit = u};
    return const_walk(&v, e, out);
}

bool const_address(const Unit *u, const Expr *e, ConstValue *out)
{
    Walk v = {.unit = u};
    return const_walk_address(&v, e, out);
}

/* ---- folding one node ---------------------------------------------------------------- */

/* An operand that may have a value: a folded integer, or a float or an address, which are not
 * folded and worth a walk. */
static bool folds_operand(const Expr *e)
{
    return e->is_const || (e->type && (type_is_floating(e->type) || e->type->kind == TYPE_COMPLEX ||
                                       e->type->kind == TYPE_POINTER));
}

static bool folds_binary(const Expr *e)
{
    const Expr *l = e->u.binary.lhs, *r = e->u.binary.rhs;
    if (e->op == BIN_COMMA || !folds_operand(l))
        return false;
    if (folds_operand(r))
        return true;
    return (e->op == BIN_LAND && !(l->is_const && l->value)) ||
           (e->op == BIN_LOR && !(l->is_const && !l->value));
}

static bool folds_cond(const Expr *e)
{
    const Expr *c = e->u.cond.cond;
    const Expr *then = e->u.cond.then ? e->u.cond.then : c;
    if (c->is_const)
        return (c->value ? then : e->u.cond.other)->is_const;
    return folds_operand(c) && (then->is_const || e->u.cond.other->is_const);
}

static bool folds_conversion(const Expr *e)
{
    const Expr *o = e->u.cast.operand;
    if (!o || (e->kind == EXPR_CONVERT && (e->op == CONVERT_LVALUE || e->op == CONVERT_DECAY)))
        return false;
    /* A float or an address becomes an integer: C23 6.6p8, and offsetof by hand. */
    return folds_operand(o);
}

/* Calls count only under their __builtin_ name: strlen("x") is no integer constant. */
static bool folds_call(const Expr *e)
{
    const Expr *f = e->u.call.callee;
    while (f && f->kind == EXPR_CONVERT)
        f = f->u.cast.operand;
    return e->u.call.builtin && f && f->kind == EXPR_IDENT && f->u.ident.sym &&
           f->u.ident.sym->kind == SYM_BUILTIN &&
           (builtin_flags((BuiltinId)e->u.call.builtin) & BF_FOLDS);
}

static bool may_fold(const Expr *e)
{
    switch ((int)e->kind) { /* other kinds are set by sema, or never constant */
    case EXPR_INT:
    case EXPR_CHAR: return true;
    case EXPR_IDENT: return e->u.ident.sym && e->u.ident.sym->kind == SYM_ENUM_CONST;
    case EXPR_UNARY:
        return e->op != UN_ADDR && e->op != UN_DEREF && folds_operand(e->u.unary.operand);
    case EXPR_BINARY: return folds_binary(e);
    case EXPR_COND: return folds_cond(e);
    case EXPR_CAST:
    case EXPR_CONVERT: return folds_conversion(e);
    case EXPR_CALL: return folds_call(e);
    case EXPR_GENERIC: return e->u.generic.chosen && e->u.generic.chosen->is_const;
    case EXPR_CHOOSE: return folds_cond(e);
    }
    return false;
}

void const_fold(const Unit *u, Expr *e)
{
    ConstValue c;
    if (e->is_const || !e->type || !type_is_integer(e->type) || !may_fold(e))
        return;
    if (!const_eval(u, e, &c) || c.kind != CONST_INT)
        return;
    e->is_const = 1;
    e->value = type_wrap(e->type, (u128)c.i);
}

bool sema_const_int(const Expr *e, i128 *value)
{
    if (!e->is_const)
        return false;
    *value = (i128)e->value;
    return true;
}

bool const_is_null_pointer(const Expr *e)
{
    while (e->kind == EXPR_UNARY && e->op == UN_EXTENSION)
        e = e->u.unary.operand;
    if (e->kind == EXPR_NULLPTR)
        return true;
    if (e->kind == EXPR_GENERIC && e->u.generic.chosen)
        return const_is_null_pointer(e->u.generic.chosen);
    if (e->kind == EXPR_CHOOSE && e->u.cond.cond->is_const)
        return const_is_null_pointer(e->u.cond.cond->value ? e->u.cond.then : e->u.cond.other);
    if (e->is_const)
        return e->type && type_is_integer(e->type) && e->value == 0;
    if (e->kind != EXPR_CAST || !e->type || e->type->kind != TYPE_POINTER)
        return false;
    if (e->type->elem->kind != TYPE_VOID || e->type->elem->quals)
        return false;
    const Expr *o = e->u.cast.operand;
    while (o && o->kind == EXPR_CONVERT && !o->is_const && o->type->kind == TYPE_POINTER)
        o = o->u.cast.operand;
    return o && ((o->is_const && o->type && type_is_integer(o->type) && o->value == 0) ||
                 o->kind == EXPR_NULLPTR);
}
