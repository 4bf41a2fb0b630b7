/* syntax/parse_attr.c - attributes: __attribute__((...)) and [[...]].
 *
 * What comes in: tokens at an attribute. What goes out: a list of Attr, names stripped of the
 * underscores that protect them from macros, arguments both as tokens and, where they parse as
 * such, as expressions and types.
 *
 * The one idea: nobody knows all attributes, so an argument list is read twice. The tokens are
 * kept as they stand; then they are tried as expressions, silently. What does not parse
 * (`availability(macos, introduced=10.4.1)`) has tokens only.
 *
 *     __attribute__((__format__(printf, 1, 2)))   name `format`, args IDENT printf, INT 1, INT 2
 *     __attribute__((corten_when(return == 0)))   args BINARY ==: `return` is an identifier here */
#include "syntax/parse_internal.h"

void parse_attr_append(Attr **list, Attr *more)
{
    while (*list)
        list = &(*list)->next;
    *list = more;
}

bool parse_at_bracket_attr(const Parser *p)
{
    return parse_at(p, TOK_LBRACKET) && parse_peek(p)->kind == TOK_LBRACKET;
}

/* __noreturn__ -> noreturn; other names are their own. */
static Name plain_name(Parser *p, Name n)
{
    if (n->len < 5 || n->text[0] != '_' || n->text[1] != '_' || n->text[n->len - 1] != '_' ||
        n->text[n->len - 2] != '_')
        return n;
    Name known = map_get_ptr(&p->attr_names, MAP_KEY_PTR(n));
    if (!known) {
        known = names_intern(p->names, n->text + 2, n->len - 4);
        map_put(&p->attr_names, MAP_KEY_PTR(n), (uintptr_t)known);
    }
    return known;
}

/* The token behind the bracket that closes the one at t; p->last when there is none. */
static const Token *behind_bracket(const Parser *p, const Token *t)
{
    uint32_t open = 0;
    for (; t != p->last; t++) {
        if (t->kind == TOK_LPAREN || t->kind == TOK_LBRACKET || t->kind == TOK_LBRACE)
            open++;
        else if ((t->kind == TOK_RPAREN || t->kind == TOK_RBRACKET || t->kind == TOK_RBRACE) &&
                 --open == 0)
            return t + 1;
    }
    return p->last;
}

const Token *parse_skip_attrs(const Parser *p, const Token *t)
{
    for (;;) {
        if (t->kind == TOK_KW_ATTRIBUTE && t[1].kind == TOK_LPAREN)
            t = behind_bracket(p, t + 1);
        else if (t->kind == TOK_LBRACKET && t[1].kind == TOK_LBRACKET)
            t = behind_bracket(p, t);
        else
            return t;
    }
}

/* Attributes outlive the tokens that they were read from. */
static Token *keep_tokens(Parser *p, const Token *first, uint32_t count)
{
    Token *out = arena_copy(p->keep, first, count * sizeof *first);
    for (uint32_t i = 0; i < count; i++)
        if (out[i].kind >= TOK_NUMBER && out[i].kind <= TOK_EMBED)
            out[i].u.text = arena_strndup(p->keep, out[i].u.text, out[i].len);
    return out;
}

/* ( ... ): keeps the tokens, then tries them as a list of expressions and types. */
static void attr_args(Parser *p, Attr *a)
{
    Token *lparen = parse_next(p);
    const Token *behind = behind_bracket(p, lparen);
    if (behind == p->last && (p->last == lparen || p->last[-1].kind != TOK_RPAREN)) {
        parse_expect_close(p, TOK_RPAREN, lparen);
        return;
    }
    Token *rparen = p->first + (behind - 1 - p->first);
    a->token_count = (uint32_t)(rparen - (lparen + 1));
    a->tokens = keep_tokens(p, lparen + 1, a->token_count);
    a->end = rparen->loc;
    uint32_t depth = p->depth, exprs = p->exprs.len, items = p->items.len, undo = p->undo.len;
    uint32_t scope_depth = p->scope_depth;
    p->silent++;
    p->in_attr++;
    Arena *tree = p->arena;
    p->arena = p->keep;
    if (a->token_count)
        parse_args(p, lparen, true, &a->args, &a->arg_count);
    p->arena = tree;
    p->in_attr--;
    p->silent--;
    if (p->fatal)
        return;
    if (p->panic || p->tok != rparen + 1) {
        a->args = NULL;
        a->arg_count = a->token_count ? a->arg_count : 0;
        if (p->panic)
            a->arg_count = 0;
        p->panic = false;
        p->depth = depth;
        p->exprs.len = exprs;
        p->items.len = items;
        while (p->scope_depth > scope_depth)
            parse_scope_pop(p, undo);
    }
    p->tok = rparen + 1;
}

/* attribute: [scope ::] name [( ... )]. NULL when there is none (an empty place in the list). */
static Attr *attribute(Parser *p, bool bracket)
{
    if (!parse_has_name(p->tok))
        return NULL;
    Attr *a = ARENA_NEW(p->keep, Attr);
    Token *t = parse_next(p);
    a->bracket = bracket;
    a->loc = a->end = t->loc;
    a->name = plain_name(p, t->u.name);
    bool two = parse_at(p, TOK_COLON) && parse_peek(p)->kind == TOK_COLON;
    if (parse_at(p, TOK_COLON_COLON) || two) { /* before C23 `::` may be two tokens */
        parse_next(p);
        if (two)
            parse_next(p);
        if (!parse_has_name(p->tok)) {
            parse_error_here(p, "expected an attribute's name after `%s::`", a->name->text);
            return a;
        }
        a->scope =
            strcmp(a->name->text, "_Clang") == 0 ? names_intern(p->names, "clang", 5) : a->name;
        t = parse_next(p);
        a->end = t->loc;
        a->name = plain_name(p, t->u.name);
    }
    if (parse_at(p, TOK_LPAREN))
        attr_args(p, a);
    return a;
}

static Attr **attribute_list(Parser *p, bool bracket, Attr **tail)
{
    do {
        Attr *a = attribute(p, bracket);
        if (a) {
            *tail = a;
            tail = &a->next;
        }
    } while (!p->panic && parse_take(p, TOK_COMMA));
    return tail;
}

Attr *parse_gnu_attrs(Parser *p)
{
    Attr *list = NULL, **tail = &list;
    while (!p->panic && parse_at(p, TOK_KW_ATTRIBUTE)) {
        parse_next(p);
        const Token *outer = p->tok;
        if (!parse_expect(p, TOK_LPAREN, "after `__attribute__`"))
            break;
        const Token *inner = p->tok;
        if (!parse_expect(p, TOK_LPAREN, "after `__attribute__(`"))
            break;
        tail = attribute_list(p, false, tail);
        parse_expect_close(p, TOK_RPAREN, inner);
        parse_expect_close(p, TOK_RPAREN, outer);
    }
    return list;
}

/* C23 6.7.13: [[ attribute-list ]] */
Attr *parse_bracket_attrs(Parser *p)
{
    Attr *list = NULL, **tail = &list;
    while (!p->panic && parse_at_bracket_attr(p)) {
        const Token *outer = parse_next(p);
        const Token *inner = parse_next(p);
        parse_take(p, TOK_KW_EXTENSION); /* GCC: [[__extension__ gnu::x]] */
        tail = attribute_list(p, true, tail);
        parse_expect_close(p, TOK_RBRACKET, inner);
        parse_expect_close(p, TOK_RBRACKET, outer);
    }
    return list;
}

Attr *parse_attrs(Parser *p)
{
    Attr *list = NULL;
    while (!p->panic) {
        if (parse_at(p, TOK_KW_ATTRIBUTE))
            parse_attr_append(&list, parse_gnu_attrs(p));
        else if (parse_at_bracket_attr(p))
            parse_attr_append(&list, parse_bracket_attrs(p));
        else
            break;
    }
    return list;
}
