/* mir/lower_cond.c - conditions become jumps.
 *
 *     if (a && !(b || c)) x(); else y();     bb0: _1 = load a; branch _1 ? bb1 : y
 *                                            bb1: _2 = load b; branch _2 ? y : bb2
 *                                            bb2: _3 = load c; branch _3 ? y : x
 *
 * No temp holds the value of && || ! inside a condition, so that on each path the analysis knows
 * exactly which tests came out how. Only where the value itself is wanted two paths assign 1 and
 * 0 to one temp. What is constant becomes a plain jump. */
#include "mir/lower_internal.h"

static bool is_int_const(const Expr *e)
{
    return e->is_const && type_is_integer(e->type);
}

/* Is the value 0 or 1 because it is the outcome of a test? */
static bool is_test(const Expr *e)
{
    while ((e->kind == EXPR_CONVERT || e->kind == EXPR_CAST) &&
           (e->op == CONVERT_NOOP || e->op == CONVERT_INT || e->op == CONVERT_BOOL))
        e = e->u.cast.operand;
    if (e->kind == EXPR_UNARY)
        return e->op == UN_LNOT;
    if (e->kind == EXPR_BINARY)
        return (e->op >= BIN_LT && e->op <= BIN_NE) || e->op == BIN_LAND || e->op == BIN_LOR;
    return e->kind == EXPR_CALL && e->u.call.builtin == BUILTIN_EXPECT;
}

/* a && b && c ...: the tree leans to the left and may be very deep. */
static void chain(Lower *l, const Expr *e, BlockId yes, BlockId no)
{
    uint8_t op = e->op;
    uint32_t n = 1;
    const Expr *x = e;
    for (; x->kind == EXPR_BINARY && x->op == op && !is_int_const(x); x = x->u.binary.lhs)
        n++;
    const Expr **terms = ARENA_ARRAY(l->arena, const Expr *, n);
    x = e;
    for (uint32_t i = n; --i > 0; x = x->u.binary.lhs)
        terms[i] = x->u.binary.rhs;
    terms[0] = x;
    for (uint32_t i = 0; i < n; i++) {
        if (i + 1 == n) {
            lower_cond(l, terms[i], yes, no);
            return;
        }
        const Expr *last = terms[i + 1];
        if (i + 2 == n && is_int_const(last) && (last->value != 0) == (op == BIN_LOR)) {
            lower_void(l, terms[i]); /* (p = f()) || 1 asks nothing */
            continue;
        }
        BlockId next = lower_new_block(l);
        lower_cond(l, terms[i], op == BIN_LAND ? next : yes, op == BIN_LAND ? no : next);
        lower_start(l, next);
    }
}

/* A conversion that keeps zero zero and everything else something else. */
static bool keeps_truth(const Expr *e)
{
    const Type *from = e->u.cast.operand->type;
    bool integer = type_is_integer(from);
    if (e->op == CONVERT_BOOL || e->op == CONVERT_NOOP)
        return integer || from->kind == TYPE_POINTER;
    if (e->op == CONVERT_INT)
        return is_test(e->u.cast.operand) || from->width <= e->type->width;
    return e->op == CONVERT_PTR;
}

static void branch(Lower *l, const Expr *e, BlockId yes, BlockId no)
{
    Operand v = lower_value(l, e);
    Span span = span_of(e);
    if (v.kind == OPERAND_INT || v.kind == OPERAND_NULL || v.kind == OPERAND_STRING) {
        bool is = v.kind == OPERAND_STRING || (v.kind == OPERAND_INT && v.u.bits != 0);
        lower_goto(l, is ? yes : no, span);
        return;
    }
    if (type_is_floating(v.type) || v.type->kind == TYPE_COMPLEX)
        v = lower_binary(l, BIN_NE, v, lower_zero(l, v.type), type_basic(l->unit->types, TYPE_INT),
                         span);
    lower_end(l, (Term){.kind = TERM_BRANCH, .x = v, .then = yes, .other = no, .span = span});
}

static bool is_expect(const Expr *e)
{
    if (e->kind != EXPR_CALL || !e->u.call.count)
        return false;
    for (uint32_t i = 1; i < e->u.call.count; i++)
        if (!e->u.call.args[i]->is_const && e->u.call.args[i]->kind != EXPR_FLOAT)
            return false;
    return (e->u.call.builtin == BUILTIN_EXPECT ||
            e->u.call.builtin == BUILTIN_EXPECT_WITH_PROBABILITY ||
            e->u.call.builtin == BUILTIN_UNPREDICTABLE);
}

static bool is_zero_test(const Expr *e)
{
    const Expr *r = e->u.binary.rhs;
    return (e->op == BIN_EQ || e->op == BIN_NE) && is_int_const(r) && r->value == 0 &&
           is_test(e->u.binary.lhs);
}

static void select_cond(Lower *l, const Expr *e, BlockId yes, BlockId no)
{
    BlockId a = lower_new_block(l), b = lower_new_block(l);
    if (!e->u.cond.then) { /* x ?: y is x || y here */
        lower_cond(l, e->u.cond.cond, yes, b);
        lower_start(l, b);
        lower_cond(l, e->u.cond.other, yes, no);
        return;
    }
    lower_cond(l, e->u.cond.cond, a, b);
    lower_start(l, a);
    lower_cond(l, e->u.cond.then, yes, no);
    lower_start(l, b);
    lower_cond(l, e->u.cond.other, yes, no);
}

/* The expression whose truth decides e's; *flip when it is the opposite. e itself at the end. */
static const Expr *peel(Lower *l, const Expr *e, bool *flip)
{
    for (;;) {
        if (is_int_const(e))
            return e;
        if (e->kind == EXPR_UNARY && e->op == UN_LNOT) {
            *flip = !*flip;
            e = e->u.unary.operand;
        } else if (e->kind == EXPR_UNARY && (e->op == UN_EXTENSION || e->op == UN_PLUS)) {
            e = e->u.unary.operand;
        } else if ((e->kind == EXPR_CONVERT || e->kind == EXPR_CAST) && keeps_truth(e)) {
            e = e->u.cast.operand;
        } else if (e->kind == EXPR_GENERIC) {
            e = e->u.generic.chosen;
        } else if (e->kind == EXPR_BINARY && e->op == BIN_COMMA) {
            lower_void(l, e->u.binary.lhs);
            e = e->u.binary.rhs;
        } else if (e->kind == EXPR_BINARY && is_zero_test(e)) {
            if (e->op == BIN_EQ)
                *flip = !*flip;
            e = e->u.binary.lhs;
        } else if (is_expect(e)) {
            e = e->u.call.args[0];
        } else {
            return e;
        }
    }
}

void lower_cond(Lower *l, const Expr *e, BlockId yes, BlockId no)
{
    lower_enter(l);
    bool flip = false;
    e = peel(l, e, &flip);
    if (flip) {
        BlockId t = yes;
        yes = no;
        no = t;
    }
    if (is_int_const(e))
        lower_goto(l, e->value ? yes : no, span_of(e));
    else if (e->kind == EXPR_BINARY && (e->op == BIN_LAND || e->op == BIN_LOR))
        chain(l, e, yes, no);
    else if (e->kind == EXPR_COND)
        select_cond(l, e, yes, no);
    else
        branch(l, e, yes, no);
    l->depth--;
}

/* Temps made in a condition are alive in both branches: they end with the block around. */
void lower_controlling(Lower *l, const Expr *e, BlockId yes, BlockId no)
{
    uint32_t mark = l->temps.len;
    lower_cond(l, e, yes, no);
    lower_keep_temps(l, mark);
}

static void assign(Lower *l, LocalId dst, Operand v, Span span)
{
    if (l->cur.i == ID_NONE)
        return;
    Inst *in = lower_emit(l, INST_ASSIGN, span);
    in->dst = dst;
    in->x = v;
}

Operand lower_logical(Lower *l, const Expr *e)
{
    BlockId yes = lower_new_block(l), no = lower_new_block(l), join = lower_new_block(l);
    Span span = span_of(e);
    LocalId t = lower_temp(l, e->type, span);
    lower_cond(l, e, yes, no);
    lower_start(l, yes);
    assign(l, t, lower_int(l, e->type, 1), span);
    lower_goto(l, join, span);
    lower_start(l, no);
    assign(l, t, lower_int(l, e->type, 0), span);
    lower_goto(l, join, span);
    l->cur = join;
    return lower_temp_operand(l, t);
}

/* One arm: its value goes into the temp, into dest, or nowhere. */
static void arm(Lower *l, const Expr *e, LocalId t, PlaceId dest, BlockId join)
{
    if (place_is(dest))
        lower_aggregate(l, e, dest);
    else if (local_is(t))
        assign(l, t, lower_value(l, e), span_of(e));
    else
        lower_void(l, e);
    lower_goto(l, join, span_of(e));
}

Operand lower_select(Lower *l, const Expr *e, bool want, PlaceId dest)
{
    BlockId yes = lower_new_block(l), no = lower_new_block(l), join = lower_new_block(l);
    LocalId t = NO_LOCAL;
    if (want && !place_is(dest))
        t = lower_temp(l, e->type, span_of(e));
    if (e->u.cond.then) {
        lower_cond(l, e->u.cond.cond, yes, no);
        lower_start(l, yes);
        arm(l, e->u.cond.then, t, dest, join);
    } else if (!local_is(t) && !place_is(dest)) { /* GNU x ?: y, for y's effects only */
        const Expr *c = e->u.cond.cond;
        if (c->kind == EXPR_CONVERT && c->op == CONVERT_VOID)
            c = c->u.cast.operand;
        lower_cond(l, c, join, no);
    } else { /* GNU x ?: y: x is evaluated once */
        Span span = span_of(e->u.cond.cond);
        Operand v = lower_value(l, e->u.cond.cond), test = v;
        if (type_is_floating(v.type) || v.type->kind == TYPE_COMPLEX)
            test = lower_binary(l, BIN_NE, v, lower_zero(l, v.type),
                                type_basic(l->unit->types, TYPE_INT), span);
        if (test.kind == OPERAND_INT)
            lower_goto(l, test.u.bits ? yes : no, span);
        else if (test.kind == OPERAND_NULL)
            lower_goto(l, no, span);
        else
            lower_end(
                l, (Term){.kind = TERM_BRANCH, .x = test, .then = yes, .other = no, .span = span});
        lower_start(l, yes);
        if (local_is(t))
            assign(l, t, lower_convert_auto(l, v, e->type, span), span);
        lower_goto(l, join, span);
    }
    lower_start(l, no);
    arm(l, e->u.cond.other, t, dest, join);
    l->cur = join;
    return local_is(t) ? lower_temp_operand(l, t) : (Operand){0};
}
