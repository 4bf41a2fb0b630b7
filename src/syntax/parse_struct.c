/* syntax/parse_struct.c - struct, union and enum specifiers.
 *
 * What comes in: tokens at `struct`, `union` or `enum`. What goes out: a TagSpec with its members
 * in source order. The one idea: a member is a declaration like any other, only with widths
 * instead of initialisers; what is allowed there is for sema to judge.
 *
 *     struct s { unsigned a : 3, : 5; struct { int b; }; int c[]; } __attribute__((packed)); */
#include "syntax/parse_internal.h"

/* struct-declarator: declarator? : width?, with attributes behind. */
static InitDeclarator *member_declarator(Parser *p)
{
    InitDeclarator *i = ARENA_NEW(p->arena, InitDeclarator);
    Attr *attrs = parse_at(p, TOK_KW_ATTRIBUTE) ? parse_gnu_attrs(p) : NULL;
    if (parse_at(p, TOK_COLON)) {
        i->declarator = ARENA_NEW(p->arena, Declarator);
        i->declarator->begin = i->declarator->end = i->declarator->loc = p->tok->loc;
    } else {
        i->declarator = parse_declarator(p, DECLARATOR_NAMED);
    }
    if (!p->panic && parse_take(p, TOK_COLON))
        i->bit_width = parse_cond(p);
    parse_attr_append(&attrs, i->declarator->attrs);
    i->declarator->attrs = attrs;
    parse_declarator_tail(p, i->declarator);
    return i;
}

static const char *tag_word(TagKind k)
{
    return k == TAG_STRUCT ? "struct" : k == TAG_UNION ? "union" : "enum";
}

/* C23 6.7.3.2 member-declaration. The last `;` before the brace may be missing, as gcc allows. */
static Decl *member(Parser *p)
{
    Decl *d = ARENA_NEW(p->arena, Decl);
    d->kind = DECL_VARS;
    d->begin = p->tok->loc;
    if (parse_at_bracket_attr(p))
        d->attrs = parse_bracket_attrs(p);
    d->specs = parse_specs(p, SPECS_MEMBER);
    d->end = d->specs->end;
    if (p->lost_semi)
        return d;
    bool none = d->specs->begin == p->tok->loc;
    if (none && !p->panic)
        parse_error_here(p, "expected a member declaration, found %s", parse_describe(p, p->tok));
    InitDeclarator **tail = &d->declarators;
    while (!p->panic && !parse_at(p, TOK_SEMI) && !parse_at(p, TOK_RBRACE)) {
        *tail = member_declarator(p);
        tail = &(*tail)->next;
        if (!parse_take(p, TOK_COMMA))
            break;
    }
    d->end = p->tok->loc;
    if (!parse_at(p, TOK_RBRACE))
        parse_expect(p, TOK_SEMI, "at end of member declaration");
    else
        d->end = parse_prev_loc(p);
    return d;
}

static void members(Parser *p, TagSpec *tag, const Token *lbrace)
{
    Decl **tail = &tag->members;
    while (!parse_at(p, TOK_RBRACE) && p->tok != p->last) {
        if (parse_take(p, TOK_SEMI))
            continue;
        while (parse_at(p, TOK_KW_EXTENSION))
            parse_next(p);
        const Token *start = p->tok;
        Decl *d = parse_at(p, TOK_KW_STATIC_ASSERT) ? parse_static_assert(p) : member(p);
        *tail = d;
        tail = &d->next;
        if (p->panic) {
            parse_sync(p);
            if (p->tok == start)
                parse_next(p);
        }
    }
    tag->rbrace = p->tok->loc;
    if (parse_at(p, TOK_RBRACE))
        tag->pack = parse_pack_at(p, p->tok);
    parse_expect_close(p, TOK_RBRACE, lbrace);
}

static void enumerators(Parser *p, TagSpec *tag, const Token *lbrace)
{
    VEC(Enumerator) list = {0};
    while (!parse_at(p, TOK_RBRACE) && p->tok != p->last) {
        Enumerator e = {.loc = p->tok->loc};
        e.name = parse_expect_ident(p, "an enumerator's name");
        if (!e.name)
            break;
        if (parse_at(p, TOK_KW_ATTRIBUTE) || parse_at_bracket_attr(p))
            e.attrs = parse_attrs(p);
        if (parse_take(p, TOK_EQ))
            e.value = parse_cond(p);
        parse_declare(p, e.name, BIND_ORDINARY); /* C23 6.2.1p7: its scope begins here */
        VEC_PUSH(p->arena, &list, e);
        if (p->panic || !parse_take(p, TOK_COMMA))
            break;
    }
    tag->enumerators = list.data;
    tag->enumerator_count = list.len;
    if (p->panic && !parse_sync_close(p, lbrace))
        return;
    tag->rbrace = p->tok->loc;
    if (!parse_at(p, TOK_RBRACE) && parse_at(p, TOK_IDENT)) {
        parse_error_here(p, "missing `,` between enumerators");
        if (!parse_sync_close(p, lbrace))
            return;
    }
    parse_expect_close(p, TOK_RBRACE, lbrace);
}

/* C23 6.7.3.3: enum e : specifier-qualifier-list. Among members `enum e : 3` is a bit-field. */
static void enum_underlying(Parser *p, TagSpec *tag)
{
    if (tag->kind != TAG_ENUM || !parse_at(p, TOK_COLON) || !parse_starts_decl(p, parse_peek(p)))
        return;
    parse_next(p);
    tag->underlying_type = parse_type_name(p);
    tag->underlying = tag->underlying_type->specs;
}

TagSpec *parse_tag(Parser *p, SpecsMode mode)
{
    (void)mode;
    TagSpec *tag = ARENA_NEW(p->arena, TagSpec);
    Token *word = parse_next(p);
    tag->kind = word->kind == TOK_KW_STRUCT  ? TAG_STRUCT
                : word->kind == TOK_KW_UNION ? TAG_UNION
                                             : TAG_ENUM;
    tag->loc = tag->name_loc = word->loc;
    if (parse_at(p, TOK_KW_ATTRIBUTE) || parse_at_bracket_attr(p))
        parse_attr_append(&tag->attrs, parse_attrs(p));
    if (parse_at(p, TOK_IDENT)) {
        tag->name_loc = p->tok->loc;
        tag->name = parse_next(p)->u.name;
        parse_note_tag(p, tag->name, tag->kind);
    }
    enum_underlying(p, tag);
    if (!parse_at(p, TOK_LBRACE)) {
        if (!tag->name && !p->panic)
            parse_error_here(p, "expected identifier or `{` after `%s`, found %s",
                             tag_word(tag->kind), parse_describe(p, p->tok));
        return tag;
    }
    const Token *lbrace = parse_next(p);
    tag->lbrace = lbrace->loc;
    tag->defined = true;
    if (!parse_enter(p))
        return tag;
    if (tag->kind == TAG_ENUM)
        enumerators(p, tag, lbrace);
    else
        members(p, tag, lbrace);
    parse_leave(p);
    if (!p->panic && parse_at(p, TOK_KW_ATTRIBUTE))
        parse_attr_append(&tag->attrs, parse_gnu_attrs(p));
    return tag;
}
