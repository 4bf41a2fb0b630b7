/* syntax/parse_primary.c - what an expression begins with, and what may follow it directly.
 *
 * What comes in: tokens at a primary expression. What goes out: an Expr.
 * The one idea: the builtins that take types (va_arg, offsetof, choose_expr ...) are grammar, not
 * calls; all other __builtin_ functions are called like any function, but may be handed a type.
 *
 *     __builtin_offsetof(struct s, a.b[3])      OFFSETOF with the path .a .b [3] */
#include "syntax/parse_internal.h"

bool parse_at_type(const Parser *p)
{
    return parse_starts_decl(p, p->tok);
}

static Expr *error_expr(Parser *p)
{
    return parse_expr_new(p, EXPR_ERROR, p->tok->loc);
}

/* ---- argument lists ---------------------------------------------------------------------- */
/* #embed among arguments: one number for each byte. */
static void push_embed(Parser *p)
{
    Token *t = parse_next(p);
    for (uint32_t i = 0; i < t->len; i++) {
        Expr *e = parse_expr_new(p, EXPR_INT, t->loc);
        e->value = e->u.integer.value = (uint8_t)t->u.text[i];
        VEC_PUSH(p->arena, &p->exprs, e);
    }
}

static Expr *type_expr(Parser *p)
{
    Expr *e = parse_expr_new(p, EXPR_TYPE, p->tok->loc);
    e->u.cast.type = parse_type_name(p);
    e->end = parse_prev_loc(p);
    return e;
}

/* Behind the ( : the arguments, and the ). */
void parse_args(Parser *p, const Token *lparen, bool types_too, Expr ***args, uint32_t *count)
{
    uint32_t mark = p->exprs.len;
    while (!parse_at(p, TOK_RPAREN) && !p->panic) {
        if (parse_at(p, TOK_EMBED)) {
            push_embed(p);
        } else {
            Expr *e = types_too && parse_at_type(p) ? type_expr(p) : parse_assign(p);
            VEC_PUSH(p->arena, &p->exprs, e);
        }
        if (!parse_take(p, TOK_COMMA))
            break;
        if (parse_at(p, TOK_RPAREN))
            parse_error_here(p, "expected expression after `,`");
    }
    *count = p->exprs.len - mark;
    *args = *count ? arena_copy(p->arena, p->exprs.data + mark, *count * sizeof(Expr *)) : NULL;
    p->exprs.len = mark;
    parse_expect_close(p, TOK_RPAREN, lparen);
}

/* ---- postfix operators, C23 6.5.3 -------------------------------------------------------- */
static bool takes_types(const Expr *callee)
{
    return callee->kind == EXPR_IDENT && callee->u.ident.name->len > 10 &&
           memcmp(callee->u.ident.name->text, "__builtin_", 10) == 0;
}

/* __builtin_has_attribute(expression-or-type, attribute): the attribute becomes an identifier. */
static void has_attribute_args(Parser *p, Expr *call, const Token *lparen)
{
    Expr **args = ARENA_ARRAY(p->arena, Expr *, 2);
    args[0] = parse_at_type(p) ? type_expr(p) : parse_assign(p);
    parse_expect(p, TOK_COMMA, "after the first argument of `__builtin_has_attribute`");
    if (!p->panic && parse_has_name(p->tok)) {
        Token *t = parse_next(p);
        args[1] = parse_expr_new(p, EXPR_IDENT, t->loc);
        args[1]->u.ident.name = t->u.name;
        parse_sync_close(p, lparen);
        call->u.call.count = 2;
    }
    call->u.call.args = args;
    parse_expect_close(p, TOK_RPAREN, lparen);
}

static Expr *call(Parser *p, Expr *callee)
{
    Expr *e = parse_expr_new(p, EXPR_CALL, callee->begin);
    const Token *lparen = parse_next(p);
    e->at = lparen->loc;
    e->u.call.callee = callee;
    if (!parse_enter(p))
        return e;
    if (callee->kind == EXPR_IDENT && callee->u.ident.name == p->name_has_attribute)
        has_attribute_args(p, e, lparen);
    else
        parse_args(p, lparen, takes_types(callee), &e->u.call.args, &e->u.call.count);
    parse_leave(p);
    e->end = parse_prev_loc(p);
    return e;
}

static Expr *index_expr(Parser *p, Expr *base)
{
    Expr *e = parse_expr_new(p, EXPR_INDEX, base->begin);
    const Token *lbracket = parse_next(p);
    e->at = lbracket->loc;
    e->u.binary.lhs = base;
    if (!parse_enter(p)) {
        e->u.binary.rhs = error_expr(p);
        return e;
    }
    e->u.binary.rhs = parse_expr(p);
    parse_leave(p);
    parse_expect_close(p, TOK_RBRACKET, lbracket);
    e->end = parse_prev_loc(p);
    return e;
}

static Expr *member(Parser *p, Expr *base)
{
    Expr *e = parse_expr_new(p, EXPR_MEMBER, base->begin);
    e->flags = parse_next(p)->kind == TOK_ARROW ? EXPR_FLAG_ARROW : 0;
    e->at = p->tok->loc;
    e->u.member.base = base;
    e->u.member.name = parse_expect_ident(p, "a member's name");
    e->end = parse_prev_loc(p);
    if (!e->u.member.name)
        e->kind = EXPR_ERROR;
    return e;
}

Expr *parse_postfix(Parser *p, Expr *e)
{
    while (!p->panic) {
        switch (p->tok->kind) {
        case TOK_LPAREN: e = call(p, e); continue;
        case TOK_LBRACKET: e = index_expr(p, e); continue;
        case TOK_DOT:
        case TOK_ARROW: e = member(p, e); continue;
        case TOK_PLUSPLUS:
        case TOK_MINUSMINUS: {
            Expr *u = parse_expr_new(p, EXPR_UNARY, e->begin);
            u->op = parse_at(p, TOK_PLUSPLUS) ? UN_POST_INC : UN_POST_DEC;
            u->at = u->end = parse_next(p)->loc;
            u->u.unary.operand = e;
            e = u;
            continue;
        }
        }
        break;
    }
    return e;
}

/* ---- builtins with a grammar of their own ------------------------------------------------ */
static Expr *generic(Parser *p, Expr *e, const Token *lparen)
{
    VEC(GenericAssoc) list = {0};
    e->kind = EXPR_GENERIC;
    if (parse_at_type(p)) /* C2y: the controlling operand may be a type */
        e->u.generic.control_type = parse_type_name(p);
    else
        e->u.generic.control = parse_assign(p);
    while (!p->panic && parse_take(p, TOK_COMMA)) {
        GenericAssoc a = {.loc = p->tok->loc};
        if (!parse_take(p, TOK_KW_DEFAULT))
            a.type = parse_type_name(p);
        parse_expect(p, TOK_COLON, "in `_Generic` association");
        if (p->panic)
            break;
        a.value = parse_assign(p);
        VEC_PUSH(p->arena, &list, a);
    }
    e->u.generic.assocs = list.data;
    e->u.generic.count = list.len;
    if (!list.len)
        parse_error_here(p, "expected an association in `_Generic`");
    parse_expect_close(p, TOK_RPAREN, lparen);
    return e;
}

static Designator *offset_step(Parser *p)
{
    Designator *d = ARENA_NEW(p->arena, Designator);
    d->loc = p->tok->loc;
    if (parse_at(p, TOK_LBRACKET)) {
        const Token *lbracket = parse_next(p);
        d->lo = parse_expr(p);
        parse_expect_close(p, TOK_RBRACKET, lbracket);
        return d;
    }
    parse_next(p);
    d->field = parse_expect_ident(p, "a member's name");
    return d;
}

static Expr *offset_of(Parser *p, Expr *e)
{
    e->u.offset.type = parse_type_name(p);
    if (!parse_expect(p, TOK_COMMA, "after the type"))
        return e;
    Designator *first = ARENA_NEW(p->arena, Designator), **tail = &first->next;
    first->loc = p->tok->loc;
    first->field = parse_expect_ident(p, "a member's name");
    e->u.offset.path = first;
    while (!p->panic) {
        if (parse_at(p, TOK_ARROW)) { /* GCC: a->b is a[0].b */
            Designator *zero = ARENA_NEW(p->arena, Designator);
            zero->loc = p->tok->loc;
            zero->lo = parse_expr_new(p, EXPR_INT, p->tok->loc);
            *tail = zero;
            tail = &zero->next;
        } else if (!parse_at(p, TOK_DOT) && !parse_at(p, TOK_LBRACKET)) {
            break;
        }
        *tail = offset_step(p);
        tail = &(*tail)->next;
    }
    return e;
}

/* expression , expression , expression */
static Expr *choose(Parser *p, Expr *e)
{
    e->u.cond.cond = parse_assign(p);
    parse_expect(p, TOK_COMMA, "after the first argument of `__builtin_choose_expr`");
    e->u.cond.then = p->panic ? error_expr(p) : parse_assign(p);
    parse_expect(p, TOK_COMMA, "after the second argument of `__builtin_choose_expr`");
    e->u.cond.other = p->panic ? error_expr(p) : parse_assign(p);
    return e;
}

static Expr *builtin_operands(Parser *p, Expr *e)
{
    switch (e->kind) {
    case EXPR_VA_ARG:
    case EXPR_CONVERTVECTOR: /* expression , type-name */
        e->u.cast.operand = parse_assign(p);
        if (parse_expect(p, TOK_COMMA, "before the type"))
            e->u.cast.type = parse_type_name(p);
        return e;
    case EXPR_BIT_CAST: /* type-name , expression */
        e->u.cast.type = parse_type_name(p);
        if (parse_expect(p, TOK_COMMA, "after the type"))
            e->u.cast.operand = parse_assign(p);
        return e;
    case EXPR_TYPES_COMPATIBLE:
        e->u.types.a = parse_type_name(p);
        if (parse_expect(p, TOK_COMMA, "after the first type"))
            e->u.types.b = parse_type_name(p);
        return e;
    case EXPR_OFFSETOF: return offset_of(p, e);
    }
    return choose(p, e);
}

static ExprKind builtin_kind(const Token *t)
{
    switch (t->kind) {
    case TOK_KW_VA_ARG: return EXPR_VA_ARG;
    case TOK_KW_OFFSETOF: return EXPR_OFFSETOF;
    case TOK_KW_CHOOSE_EXPR: return EXPR_CHOOSE;
    case TOK_KW_TYPES_COMPATIBLE: return EXPR_TYPES_COMPATIBLE;
    case TOK_KW_CONVERTVECTOR: return EXPR_CONVERTVECTOR;
    case TOK_KW_BIT_CAST: return EXPR_BIT_CAST;
    case TOK_KW_GENERIC: return EXPR_GENERIC;
    }
    return EXPR_ERROR;
}

static Expr *builtin(Parser *p, ExprKind k)
{
    const Token *word = parse_next(p);
    Expr *e = parse_expr_new(p, k, word->loc);
    const Token *lparen = p->tok;
    if (!parse_expect(p, TOK_LPAREN, arena_printf(p->arena, "after %s", parse_describe(p, word)))) {
        e->kind = EXPR_ERROR;
        return e;
    }
    if (k == EXPR_GENERIC) {
        generic(p, e, lparen);
    } else {
        builtin_operands(p, e);
        parse_expect_close(p, TOK_RPAREN, lparen);
    }
    e->end = parse_prev_loc(p);
    if (p->panic)
        e->kind = EXPR_ERROR;
    return e;
}

/* ---- primary expressions, C23 6.5.2 ------------------------------------------------------ */
/* ( expression ) or GNU's ({ statements }). */
static Expr *paren(Parser *p)
{
    const Token *lparen = parse_next(p);
    Expr *e;
    if (parse_at(p, TOK_LBRACE)) {
        if (!p->in_function)
            parse_error_here(p, "a statement expression is allowed only inside a function");
        e = parse_expr_new(p, EXPR_STMT_EXPR, lparen->loc);
        e->u.stmt_expr.body = parse_compound(p, true);
    } else {
        e = parse_expr(p);
        if (e->kind != EXPR_ERROR)
            e->flags |= EXPR_FLAG_PAREN;
    }
    parse_expect_close(p, TOK_RPAREN, lparen);
    e->begin = lparen->loc;
    e->end = parse_prev_loc(p);
    return e;
}

static Expr *identifier(Parser *p)
{
    Token *t = p->tok;
    if (parse_is_typedef(p, t) && !p->in_attr) {
        parse_error_here(p, "unexpected type name %s: expected expression", parse_describe(p, t));
        return error_expr(p);
    }
    parse_next(p);
    Name n = t->u.name;
    bool func = n == p->name_func || n == p->name_function || n == p->name_pretty;
    Expr *e = parse_expr_new(p, func ? EXPR_FUNC_NAME : EXPR_IDENT, t->loc);
    e->u.ident.name = n;
    return e;
}

static Expr *small_int(Parser *p, unsigned value, unsigned op)
{
    Token *t = parse_next(p);
    Expr *e = parse_expr_new(p, EXPR_INT, t->loc);
    e->op = (uint8_t)op;
    e->value = e->u.integer.value = value;
    return e;
}

static Expr *keyword(Parser *p)
{
    Token *t = p->tok;
    if (t->kind == TOK_KW_TRUE || t->kind == TOK_KW_FALSE)
        return small_int(p, t->kind == TOK_KW_TRUE, INT_BOOL);
    if (t->kind == TOK_KW_NULLPTR)
        return parse_expr_new(p, EXPR_NULLPTR, parse_next(p)->loc);
    if (t->kind == TOK_KW_RETURN && p->in_attr) { /* __when(return == 0): the function's result */
        parse_next(p);
        Expr *e = parse_expr_new(p, EXPR_IDENT, t->loc);
        e->u.ident.name = t->u.name;
        return e;
    }
    ExprKind k = builtin_kind(t);
    if (k != EXPR_ERROR)
        return builtin(p, k);
    return NULL;
}

Expr *parse_primary(Parser *p)
{
    Token *t = p->tok;
    switch (t->kind) {
    case TOK_IDENT: return identifier(p);
    case TOK_NUMBER: return literal_number(p, parse_next(p));
    case TOK_CHAR: return literal_char(p, parse_next(p));
    case TOK_STRING: return literal_string(p);
    case TOK_LPAREN: return paren(p);
    case TOK_EMBED:
        if (t->len == 1)
            return small_int(p, (uint8_t)t->u.text[0], 0);
        break;
    }
    if (t->kind >= TOK_KEYWORD_FIRST) {
        Expr *e = keyword(p);
        if (e)
            return e;
    }
    if (t->kind == TOK_OTHER)
        parse_stray(p);
    else
        parse_error_here(p, "expected expression, found %s", parse_describe(p, t));
    return error_expr(p);
}
