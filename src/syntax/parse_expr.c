/* syntax/parse_expr.c - expressions: operators by precedence, casts, initialisers.
 *
 * What comes in: tokens at an expression. What goes out: an Expr that knows shape only.
 *
 * The one idea: recursion follows brackets and prefix operators, which are bounded, and loops
 * follow chains, which are not. A left-associative chain is a loop in the climbing of binary
 * operators; the right-associative ones keep a pointer to the hole that the rest goes into:
 *
 *     a = b = c       ASSIGN(a, hole)  ->  ASSIGN(a, ASSIGN(b, hole))  ->  ... c
 *     a ? b : c ? d : e    the same with the hole in the third operand
 *
 * What a name or a bracket may begin is in parse_primary.c. */
#include "syntax/parse_internal.h"

Expr *parse_expr_new(Parser *p, ExprKind k, Loc begin)
{
    Expr *e = ARENA_NEW(p->arena, Expr);
    e->kind = (uint8_t)k;
    e->begin = e->end = e->at = begin;
    return e;
}

/* ---- binary operators, C23 6.5.6 to 6.5.15 ----------------------------------------------- */
typedef struct BinaryInfo {
    uint8_t precedence, op;
} BinaryInfo; /* precedence 0: not binary */
static const BinaryInfo binary_info[TOK_COUNT] = {
    [TOK_PIPE_PIPE] = {1, BIN_LOR}, [TOK_AMP_AMP] = {2, BIN_LAND},  [TOK_PIPE] = {3, BIN_OR},
    [TOK_CARET] = {4, BIN_XOR},     [TOK_AMP] = {5, BIN_AND},       [TOK_EQ_EQ] = {6, BIN_EQ},
    [TOK_BANG_EQ] = {6, BIN_NE},    [TOK_LESS] = {7, BIN_LT},       [TOK_GREATER] = {7, BIN_GT},
    [TOK_LESS_EQ] = {7, BIN_LE},    [TOK_GREATER_EQ] = {7, BIN_GE}, [TOK_LSHIFT] = {8, BIN_SHL},
    [TOK_RSHIFT] = {8, BIN_SHR},    [TOK_PLUS] = {9, BIN_ADD},      [TOK_MINUS] = {9, BIN_SUB},
    [TOK_STAR] = {10, BIN_MUL},     [TOK_SLASH] = {10, BIN_DIV},    [TOK_PERCENT] = {10, BIN_REM},
};

static Expr *binary_new(Parser *p, ExprKind k, unsigned op, Expr *lhs, Expr *rhs, Loc at)
{
    Expr *e = parse_expr_new(p, k, lhs->begin);
    e->op = (uint8_t)op;
    e->at = at;
    e->end = rhs ? rhs->end : at;
    e->u.binary.lhs = lhs;
    e->u.binary.rhs = rhs;
    return e;
}

static Expr *binary(Parser *p, unsigned least)
{
    Expr *lhs = parse_cast(p);
    for (;;) {
        BinaryInfo info = binary_info[p->tok->kind];
        if (info.precedence < least || !info.precedence || p->panic)
            return lhs;
        Loc at = parse_next(p)->loc;
        Expr *rhs = binary(p, info.precedence + 1u);
        lhs = binary_new(p, EXPR_BINARY, info.op, lhs, rhs, at);
    }
}

/* ---- conditional and assignment, C23 6.5.16 and 6.5.17 ----------------------------------- */
Expr *parse_cond(Parser *p)
{
    Expr *root = NULL, **hole = &root;
    for (;;) {
        Expr *c = binary(p, 1);
        if (!parse_at(p, TOK_QUESTION) || p->panic) {
            *hole = c;
            break;
        }
        Expr *e = parse_expr_new(p, EXPR_COND, c->begin);
        e->at = parse_next(p)->loc;
        e->u.cond.cond = c;
        if (!parse_at(p, TOK_COLON)) { /* GNU: a ?: b */
            if (!parse_enter(p)) {
                e->u.cond.then = parse_expr_new(p, EXPR_ERROR, e->at);
            } else {
                e->u.cond.then = parse_expr(p);
                parse_leave(p);
            }
        }
        *hole = e;
        hole = &e->u.cond.other;
        if (!parse_expect(p, TOK_COLON, "in conditional expression")) {
            *hole = parse_expr_new(p, EXPR_ERROR, p->tok->loc);
            break;
        }
    }
    Loc end = (*hole)->end;
    for (Expr *e = root; e != *hole; e = e->u.cond.other)
        e->end = end;
    return root;
}

static bool assign_op(TokenKind k, uint8_t *op)
{
    static const struct {
        uint8_t token, op;
    } ops[] = {
        {TOK_STAR_EQ, BIN_MUL},   {TOK_SLASH_EQ, BIN_DIV}, {TOK_PERCENT_EQ, BIN_REM},
        {TOK_PLUS_EQ, BIN_ADD},   {TOK_MINUS_EQ, BIN_SUB}, {TOK_LSHIFT_EQ, BIN_SHL},
        {TOK_RSHIFT_EQ, BIN_SHR}, {TOK_AMP_EQ, BIN_AND},   {TOK_CARET_EQ, BIN_XOR},
        {TOK_PIPE_EQ, BIN_OR},
    };
    for (uint32_t i = 0; i < COUNT_OF(ops); i++)
        if (ops[i].token == k) {
            *op = ops[i].op;
            return true;
        }
    return false;
}

Expr *parse_assign(Parser *p)
{
    Expr *root = NULL, **hole = &root;
    for (;;) {
        Expr *lhs = parse_cond(p);
        uint8_t op = 0;
        TokenKind k = (TokenKind)p->tok->kind;
        bool compound = k != TOK_EQ && k > TOK_EQ && k < TOK_COMMA && assign_op(k, &op);
        if ((k != TOK_EQ && !compound) || p->panic) {
            *hole = lhs;
            break;
        }
        Expr *e = binary_new(p, EXPR_ASSIGN, op, lhs, NULL, parse_next(p)->loc);
        e->flags = compound ? EXPR_FLAG_COMPOUND : 0;
        *hole = e;
        hole = &e->u.binary.rhs;
    }
    Loc end = (*hole)->end;
    for (Expr *e = root; e != *hole; e = e->u.binary.rhs)
        e->end = end;
    return root;
}

Expr *parse_expr(Parser *p)
{
    Expr *e = parse_assign(p);
    while (parse_at(p, TOK_COMMA) && !p->panic) {
        Loc at = parse_next(p)->loc;
        Expr *rhs = parse_assign(p);
        e = binary_new(p, EXPR_BINARY, BIN_COMMA, e, rhs, at);
    }
    return e;
}

/* ---- unary operators, C23 6.5.4 ---------------------------------------------------------- */
static Expr *unary_new(Parser *p, ExprKind k, unsigned op, Loc at, Expr *operand)
{
    Expr *e = parse_expr_new(p, k, at);
    e->op = (uint8_t)op;
    e->end = operand->end;
    e->u.unary.operand = operand;
    return e;
}

static Expr *type_operand(Parser *p, ExprKind k, const Token *word, unsigned op, TypeName *type)
{
    Expr *e = parse_expr_new(p, k, word->loc);
    e->op = (uint8_t)op;
    e->end = parse_prev_loc(p);
    e->u.cast.type = type;
    return e;
}

/* Behind `( type-name )`: { ... } makes it a compound literal and that may go on as a postfix
 * expression (C23 6.5.3.6). */
static Expr *compound_literal(Parser *p, const Token *lparen, TypeName *type)
{
    Expr *e = parse_expr_new(p, EXPR_COMPOUND_LITERAL, lparen->loc);
    e->u.cast.type = type;
    e->u.cast.operand = parse_init_list(p);
    e->end = e->u.cast.operand->end;
    return parse_postfix(p, e);
}

/* sizeof and _Alignof, of a type or of an expression. */
static Expr *size_operator(Parser *p, bool is_sizeof, unsigned op)
{
    const Token *word = parse_next(p);
    const Token *lparen = p->tok;
    ExprKind of_expr = is_sizeof ? EXPR_SIZEOF_EXPR : EXPR_ALIGNOF_EXPR;
    if (lparen->kind == TOK_LPAREN && parse_starts_decl(p, parse_peek(p))) {
        parse_next(p);
        TypeName *type = parse_type_name(p);
        parse_expect_close(p, TOK_RPAREN, lparen);
        if (parse_at(p, TOK_LBRACE) && !p->panic)
            return unary_new(p, of_expr, op, word->loc, compound_literal(p, lparen, type));
        return type_operand(p, is_sizeof ? EXPR_SIZEOF_TYPE : EXPR_ALIGNOF_TYPE, word, op, type);
    }
    if (!parse_enter(p))
        return parse_expr_new(p, EXPR_ERROR, word->loc);
    /* a cast is no unary-expression: sizeof (int)x was taken as sizeof(int) above */
    Expr *operand = parse_cast(p);
    parse_leave(p);
    return unary_new(p, of_expr, op, word->loc, operand);
}

static Expr *label_address(Parser *p)
{
    Expr *e = parse_expr_new(p, EXPR_LABEL_ADDR, parse_next(p)->loc);
    e->u.label_addr.name = parse_expect_ident(p, "a label's name after `&&`");
    e->end = parse_prev_loc(p);
    return e;
}

/* (foo *)x with an unknown foo: behind the name only stars up to the parenthesis. */
static bool looks_like_cast(const Parser *p)
{
    const Token *t = parse_peek(p);
    if (t->kind != TOK_IDENT || (parse_binding(p, t->u.name) & BIND_MEANING) != BIND_NONE)
        return false;
    t++;
    if (t->kind != TOK_STAR)
        return false;
    while (t->kind == TOK_STAR)
        t++;
    return t->kind == TOK_RPAREN;
}

static Expr *cast_or_paren(Parser *p)
{
    if (!parse_starts_decl(p, parse_peek(p)) && !looks_like_cast(p))
        return parse_postfix(p, parse_primary(p));
    const Token *lparen = parse_next(p);
    TypeName *type = parse_type_name(p);
    parse_expect_close(p, TOK_RPAREN, lparen);
    if (parse_at(p, TOK_LBRACE) && !p->panic)
        return compound_literal(p, lparen, type);
    Expr *e = parse_expr_new(p, EXPR_CAST, lparen->loc);
    e->u.cast.type = type;
    e->u.cast.operand = p->panic ? parse_expr_new(p, EXPR_ERROR, lparen->loc) : parse_cast(p);
    e->end = e->u.cast.operand->end;
    return e;
}

static bool prefix_op(TokenKind k, UnaryOp *op)
{
    switch ((int)k) {
    case TOK_PLUS: *op = UN_PLUS; return true;
    case TOK_MINUS: *op = UN_MINUS; return true;
    case TOK_TILDE: *op = UN_NOT; return true;
    case TOK_BANG: *op = UN_LNOT; return true;
    case TOK_STAR: *op = UN_DEREF; return true;
    case TOK_AMP: *op = UN_ADDR; return true;
    case TOK_PLUSPLUS: *op = UN_PRE_INC; return true;
    case TOK_MINUSMINUS: *op = UN_PRE_DEC; return true;
    case TOK_KW_REAL: *op = UN_REAL; return true;
    case TOK_KW_IMAG: *op = UN_IMAG; return true;
    }
    return false;
}

static Expr *prefixed(Parser *p)
{
    UnaryOp op;
    if (prefix_op((TokenKind)p->tok->kind, &op)) {
        Loc at = parse_next(p)->loc;
        return unary_new(p, EXPR_UNARY, op, at, parse_cast(p));
    }
    switch (p->tok->kind) {
    case TOK_KW_SIZEOF: return size_operator(p, true, 0);
    case TOK_KW_ALIGNOF: return size_operator(p, false, 0);
    case TOK_KW_ALIGNOF_GNU: return size_operator(p, false, ALIGNOF_GNU);
    case TOK_AMP_AMP: return label_address(p);
    case TOK_KW_EXTENSION: {
        Loc at = parse_next(p)->loc;
        Expr *e = parse_cast(p);
        e->flags |= EXPR_FLAG_EXTENSION;
        e->begin = at;
        return e;
    }
    }
    return cast_or_paren(p); /* at ( */
}

/* cast-expression; the names and numbers that most of them are take the short way. */
Expr *parse_cast(Parser *p)
{
    TokenKind k = (TokenKind)p->tok->kind;
    if (k < TOK_LBRACKET)
        return parse_postfix(p, parse_primary(p));
    if (!parse_enter(p))
        return parse_expr_new(p, EXPR_ERROR, p->tok->loc);
    UnaryOp op;
    bool prefix = k == TOK_LPAREN || k == TOK_AMP_AMP || k == TOK_KW_SIZEOF ||
                  k == TOK_KW_ALIGNOF || k == TOK_KW_ALIGNOF_GNU || k == TOK_KW_EXTENSION ||
                  prefix_op(k, &op);
    Expr *e = prefix ? prefixed(p) : parse_postfix(p, parse_primary(p));
    parse_leave(p);
    return e;
}

/* ---- initialisers, C23 6.7.11 ------------------------------------------------------------ */
static Designator *designator(Parser *p)
{
    Designator *d = ARENA_NEW(p->arena, Designator);
    d->loc = p->tok->loc;
    if (parse_take(p, TOK_DOT)) {
        d->field = parse_expect_ident(p, "a member's name after `.`");
        return d;
    }
    const Token *lbracket = parse_next(p);
    d->lo = parse_cond(p);
    if (parse_take(p, TOK_ELLIPSIS)) /* GNU: [lo ... hi] */
        d->hi = parse_cond(p);
    parse_expect_close(p, TOK_RBRACKET, lbracket);
    return d;
}

static InitItem init_item(Parser *p)
{
    InitItem item = {0};
    if (parse_at(p, TOK_IDENT) && parse_peek(p)->kind == TOK_COLON) { /* GNU, old: field: value */
        Designator *d = ARENA_NEW(p->arena, Designator);
        d->loc = p->tok->loc;
        d->field = parse_next(p)->u.name;
        parse_next(p);
        item.designators = d;
    } else if (parse_at(p, TOK_DOT) || parse_at(p, TOK_LBRACKET)) {
        Designator **tail = &item.designators;
        while (!p->panic && (parse_at(p, TOK_DOT) || parse_at(p, TOK_LBRACKET))) {
            *tail = designator(p);
            tail = &(*tail)->next;
        }
        if (!parse_take(p, TOK_EQ) && item.designators && item.designators->field)
            parse_expect(p, TOK_EQ, "after designator"); /* GNU, old: [3] value needs none */
    } else if (parse_at(p, TOK_EMBED)) {
        Token *t = parse_next(p);
        item.value = parse_expr_new(p, EXPR_EMBED, t->loc);
        item.value->u.embed.count = t->len;
        item.value->u.embed.bytes =
            p->arena == p->keep ? arena_copy(p->keep, t->u.text, t->len) : t->u.text;
        return item;
    }
    item.value = p->panic ? parse_expr_new(p, EXPR_ERROR, p->tok->loc) : parse_initializer(p);
    return item;
}

Expr *parse_init_list(Parser *p)
{
    const Token *lbrace = parse_next(p);
    Expr *e = parse_expr_new(p, EXPR_INIT_LIST, lbrace->loc);
    if (!parse_enter(p))
        return e;
    uint32_t mark = p->items.len;
    while (!parse_at(p, TOK_RBRACE) && !p->panic) {
        InitItem item = init_item(p);
        VEC_PUSH(p->arena, &p->items, item);
        if (!parse_take(p, TOK_COMMA))
            break;
    }
    e->u.init.count = p->items.len - mark;
    if (e->u.init.count)
        e->u.init.items =
            arena_copy(p->arena, p->items.data + mark, e->u.init.count * sizeof(InitItem));
    p->items.len = mark;
    parse_leave(p);
    if (p->panic && !p->silent)
        parse_sync_close(p, lbrace);
    e->end = p->tok->loc;
    if (!parse_at(p, TOK_RBRACE) && !p->panic && !(p->tok->flags & TOKEN_BOL) &&
        p->tok != p->last) {
        parse_error_here(p, "expected `,` or `}` in initializer, found %s",
                         parse_describe(p, p->tok));
        parse_sync_close(p, lbrace);
    }
    parse_expect_close(p, TOK_RBRACE, lbrace);
    return e;
}
