/* syntax/parse_stmt.c - statements.
 *
 * What comes in: tokens inside a function's body. What goes out: Stmt trees.
 *
 * The one idea: a statement is parsed into a hole. Labels, `case` and `else if`
 * only move the hole on, so that ten thousand of them in a row need no stack:
 *
 *     if (a) x(); else if (b) y(); else z();
 *     ^ IF, hole = its then   ^ IF in the first one's `other`, and so on
 *
 * Blocks, bodies of loops and the then-branches of nested ifs do recurse, within
 * PARSE_DEPTH_MAX. */
#include "syntax/parse_internal.h"

static Stmt *statement(Parser *p); /* C23 6.8.1: a secondary block, so no declaration */
static Stmt *block_item(Parser *p);

static Stmt *stmt_new(Parser *p, StmtKind k)
{
    Stmt *s = ARENA_NEW(p->arena, Stmt);
    s->kind = (uint8_t)k;
    s->begin = s->end = p->tok->loc;
    return s;
}

static void end_with_semi(Parser *p, Stmt *s, const char *after)
{
    s->end = parse_at(p, TOK_SEMI) ? p->tok->loc : parse_prev_loc(p);
    parse_expect(p, TOK_SEMI, after);
}

/* ---- inline assembly, GNU ---------------------------------------------------------------- */
Expr *parse_asm_string(Parser *p)
{
    if (parse_at(p, TOK_STRING))
        return literal_string(p);
    if (parse_at(p, TOK_LPAREN)) /* GCC 15: a constant expression in parentheses */
        return parse_primary(p);
    parse_error_here(p, "expected string literal in `asm`, found %s", parse_describe(p, p->tok));
    return parse_expr_new(p, EXPR_ERROR, p->tok->loc);
}

/* [name] "constraint" (expression), ... */
static void asm_operands(Parser *p, AsmOperand **out, uint32_t *count)
{
    VEC(AsmOperand) list = {0};
    while (parse_at(p, TOK_STRING) || parse_at(p, TOK_LBRACKET)) {
        AsmOperand o = {.loc = p->tok->loc};
        const Token *lbracket = p->tok;
        if (parse_take(p, TOK_LBRACKET)) {
            o.symbolic = parse_has_name(p->tok) ? parse_next(p)->u.name
                                                : parse_expect_ident(p, "an operand's name");
            parse_expect_close(p, TOK_RBRACKET, lbracket);
        }
        o.constraint = parse_asm_string(p);
        const Token *lparen = p->tok;
        if (p->panic || !parse_expect(p, TOK_LPAREN, "after the constraint"))
            break;
        o.value = parse_expr(p);
        parse_expect_close(p, TOK_RPAREN, lparen);
        VEC_PUSH(p->arena, &list, o);
        if (p->panic || !parse_take(p, TOK_COMMA))
            break;
    }
    *out = list.data;
    *count = list.len;
}

static void asm_clobbers(Parser *p, AsmStmt *a)
{
    VEC(Expr *) list = {0};
    while (parse_at(p, TOK_STRING)) {
        VEC_PUSH(p->arena, &list, parse_asm_string(p));
        if (!parse_take(p, TOK_COMMA))
            break;
    }
    a->clobbers = list.data;
    a->clobber_count = list.len;
}

static void asm_labels(Parser *p, AsmStmt *a)
{
    VEC(Name) list = {0};
    while (parse_at(p, TOK_IDENT)) {
        VEC_PUSH(p->arena, &list, parse_next(p)->u.name);
        if (!parse_take(p, TOK_COMMA))
            break;
    }
    a->labels = list.data;
    a->label_count = list.len;
}

/* The sections behind the text, one for each colon; `::` counts as two. */
static void asm_sections(Parser *p, AsmStmt *a)
{
    uint32_t section = 0;
    while (!p->panic && section < 4) {
        if (parse_take(p, TOK_COLON))
            section++;
        else if (parse_take(p, TOK_COLON_COLON))
            section += 2;
        else
            return;
        if (parse_at(p, TOK_COLON) || parse_at(p, TOK_COLON_COLON))
            continue;
        if (section == 1)
            asm_operands(p, &a->outputs, &a->output_count);
        else if (section == 2)
            asm_operands(p, &a->inputs, &a->input_count);
        else if (section == 3)
            asm_clobbers(p, a);
        else
            asm_labels(p, a);
    }
}

static Stmt *asm_statement(Parser *p)
{
    Stmt *s = stmt_new(p, STMT_ASM);
    Arena *tree = p->arena;
    p->arena = p->keep; /* the MIR refers to its texts */
    AsmStmt *a = s->u.asm_ = ARENA_NEW(p->arena, AsmStmt);
    parse_next(p);
    for (;;) {
        if (parse_take(p, TOK_KW_VOLATILE))
            a->is_volatile = true;
        else if (parse_take(p, TOK_KW_INLINE))
            a->is_inline = true;
        else if (parse_take(p, TOK_KW_GOTO))
            a->is_goto = true;
        else if (!parse_take(p, TOK_KW_CONST) && !parse_take(p, TOK_KW_RESTRICT))
            break; /* old GCC took any qualifier */
    }
    const Token *lparen = p->tok;
    if (parse_expect(p, TOK_LPAREN, "after `asm`")) {
        a->text = parse_asm_string(p);
        a->is_basic = parse_at(p, TOK_RPAREN);
        asm_sections(p, a);
        if (p->panic)
            parse_sync_close(p, lparen);
        parse_expect_close(p, TOK_RPAREN, lparen);
    }
    p->arena = tree;
    end_with_semi(p, s, "after asm statement");
    return s;
}

/* ---- declarations inside blocks ---------------------------------------------------------- */
static Stmt *decl_statement(Parser *p, Attr *attrs)
{
    Stmt *s = stmt_new(p, STMT_DECL);
    s->u.decl = parse_decl(p, attrs, false);
    s->end = s->u.decl->end;
    return s;
}

static void prepend_attrs(Parser *p, Decl *d, Attr *attrs)
{
    if (!d->specs) {
        parse_attr_append(&d->attrs, attrs);
        return;
    }
    (void)p;
    parse_attr_append(&attrs, d->specs->attrs);
    d->specs->attrs = attrs;
}

/* GNU: __label__ a, b; */
static Stmt *local_labels(Parser *p)
{
    Stmt *s = stmt_new(p, STMT_DECL);
    Decl *d = s->u.decl = ARENA_NEW(p->arena, Decl);
    VEC(Name) names = {0};
    d->kind = DECL_LABELS;
    d->begin = parse_next(p)->loc;
    do {
        Name n = parse_expect_ident(p, "a label's name after `__label__`");
        if (n)
            VEC_PUSH(p->arena, &names, n);
    } while (!p->panic && parse_take(p, TOK_COMMA));
    d->labels = names.data;
    d->label_count = names.len;
    end_with_semi(p, s, "after label declaration");
    d->end = s->end;
    return s;
}

/* At a declaration, past any __extension__. A typedef's name before a colon is a label. An unknown
 * name before another one, or before `* name` and the end of a declarator, was to be a type. */
static bool declaration_at(const Parser *p, const Token *t)
{
    if (t->kind < TOK_KEYWORD_FIRST && t->kind != TOK_IDENT)
        return false;
    bool extension = t->kind == TOK_KW_EXTENSION;
    while (t->kind == TOK_KW_EXTENSION)
        t++;
    if (extension && t->kind == TOK_LBRACKET && t[1].kind == TOK_LBRACKET)
        return true;
    if (t->kind == TOK_KW_STATIC_ASSERT)
        return true;
    if (parse_starts_decl(p, t))
        return t->kind != TOK_IDENT || t[1].kind != TOK_COLON;
    if (t->kind != TOK_IDENT)
        return false;
    if (t[1].kind == TOK_IDENT)
        return true;
    if ((parse_binding(p, t->u.name) & BIND_MEANING) != BIND_NONE || t[1].kind != TOK_STAR)
        return false;
    t++;
    while (t->kind == TOK_STAR)
        t++;
    if (t->kind != TOK_IDENT)
        return false;
    return t[1].kind == TOK_SEMI || t[1].kind == TOK_EQ || t[1].kind == TOK_COMMA;
}

static bool at_declaration(const Parser *p)
{
    return declaration_at(p, p->tok);
}

/* ---- blocks ------------------------------------------------------------------------------ */
Stmt *parse_compound(Parser *p, bool own_scope)
{
    Stmt *s = stmt_new(p, STMT_COMPOUND);
    const Token *lbrace = parse_next(p);
    if (!parse_enter(p))
        return s;
    uint32_t mark = own_scope ? parse_scope_push(p) : 0;
    Stmt **tail = &s->u.body;
    while (!parse_at(p, TOK_RBRACE) && p->tok != p->last) {
        const Token *start = p->tok;
        *tail = block_item(p);
        tail = &(*tail)->next;
        if (p->panic) {
            if (p->silent)
                break;
            parse_sync(p);
            if (p->tok == start && !parse_at(p, TOK_RBRACE))
                parse_next(p);
        }
    }
    if (own_scope)
        parse_scope_pop(p, mark);
    parse_leave(p);
    s->end = p->tok->loc;
    parse_expect_close(p, TOK_RBRACE, lbrace);
    return s;
}

/* ---- headers in parentheses -------------------------------------------------------------- */
/* ( expression ), going on behind the parenthesis after an error. */
static Expr *condition(Parser *p, const char *word)
{
    const Token *lparen = p->tok;
    if (!parse_expect(p, TOK_LPAREN, arena_printf(p->arena, "after `%s`", word)))
        return parse_expr_new(p, EXPR_ERROR, p->tok->loc);
    Expr *e = parse_expr(p);
    if (p->panic && !p->silent)
        parse_sync_close(p, lparen);
    if (!parse_expect_close(p, TOK_RPAREN, lparen) && !p->silent) {
        if (parse_sync_close(p, lparen))
            parse_next(p);
        else if (parse_at(p, TOK_LBRACE))
            p->panic = false; /* if (x { ... */
    }
    return e;
}

/* for ( init ; cond ; step ), C23 6.8.6.4. The caller owns the scope. */
static void for_header(Parser *p, Stmt *s)
{
    const Token *lparen = p->tok;
    if (!parse_expect(p, TOK_LPAREN, "after `for`"))
        return;
    if (parse_at_bracket_attr(p) || parse_at(p, TOK_KW_ATTRIBUTE) || at_declaration(p)) {
        s->u.for_.init = decl_statement(p, NULL);
    } else {
        if (!parse_at(p, TOK_SEMI)) {
            Stmt *init = s->u.for_.init = stmt_new(p, STMT_EXPR);
            init->u.expr = parse_expr(p);
            init->end = parse_prev_loc(p);
        }
        parse_expect(p, TOK_SEMI, "in `for` statement");
    }
    if (!p->panic && !parse_at(p, TOK_SEMI))
        s->u.for_.cond = parse_expr(p);
    parse_expect(p, TOK_SEMI, "in `for` statement");
    if (!p->panic && !parse_at(p, TOK_RPAREN))
        s->u.for_.step = parse_expr(p);
    if (p->panic && !p->silent)
        parse_sync_close(p, lparen);
    parse_expect_close(p, TOK_RPAREN, lparen);
}

/* ---- statements that contain no statement ------------------------------------------------ */
static Stmt *goto_statement(Parser *p)
{
    Stmt *s = stmt_new(p, STMT_GOTO);
    parse_next(p);
    if (parse_take(p, TOK_STAR)) { /* GNU: computed goto */
        s->kind = STMT_GOTO_COMPUTED;
        s->u.expr = parse_expr(p);
    } else {
        s->u.label.loc = p->tok->loc;
        s->u.label.name = parse_expect_ident(p, "a label's name after `goto`");
    }
    end_with_semi(p, s, "after `goto`");
    return s;
}

static Stmt *return_statement(Parser *p)
{
    Stmt *s = stmt_new(p, STMT_RETURN);
    parse_next(p);
    if (!parse_at(p, TOK_SEMI))
        s->u.expr = parse_expr(p);
    end_with_semi(p, s, "after `return` statement");
    return s;
}

static Stmt *expr_statement(Parser *p)
{
    const Token *first = p->tok;
    Stmt *s = stmt_new(p, STMT_EXPR);
    s->u.expr = parse_expr(p);
    if (!parse_block_after_call(p, first))
        end_with_semi(p, s, "after expression");
    return s;
}

static Stmt *simple_statement(Parser *p)
{
    Stmt *s;
    switch (p->tok->kind) {
    case TOK_LBRACE: return parse_compound(p, true);
    case TOK_SEMI:
        s = stmt_new(p, STMT_NULL);
        parse_next(p);
        return s;
    case TOK_KW_GOTO: return goto_statement(p);
    case TOK_KW_RETURN: return return_statement(p);
    case TOK_KW_BREAK:
    case TOK_KW_CONTINUE:
        s = stmt_new(p, parse_at(p, TOK_KW_BREAK) ? STMT_BREAK : STMT_CONTINUE);
        parse_next(p);
        end_with_semi(p, s, s->kind == STMT_BREAK ? "after `break`" : "after `continue`");
        return s;
    case TOK_KW_ASM: return asm_statement(p);
    case TOK_KW_LABEL: return local_labels(p);
    case TOK_KW_ELSE:
        parse_error_here(p, "`else` without an `if` before it");
        parse_next(p);
        p->panic = false;
        return statement(p);
    case TOK_RBRACE:
        parse_error_here(p, "expected statement before `}`");
        return stmt_new(p, STMT_NULL);
    }
    return expr_statement(p);
}

/* ---- statements that contain one --------------------------------------------------------- */
/* case lo: case lo ... hi: default: name: - each has its hole behind the colon. A declaration or
 * the block's end may follow a label since C23; the hole stays empty then. */
static bool hole_stays_empty(Parser *p)
{
    return p->panic || parse_at(p, TOK_RBRACE) || declaration_at(p, parse_skip_attrs(p, p->tok));
}

static Stmt **case_label(Parser *p, Stmt *s)
{
    parse_next(p);
    if (s->kind == STMT_DEFAULT) {
        parse_expect(p, TOK_COLON, "after `default`");
        return &s->u.body;
    }
    s->u.case_.lo = parse_cond(p);
    if (parse_take(p, TOK_ELLIPSIS))
        s->u.case_.hi = parse_cond(p);
    parse_expect(p, TOK_COLON, "after `case`");
    return &s->u.case_.body;
}

static Stmt **name_label(Parser *p, Stmt *s)
{
    s->u.label.loc = p->tok->loc;
    s->u.label.name = parse_next(p)->u.name;
    parse_next(p);
    if (parse_at(p, TOK_KW_ATTRIBUTE))
        parse_attr_append(&s->attrs, parse_gnu_attrs(p));
    return &s->u.label.body;
}

/* do has its condition behind its body, so it can't be left as a hole. */
static Stmt *do_statement(Parser *p)
{
    Stmt *s = stmt_new(p, STMT_DO);
    parse_next(p);
    if (!parse_enter(p))
        return s;
    s->u.loop.body = statement(p);
    parse_leave(p);
    if (p->panic)
        return s;
    if (!parse_take(p, TOK_KW_WHILE)) {
        parse_error_here(p, "expected `while` after the body of `do`, found %s",
                         parse_describe(p, p->tok));
        return s;
    }
    s->u.loop.cond = condition(p, "while");
    end_with_semi(p, s, "after `do` statement");
    return s;
}

static Stmt *for_statement(Parser *p)
{
    Stmt *s = stmt_new(p, STMT_FOR);
    parse_next(p);
    if (!parse_enter(p))
        return s;
    uint32_t mark = parse_scope_push(p);
    for_header(p, s);
    if (!p->panic)
        s->u.for_.body = statement(p);
    parse_scope_pop(p, mark);
    parse_leave(p);
    s->end = s->u.for_.body ? s->u.for_.body->end : parse_prev_loc(p);
    return s;
}

/* The part up to `else`; its branch is a statement of its own. True: an `else` was consumed. */
static bool if_part(Parser *p, Stmt *s)
{
    parse_next(p);
    s->u.if_.cond = condition(p, "if");
    if (p->panic || !parse_enter(p))
        return false;
    s->u.if_.then = statement(p);
    s->end = s->u.if_.then->end;
    parse_leave(p);
    return !p->panic && parse_take(p, TOK_KW_ELSE);
}

/* Not a hole: whoever walks the tree recurses into loops, and doesn't expect a thousand of them. */
static void loop_body(Parser *p, Stmt *s)
{
    if (p->panic || !parse_enter(p))
        return;
    s->u.loop.body = statement(p);
    parse_leave(p);
}

/* Fills the hole with the statement at hand. Returns the next hole, or NULL when it is whole. */
static Stmt **statement_step(Parser *p, Stmt **hole)
{
    TokenKind k = (TokenKind)p->tok->kind;
    if (k == TOK_IDENT && parse_mend_statement(p))
        k = (TokenKind)p->tok->kind;
    if (k == TOK_IDENT && parse_peek(p)->kind == TOK_COLON) {
        *hole = stmt_new(p, STMT_LABEL);
        hole = name_label(p, *hole);
        return hole_stays_empty(p) ? NULL : hole;
    }
    switch ((int)k) {
    case TOK_KW_CASE:
    case TOK_KW_DEFAULT:
        *hole = stmt_new(p, k == TOK_KW_CASE ? STMT_CASE : STMT_DEFAULT);
        hole = case_label(p, *hole);
        return hole_stays_empty(p) ? NULL : hole;
    case TOK_KW_IF:
        *hole = stmt_new(p, STMT_IF);
        return if_part(p, *hole) ? &(*hole)->u.if_.other : NULL;
    case TOK_KW_WHILE:
    case TOK_KW_SWITCH:
        *hole = stmt_new(p, k == TOK_KW_WHILE ? STMT_WHILE : STMT_SWITCH);
        parse_next(p);
        (*hole)->u.loop.cond = condition(p, k == TOK_KW_WHILE ? "while" : "switch");
        loop_body(p, *hole);
        return NULL;
    case TOK_KW_FOR: *hole = for_statement(p); return NULL;
    case TOK_KW_DO: *hole = do_statement(p); return NULL;
    }
    *hole = at_declaration(p) ? decl_statement(p, NULL) : simple_statement(p);
    return NULL;
}

/* The hole of a statement that has one and is not a declaration's: where the next one hangs. */
static Stmt *inner_of(const Stmt *s)
{
    switch ((StmtKind)s->kind) {
    case STMT_LABEL: return s->u.label.body;
    case STMT_CASE: return s->u.case_.body;
    case STMT_DEFAULT: return s->u.body;
    case STMT_IF: return s->u.if_.other;
    case STMT_WHILE:
    case STMT_SWITCH: return s->u.loop.body;
    case STMT_COMPOUND:
    case STMT_EXPR:
    case STMT_DECL:
    case STMT_DO:
    case STMT_FOR:
    case STMT_GOTO:
    case STMT_GOTO_COMPUTED:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_RETURN:
    case STMT_ASM:
    case STMT_NULL:
    case STMT_KIND_COUNT: break;
    }
    return NULL;
}

static bool is_unsafe(const Attr *a)
{
    for (; a; a = a->next)
        if (strcmp(a->name->text, "corten_unsafe") == 0 ||
            (a->scope && strcmp(a->scope->text, "corten") == 0 &&
             strcmp(a->name->text, "unsafe") == 0))
            return true;
    return false;
}

/* Attributes of a statement, or of a declaration, first: what follows tells which. */
static Stmt **attributed_step(Parser *p, Stmt **hole)
{
    bool bracket = parse_at_bracket_attr(p);
    Loc begin = p->tok->loc;
    Attr *attrs = parse_attrs(p);
    if (p->panic) {
        *hole = stmt_new(p, STMT_NULL);
        return NULL;
    }
    if (at_declaration(p)) {
        *hole = decl_statement(p, bracket ? attrs : NULL);
        if (!bracket)
            prepend_attrs(p, (*hole)->u.decl, attrs);
        (*hole)->begin = (*hole)->u.decl->begin = begin;
        return NULL;
    }
    Stmt **next = statement_step(p, hole);
    parse_attr_append(&(*hole)->attrs, attrs);
    (*hole)->begin = begin;
    if ((*hole)->kind == STMT_COMPOUND && is_unsafe(attrs))
        (*hole)->unsafe = true;
    return next;
}

/* C99 made if, switch and loops blocks: if (sizeof(enum { T })) ... declares T for itself only. */
static bool opens_scope(const Parser *p)
{
    TokenKind k = (TokenKind)p->tok->kind;
    return p->dialect->std >= STD_C99 &&
           (k == TOK_KW_IF || k == TOK_KW_SWITCH || k == TOK_KW_WHILE || k == TOK_KW_DO);
}

static Stmt *any_statement(Parser *p, bool decl_allowed)
{
    Stmt *root = NULL, **hole = &root;
    bool scoped = false;
    uint32_t mark = 0;
    while (hole && !p->fatal) {
        if (!scoped && opens_scope(p)) {
            scoped = true;
            mark = parse_scope_push(p);
        }
        bool attrs = parse_at(p, TOK_KW_ATTRIBUTE) || parse_at_bracket_attr(p);
        const Token *start = p->tok;
        Stmt **filled = hole;
        hole = attrs ? attributed_step(p, hole) : statement_step(p, hole);
        if ((*filled)->kind != STMT_DECL || (decl_allowed && filled == &root) || p->panic)
            continue;
        parse_error(p, (Span){start->loc, start->loc},
                    "a declaration is not allowed here: expected a statement");
        if (!p->silent)
            p->panic = false; /* it was read to its end */
    }
    if (scoped)
        parse_scope_pop(p, mark);
    if (!root)
        root = stmt_new(p, STMT_NULL);
    Loc end = parse_prev_loc(p);
    for (Stmt *s = root; s; s = inner_of(s))
        if (inner_of(s) || s->kind == STMT_LABEL || s->kind == STMT_CASE || s->kind == STMT_DEFAULT)
            s->end = end;
    return root;
}

static Stmt *statement(Parser *p)
{
    return any_statement(p, false);
}
static Stmt *block_item(Parser *p)
{
    return any_statement(p, true);
}
