/* syntax/parse_decl.c - declarations: specifiers, declarators, initialisers, definitions.
 *
 * What comes in: tokens at the start of a declaration. What goes out: a Decl.
 *
 * The one idea: a declarator is written around its name, but read outwards from it. The parts
 * are linked in reading order, so that sema builds the type by walking the list backwards:
 *
 *     int *(*f[3])(char)        f is an array of 3 -> pointers -> to functions (char) -> that
 *                               return a pointer -> to int
 *     parts: ARRAY 3, POINTER, FUNCTION (char), POINTER
 *
 * Structures and enumerations are in parse_struct.c. */
#include "syntax/parse_internal.h"

/* ---- declaration specifiers, C23 6.7.1 --------------------------------------------------- */
typedef enum SpecClass {
    CLASS_NONE,
    CLASS_WORD,
    CLASS_LONG,
    CLASS_STORAGE,
    CLASS_QUAL,
    CLASS_ATOMIC,
    CLASS_TAG,
    CLASS_TYPEOF,
    CLASS_BITINT,
    CLASS_ALIGNAS,
    CLASS_ATTRIBUTE,
    CLASS_AUTO_TYPE
} SpecClass;
typedef struct SpecInfo {
    uint8_t class_;
    uint32_t bits;
} SpecInfo;

#define WORD(w)                                                                                    \
    {                                                                                              \
        CLASS_WORD, (uint32_t)1 << WORD_##w                                                        \
    }
static const SpecInfo spec_info[TOK_COUNT] = {
    [TOK_KW_VOID] = WORD(VOID),
    [TOK_KW_CHAR] = WORD(CHAR),
    [TOK_KW_SHORT] = WORD(SHORT),
    [TOK_KW_INT] = WORD(INT),
    [TOK_KW_FLOAT] = WORD(FLOAT),
    [TOK_KW_DOUBLE] = WORD(DOUBLE),
    [TOK_KW_SIGNED] = WORD(SIGNED),
    [TOK_KW_UNSIGNED] = WORD(UNSIGNED),
    [TOK_KW_BOOL] = WORD(BOOL),
    [TOK_KW_COMPLEX] = WORD(COMPLEX),
    [TOK_KW_IMAGINARY] = WORD(IMAGINARY),
    [TOK_KW_INT128] = WORD(INT128),
    [TOK_KW_FLOAT16] = WORD(FLOAT16),
    [TOK_KW_FLOAT32] = WORD(FLOAT32),
    [TOK_KW_FLOAT64] = WORD(FLOAT64),
    [TOK_KW_FLOAT128] = WORD(FLOAT128),
    [TOK_KW_FLOAT32X] = WORD(FLOAT32X),
    [TOK_KW_FLOAT64X] = WORD(FLOAT64X),
    [TOK_KW_FLOAT80] = WORD(FLOAT80),
    [TOK_KW_BF16] = WORD(BF16),
    [TOK_KW_DECIMAL32] = WORD(DECIMAL32),
    [TOK_KW_DECIMAL64] = WORD(DECIMAL64),
    [TOK_KW_DECIMAL128] = WORD(DECIMAL128),
    [TOK_KW_LONG] = {CLASS_LONG, 0},
    [TOK_KW_TYPEDEF] = {CLASS_STORAGE, SPEC_TYPEDEF},
    [TOK_KW_EXTERN] = {CLASS_STORAGE, SPEC_EXTERN},
    [TOK_KW_STATIC] = {CLASS_STORAGE, SPEC_STATIC},
    [TOK_KW_AUTO] = {CLASS_STORAGE, SPEC_AUTO},
    [TOK_KW_REGISTER] = {CLASS_STORAGE, SPEC_REGISTER},
    [TOK_KW_THREAD_LOCAL] = {CLASS_STORAGE, SPEC_THREAD},
    [TOK_KW_CONSTEXPR] = {CLASS_STORAGE, SPEC_CONSTEXPR},
    [TOK_KW_INLINE] = {CLASS_STORAGE, SPEC_INLINE},
    [TOK_KW_NORETURN] = {CLASS_STORAGE, SPEC_NORETURN},
    [TOK_KW_CONST] = {CLASS_QUAL, QUAL_CONST},
    [TOK_KW_VOLATILE] = {CLASS_QUAL, QUAL_VOLATILE},
    [TOK_KW_RESTRICT] = {CLASS_QUAL, QUAL_RESTRICT},
    [TOK_KW_NULLABLE] = {CLASS_QUAL, QUAL_NULLABLE},
    [TOK_KW_NONNULL] = {CLASS_QUAL, QUAL_NONNULL},
    [TOK_KW_NULL_UNSPECIFIED] = {CLASS_QUAL, QUAL_NULL_UNSPECIFIED},
    [TOK_KW_ATOMIC] = {CLASS_ATOMIC, QUAL_ATOMIC},
    [TOK_KW_STRUCT] = {CLASS_TAG, 0},
    [TOK_KW_UNION] = {CLASS_TAG, 0},
    [TOK_KW_ENUM] = {CLASS_TAG, 0},
    [TOK_KW_TYPEOF] = {CLASS_TYPEOF, 0},
    [TOK_KW_TYPEOF_UNQUAL] = {CLASS_TYPEOF, 0},
    [TOK_KW_BITINT] = {CLASS_BITINT, 0},
    [TOK_KW_ALIGNAS] = {CLASS_ALIGNAS, 0},
    [TOK_KW_ATTRIBUTE] = {CLASS_ATTRIBUTE, 0},
    [TOK_KW_AUTO_TYPE] = {CLASS_AUTO_TYPE, 0},
};
#undef WORD

/* GCC's named address spaces of x86, plain qualifiers to the grammar. */
static bool is_address_space(const Parser *p, const Token *t)
{
    return t->kind == TOK_IDENT && (t->u.name == p->name_seg_fs || t->u.name == p->name_seg_gs);
}

bool parse_starts_decl(const Parser *p, const Token *t)
{
    return spec_info[t->kind].class_ != CLASS_NONE || parse_is_typedef(p, t) ||
           is_address_space(p, t);
}

static bool at_address_space(const Parser *p)
{
    return is_address_space(p, p->tok);
}

static Attr *address_space_attr(Parser *p)
{
    Attr *a = ARENA_NEW(p->keep, Attr);
    Token *t = parse_next(p);
    a->name = t->u.name;
    a->loc = a->end = t->loc;
    return a;
}

/* What parse_specs_unknown has left. */
static bool specs_unknown(const Specs *s)
{
    return s->base == BASE_TYPEOF_EXPR && s->expr && s->expr->kind == EXPR_ERROR;
}

/* A second type where one has been given. After `struct s { ... }` on an earlier line the likely
 * error is the missing semicolon. */
static void spec_conflict(Parser *p, const Specs *s)
{
    if (s->base == BASE_TAG && s->tag->defined && p->tok->flags & TOKEN_BOL) {
        Loc l = s->tag->rbrace;
        l = loc_in_macro(l) ? l : l + 1;
        parse_error(p, (Span){l, l}, "expected `;` after %s",
                    s->tag->kind == TAG_STRUCT  ? "struct"
                    : s->tag->kind == TAG_UNION ? "union"
                                                : "enum");
        p->lost_semi = true;
        p->panic = false;
        return;
    }
    if (specs_unknown(s)) { /* `unknown int x`: told already */
        parse_next(p);
        p->lost_semi = false;
        return;
    }
    parse_error_here(p, "%s cannot be combined with the type before it", parse_describe(p, p->tok));
}

static bool spec_word(Parser *p, Specs *s, uint32_t bit)
{
    uint32_t sign = (uint32_t)1 << WORD_SIGNED | (uint32_t)1 << WORD_UNSIGNED;
    bool fits =
        s->base == BASE_NONE || s->base == BASE_BUILTIN || (s->base == BASE_BITINT && (bit & sign));
    if (!fits) {
        spec_conflict(p, s);
        return false;
    }
    if (bit & s->words) {
        parse_error_here(p, "duplicate %s", parse_describe(p, p->tok));
        return false;
    }
    if (s->base == BASE_NONE)
        s->base = BASE_BUILTIN;
    s->words |= bit;
    if (!bit && ++s->longs > 2) {
        parse_error_here(p, "`long long long` is too long for C");
        return false;
    }
    s->type_loc = p->tok->loc;
    parse_next(p);
    return true;
}

/* typeof ( expression | type-name ), _BitInt ( constant ), _Atomic ( type-name ), and _Alignas. */
static void spec_operand(Parser *p, Specs *s, SpecBase base)
{
    const Token *word = parse_next(p);
    const Token *lparen = p->tok;
    if (!parse_expect(p, TOK_LPAREN, arena_printf(p->arena, "after %s", parse_describe(p, word))))
        return;
    s->base = base;
    if (base == BASE_ATOMIC || (base == BASE_TYPEOF_EXPR && parse_at_type(p))) {
        s->type_name = parse_type_name(p);
        if (base == BASE_TYPEOF_EXPR)
            s->base = BASE_TYPEOF_TYPE;
    } else {
        s->expr = base == BASE_BITINT ? parse_cond(p) : parse_expr(p);
    }
    parse_expect_close(p, TOK_RPAREN, lparen);
}

static void spec_alignas(Parser *p, Specs *s)
{
    AlignasSpec *a = ARENA_NEW(p->arena, AlignasSpec);
    a->loc = parse_next(p)->loc;
    const Token *lparen = p->tok;
    if (!parse_expect(p, TOK_LPAREN, "after `_Alignas`"))
        return;
    if (parse_at_type(p))
        a->type = parse_type_name(p);
    else
        a->expr = parse_cond(p);
    parse_expect_close(p, TOK_RPAREN, lparen);
    AlignasSpec **tail = &s->aligns;
    while (*tail)
        tail = &(*tail)->next;
    *tail = a;
}

static bool spec_type(Parser *p, Specs *s, SpecClass class_, SpecsMode mode)
{
    uint32_t sign = (uint32_t)1 << WORD_SIGNED | (uint32_t)1 << WORD_UNSIGNED;
    bool free_ = s->base == BASE_NONE || (class_ == CLASS_BITINT && s->base == BASE_BUILTIN &&
                                          !(s->words & ~sign) && !s->longs);
    if (!free_) {
        spec_conflict(p, s);
        return false;
    }
    if (class_ == CLASS_TAG) {
        s->base = BASE_TAG;
        s->tag = parse_tag(p, mode);
    } else if (class_ == CLASS_TYPEOF) {
        s->unqual = parse_at(p, TOK_KW_TYPEOF_UNQUAL);
        spec_operand(p, s, BASE_TYPEOF_EXPR);
    } else {
        spec_operand(p, s, class_ == CLASS_BITINT ? BASE_BITINT : BASE_ATOMIC);
    }
    return !p->panic;
}

/* One specifier; false when the current token is none (or broken). */
static bool spec_step(Parser *p, Specs *s, SpecsMode mode)
{
    Token *t = p->tok;
    SpecInfo info = spec_info[t->kind];
    switch ((SpecClass)info.class_) {
    case CLASS_WORD:
    case CLASS_LONG: return spec_word(p, s, info.bits);
    case CLASS_STORAGE:
        s->storage |= info.bits;
        parse_next(p);
        return true;
    case CLASS_QUAL:
        s->quals |= info.bits;
        parse_next(p);
        return true;
    case CLASS_ATOMIC: /* C23 6.7.3.5p4: followed by ( it is the specifier */
        if (parse_peek(p)->kind == TOK_LPAREN)
            return spec_type(p, s, CLASS_ATOMIC, mode);
        s->quals |= QUAL_ATOMIC;
        parse_next(p);
        return true;
    case CLASS_TAG:
    case CLASS_TYPEOF:
    case CLASS_BITINT: return spec_type(p, s, (SpecClass)info.class_, mode);
    case CLASS_ALIGNAS: spec_alignas(p, s); return !p->panic;
    case CLASS_ATTRIBUTE: parse_attr_append(&s->attrs, parse_gnu_attrs(p)); return !p->panic;
    case CLASS_AUTO_TYPE:
        s->storage |= SPEC_AUTO_TYPE;
        parse_next(p);
        return true;
    case CLASS_NONE: break;
    }
    if (t->kind == TOK_IDENT) {
        if (s->base == BASE_NONE && !(s->storage & SPEC_AUTO_TYPE) && parse_is_typedef(p, t)) {
            s->base = BASE_TYPEDEF;
            s->typedef_name = t->u.name;
            s->type_loc = t->loc;
            parse_next(p);
            return true;
        }
        if (at_address_space(p)) {
            parse_attr_append(&s->attrs, address_space_attr(p));
            return true;
        }
        return false;
    }
    if (t->kind == TOK_LBRACKET && s->base != BASE_NONE && parse_at_bracket_attr(p)) {
        parse_attr_append(&s->attrs, parse_bracket_attrs(p));
        return !p->panic;
    }
    if (t->kind == TOK_KW_EXTENSION && mode == SPECS_MEMBER) {
        parse_next(p);
        return true;
    }
    return false;
}

void parse_specs_unknown(Parser *p, Specs *s)
{
    s->base = BASE_TYPEOF_EXPR;
    s->expr = parse_expr_new(p, EXPR_ERROR, p->tok->loc);
}

/* `foo x`, `foo *x`: where no type was given, two names in a row (or a name and a star) can only
 * mean that the first was to be a type. */
static bool looks_like_type(const Parser *p, const Specs *s, SpecsMode mode)
{
    if (!parse_at(p, TOK_IDENT) || s->base != BASE_NONE || s->storage & SPEC_AUTO_TYPE)
        return false;
    TokenKind k = (TokenKind)parse_peek(p)->kind;
    if (k == TOK_IDENT || k == TOK_STAR)
        return true;
    if (spec_info[k].class_ == CLASS_QUAL || spec_info[k].class_ == CLASS_WORD)
        return true;
    bool bare = !s->storage && !s->quals;
    return (mode == SPECS_PARAM && bare) || mode == SPECS_TYPE_NAME ||
           (mode == SPECS_MEMBER && bare);
}

Specs *parse_specs(Parser *p, SpecsMode mode)
{
    Specs *s = ARENA_NEW(p->arena, Specs);
    s->begin = p->tok->loc;
    for (;;) {
        p->lost_semi = false;
        while (spec_step(p, s, mode)) {
        }
        if (p->panic || p->lost_semi || !looks_like_type(p, s, mode))
            break;
        parse_unknown_type(p, p->tok);
        if (!parse_at(p, TOK_IDENT))
            continue; /* a misspelt keyword */
        parse_specs_unknown(p, s);
        parse_next(p);
    }
    s->end = parse_prev_loc(p);
    if (s->base == BASE_NONE && s->storage & SPEC_AUTO && p->dialect->std >= STD_C23)
        s->storage |= SPEC_AUTO_TYPE; /* C23 6.7.10: type inference */
    return s;
}

/* ---- declarators, C23 6.7.7 -------------------------------------------------------------- */
static DeclaratorPart *part_new(Parser *p, PartKind k)
{
    DeclaratorPart *part = ARENA_NEW(p->arena, DeclaratorPart);
    part->kind = k;
    part->loc = part->end = p->tok->loc;
    return part;
}

static void part_qualifiers(Parser *p, DeclaratorPart *part)
{
    for (;;) {
        SpecInfo info = spec_info[p->tok->kind];
        if (info.class_ == CLASS_QUAL || info.class_ == CLASS_ATOMIC) {
            part->quals |= info.bits;
            parse_next(p);
        } else if (info.class_ == CLASS_ATTRIBUTE || parse_at_bracket_attr(p)) {
            parse_attr_append(&part->attrs, parse_attrs(p));
        } else if (at_address_space(p)) {
            parse_attr_append(&part->attrs, address_space_attr(p));
        } else {
            return;
        }
        if (p->panic)
            return;
    }
}

/* `[` static qualifiers size `]` in any of its forms, C23 6.7.7.3. */
static DeclaratorPart *array_part(Parser *p)
{
    DeclaratorPart *part = part_new(p, PART_ARRAY);
    const Token *lbracket = parse_next(p);
    part->is_static = parse_take(p, TOK_KW_STATIC);
    part_qualifiers(p, part);
    if (parse_take(p, TOK_KW_STATIC))
        part->is_static = true;
    if (parse_at(p, TOK_STAR) && parse_peek(p)->kind == TOK_RBRACKET) {
        part->is_star = true;
        parse_next(p);
    } else if (!parse_at(p, TOK_RBRACKET)) {
        part->size = parse_assign(p);
    }
    part->end = p->tok->loc;
    parse_expect_close(p, TOK_RBRACKET, lbracket);
    return part;
}

/* The parameters' names hide typedefs only up to the closing parenthesis here; a definition
 * declares them again for its body. */
static DeclaratorPart *function_part(Parser *p)
{
    DeclaratorPart *part = part_new(p, PART_FUNCTION);
    const Token *lparen = parse_next(p);
    if (!parse_enter(p))
        return part;
    uint32_t mark = parse_scope_push(p);
    parse_params(p, part);
    parse_scope_pop(p, mark);
    parse_leave(p);
    part->end = p->tok->loc;
    if (p->panic && !parse_sync_close(p, lparen))
        return part;
    parse_expect_close(p, TOK_RPAREN, lparen);
    return part;
}

/* K&R: f(a, b). C23 removed it, compilers did not. */
static void params_names(Parser *p, DeclaratorPart *part)
{
    VEC(Name) names = {0};
    VEC(Loc) locs = {0};
    const Token *first = p->tok;
    do {
        if (!parse_at(p, TOK_IDENT) || (names.len && parse_is_typedef(p, p->tok))) {
            if (parse_starts_decl(p, p->tok) || parse_at(p, TOK_ELLIPSIS))
                parse_unknown_type(p, first);
            p->panic = false;
            parse_error(p, (Span){p->tok->loc, p->tok->loc},
                        "expected identifier in parameter list");
            break;
        }
        VEC_PUSH(p->arena, &locs, p->tok->loc);
        VEC_PUSH(p->arena, &names, parse_next(p)->u.name);
    } while (parse_take(p, TOK_COMMA));
    part->kr_names = names.data;
    part->kr_locs = locs.data;
    part->kr_count = names.len;
}

static Param *param(Parser *p)
{
    Param *m = ARENA_NEW(p->arena, Param);
    Attr *attrs = parse_at_bracket_attr(p) ? parse_bracket_attrs(p) : NULL;
    m->specs = parse_specs(p, SPECS_PARAM);
    if (m->specs->begin == p->tok->loc && !attrs)
        parse_error_here(p, "expected parameter declarator, found %s", parse_describe(p, p->tok));
    if (attrs) {
        parse_attr_append(&attrs, m->specs->attrs);
        m->specs->attrs = attrs;
    }
    m->declarator = parse_declarator(p, DECLARATOR_EITHER);
    parse_declare(p, m->declarator->name, BIND_ORDINARY);
    parse_declarator_tail(p, m->declarator);
    return m;
}

/* f(a, size_t): the list began like a K&R one, but holds a type. */
static bool looks_like_names(const Parser *p)
{
    if (!parse_at(p, TOK_IDENT) || parse_is_typedef(p, p->tok))
        return false;
    const Token *t = p->tok;
    for (;;) {
        if (t->kind != TOK_IDENT || (t != p->tok && parse_is_typedef(p, t)))
            return false;
        if (t[1].kind == TOK_RPAREN)
            return true;
        if (t[1].kind != TOK_COMMA)
            return false;
        t += 2;
    }
}

void parse_params(Parser *p, DeclaratorPart *part)
{
    if (parse_at(p, TOK_RPAREN)) { /* C23 6.7.7.4p13: () is (void) now */
        part->has_proto = p->dialect->std >= STD_C23;
        return;
    }
    if (looks_like_names(p)) {
        params_names(p, part);
        return;
    }
    part->has_proto = true;
    if (parse_at(p, TOK_KW_VOID) && parse_peek(p)->kind == TOK_RPAREN) {
        parse_next(p);
        return;
    }
    Param **tail = &part->params;
    do {
        if (parse_take(p, TOK_ELLIPSIS)) {
            part->variadic = true;
            return;
        }
        *tail = param(p);
        if (p->panic)
            return;
        tail = &(*tail)->next;
        if (!parse_at(p, TOK_COMMA) && parse_at(p, TOK_SEMI)) { /* GNU: forward declarations */
            parse_next(p);
            part->params = NULL;
            tail = &part->params;
            if (parse_at(p, TOK_RPAREN))
                return;
            continue;
        }
        if (!parse_take(p, TOK_COMMA))
            return;
    } while (!p->panic);
}

/* Whether the ( at t, where no name has been seen, groups a declarator or opens parameters.
 * C23 6.7.7.4p11: a typedef name there is a parameter's type. */
static bool paren_groups(const Parser *p, DeclaratorMode mode)
{
    if (mode == DECLARATOR_NAMED)
        return true;
    const Token *t = p->tok + 1;
    if (t->kind == TOK_KW_ATTRIBUTE)
        t = parse_skip_attrs(p, t);
    if (t->kind == TOK_RPAREN || t->kind == TOK_ELLIPSIS || parse_starts_decl(p, t))
        return false;
    return !(t->kind == TOK_LBRACKET && t[1].kind == TOK_LBRACKET);
}

static void declarator_suffixes(Parser *p, Declarator *d, DeclaratorPart ***tail)
{
    DeclaratorPart *last = NULL;
    while (!p->panic) {
        if (parse_at_bracket_attr(p)) {
            parse_attr_append(last ? &last->attrs : &d->attrs, parse_bracket_attrs(p));
            continue;
        }
        if (parse_at(p, TOK_LBRACKET))
            last = array_part(p);
        else if (parse_at(p, TOK_LPAREN))
            last = function_part(p);
        else
            return;
        **tail = last;
        *tail = &last->next;
    }
}

/* Appends the parts to *tail, nearest to the name first. */
static void declarator_rec(Parser *p, Declarator *d, DeclaratorMode mode, DeclaratorPart ***tail)
{
    if (!parse_enter(p))
        return;
    DeclaratorPart *pointers = NULL, *outermost = NULL;
    while (parse_at(p, TOK_STAR) || parse_at(p, TOK_CARET)) {
        DeclaratorPart *part = part_new(p, PART_POINTER);
        parse_next(p);
        part_qualifiers(p, part);
        part->end = parse_prev_loc(p);
        part->next = pointers;
        pointers = part;
        if (!outermost)
            outermost = part;
    }
    if (parse_at(p, TOK_IDENT) && mode != DECLARATOR_ABSTRACT) {
        d->loc = p->tok->loc;
        d->name = parse_next(p)->u.name;
    } else if (parse_at(p, TOK_LPAREN) && paren_groups(p, mode)) {
        const Token *lparen = parse_next(p);
        if (parse_at(p, TOK_KW_ATTRIBUTE) || parse_at_bracket_attr(p))
            parse_attr_append(&d->inner_attrs, parse_attrs(p));
        declarator_rec(p, d, mode, tail);
        if (parse_at(p, TOK_KW_ATTRIBUTE))
            parse_attr_append(&d->inner_attrs, parse_gnu_attrs(p));
        parse_expect_close(p, TOK_RPAREN, lparen);
    } else if (mode == DECLARATOR_NAMED && parse_at(p, TOK_LBRACKET) && !parse_at_bracket_attr(p)) {
        parse_error_here(p, "expected a name; the brackets of an array stand behind it");
        if (parse_sync_close(p, p->tok)) {
            parse_next(p);
            if (parse_at(p, TOK_IDENT)) {
                d->loc = p->tok->loc;
                d->name = parse_next(p)->u.name;
            }
        }
    } else if (mode == DECLARATOR_NAMED) {
        parse_error_here(p,
                         p->tok->kind >= TOK_KEYWORD_FIRST
                             ? "expected identifier or `(`, found keyword %s"
                             : "expected identifier or `(`, found %s",
                         parse_describe(p, p->tok));
    }
    declarator_suffixes(p, d, tail);
    if (pointers) {
        **tail = pointers;
        *tail = &outermost->next;
    }
    parse_leave(p);
}

Declarator *parse_declarator(Parser *p, DeclaratorMode mode)
{
    Declarator *d = ARENA_NEW(p->arena, Declarator);
    d->begin = d->loc = p->tok->loc;
    const Token *start = p->tok;
    DeclaratorPart **tail = &d->parts;
    declarator_rec(p, d, mode, &tail);
    d->end = p->tok == start ? d->begin : parse_prev_loc(p);
    return d;
}

/* GCC wants asm("label") before the attributes, Clang takes any order. */
void parse_declarator_tail(Parser *p, Declarator *d)
{
    while (!p->panic) {
        if (parse_at(p, TOK_KW_ATTRIBUTE) || parse_at_bracket_attr(p)) {
            parse_attr_append(&d->attrs, parse_attrs(p));
        } else if (parse_at(p, TOK_KW_ASM)) {
            parse_next(p);
            const Token *lparen = p->tok;
            if (parse_expect(p, TOK_LPAREN, "after `asm`")) {
                d->asm_label = parse_asm_string(p);
                parse_expect_close(p, TOK_RPAREN, lparen);
            }
        } else {
            return;
        }
        d->end = parse_prev_loc(p);
    }
}

TypeName *parse_type_name(Parser *p)
{
    TypeName *t = ARENA_NEW(p->arena, TypeName);
    bool fits = parse_enter(p);
    t->specs = parse_specs(p, SPECS_TYPE_NAME);
    t->declarator = parse_declarator(p, DECLARATOR_ABSTRACT);
    if (fits)
        parse_leave(p);
    return t;
}

/* ---- declarations ------------------------------------------------------------------------ */
static Decl *decl_new(Parser *p, DeclKind k)
{
    Decl *d = ARENA_NEW(p->arena, Decl);
    d->kind = k;
    d->begin = d->end = p->tok->loc;
    return d;
}

Decl *parse_static_assert(Parser *p)
{
    Decl *d = decl_new(p, DECL_STATIC_ASSERT);
    parse_next(p);
    const Token *lparen = p->tok;
    if (!parse_expect(p, TOK_LPAREN, "after `static_assert`"))
        return d;
    d->expr = parse_cond(p);
    if (parse_take(p, TOK_COMMA)) {
        if (parse_at(p, TOK_STRING))
            d->message = literal_string(p);
        else
            parse_error_here(p, "expected string literal as the message of `static_assert`");
    }
    parse_expect_close(p, TOK_RPAREN, lparen);
    d->end = p->tok->loc;
    parse_expect(p, TOK_SEMI, "after `static_assert`");
    return d;
}

static Decl *asm_decl(Parser *p)
{
    Decl *d = decl_new(p, DECL_ASM);
    parse_next(p);
    while (parse_take(p, TOK_KW_VOLATILE) || parse_take(p, TOK_KW_INLINE)) {
    }
    const Token *lparen = p->tok;
    if (!parse_expect(p, TOK_LPAREN, "after `asm`"))
        return d;
    d->expr = parse_asm_string(p);
    if (parse_at(p, TOK_COLON) && !p->panic) { /* GCC 15: operands at file scope */
        if (!parse_sync_close(p, lparen))
            parse_error_here(p, "expected `)`");
    }
    parse_expect_close(p, TOK_RPAREN, lparen);
    d->end = p->tok->loc;
    parse_expect(p, TOK_SEMI, "after top-level asm");
    return d;
}

Expr *parse_initializer(Parser *p)
{
    return parse_at(p, TOK_LBRACE) ? parse_init_list(p) : parse_assign(p);
}

static bool at_function_body(const Parser *p, const Declarator *d)
{
    if (!d->parts || d->parts->kind != PART_FUNCTION)
        return false;
    if (parse_at(p, TOK_LBRACE))
        return true;
    if (d->parts->kr_count && parse_starts_decl(p, p->tok))
        return true;
    return false;
}

/* The body, and before it K&R's declarations of parameters. The parameters share the scope of
 * the body's outermost block (C23 6.2.1p4). */
static Decl *function_definition(Parser *p, Decl *d, InitDeclarator *init)
{
    d->kind = DECL_FUNCTION;
    d->declarator = init->declarator;
    d->declarators = NULL;
    DeclaratorPart *fn = d->declarator->parts;
    uint32_t mark = parse_scope_push(p);
    for (uint32_t i = 0; i < fn->kr_count; i++)
        parse_declare(p, fn->kr_names[i], BIND_ORDINARY);
    for (const Param *m = fn->params; m; m = m->next)
        parse_declare(p, m->declarator->name, BIND_ORDINARY);
    Decl **tail = &d->kr_decls;
    while (!parse_at(p, TOK_LBRACE) && parse_starts_decl(p, p->tok)) {
        Decl *k = parse_decl(p, NULL, false);
        *tail = k;
        tail = &k->next;
        if (p->panic && parse_at(p, TOK_LBRACE) && !p->silent)
            p->panic = false; /* the `;` of the last one was forgotten */
        if (p->panic)
            parse_sync(p);
    }
    if (parse_at(p, TOK_LBRACE)) {
        p->in_function++;
        d->body = parse_compound(p, false);
        p->in_function--;
        d->end = d->body->end;
    } else {
        parse_error_here(p, "expected function body after the parameters' declarations");
        d->kind = DECL_VARS; /* a definition always has a body */
        d->declarators = init;
        d->declarator = NULL;
        d->kr_decls = NULL;
    }
    parse_scope_pop(p, mark);
    return d;
}

static const char *after_declarator(const Decl *d)
{
    const Declarator *last = NULL;
    for (const InitDeclarator *i = d->declarators; i; i = i->next)
        last = i->declarator;
    if (!last)
        return "after declaration";
    if (last->parts && last->parts->kind == PART_FUNCTION)
        return "after function declarator";
    return "at end of declaration";
}

/* Behind the specifiers: C23 6.7.1 init-declarator-list ; or a function's body. */
static Decl *decl_rest(Parser *p, Decl *d)
{
    InitDeclarator **tail = &d->declarators;
    uint8_t meaning = d->specs->storage & SPEC_TYPEDEF ? BIND_TYPEDEF : BIND_ORDINARY;
    do {
        InitDeclarator *i = ARENA_NEW(p->arena, InitDeclarator);
        Attr *attrs = d->declarators && parse_at(p, TOK_KW_ATTRIBUTE) ? parse_gnu_attrs(p) : NULL;
        i->declarator = parse_declarator(p, DECLARATOR_NAMED);
        parse_declare(p, i->declarator->name, meaning);
        if (p->panic && !i->declarator->name)
            return d;
        *tail = i;
        tail = &i->next;
        if (p->panic)
            return d;
        parse_attr_append(&attrs, i->declarator->attrs);
        i->declarator->attrs = attrs;
        parse_declarator_tail(p, i->declarator);
        if (i == d->declarators && at_function_body(p, i->declarator))
            return function_definition(p, d, i);
        if (parse_take(p, TOK_EQ)) {
            Arena *tree = p->arena;
            p->arena = p->scope_depth ? tree : p->keep;
            i->init = parse_initializer(p);
            p->arena = tree;
            if (parse_at(p, TOK_KW_ATTRIBUTE))
                parse_attr_append(&i->declarator->attrs, parse_gnu_attrs(p));
        }
        d->end = parse_prev_loc(p);
    } while (!p->panic && parse_take(p, TOK_COMMA));
    if (!p->panic) {
        d->end = p->tok->loc;
        if (!parse_expect(p, TOK_SEMI, after_declarator(d)))
            d->end = parse_prev_loc(p);
    }
    return d;
}

static bool no_specs(const Specs *s)
{
    return s->base == BASE_NONE && !s->storage && !s->quals && !s->attrs && !s->aligns;
}

/* A statement at file scope: there was a `}` too many; or a body behind a `;`. */
static void misplaced(Parser *p, const char *why)
{
    p->panic = true;
    p->errors++;
    if (!p->silent && !p->fatal)
        diag_c_error_with(p->diag, p->map, (Span){p->tok->loc, p->tok->loc}, "",
                          (Span){p->tok[-1].loc, p->tok[-1].loc}, why,
                          "expected a declaration, found %s", parse_describe(p, p->tok));
}

Decl *parse_decl(Parser *p, Attr *attrs, bool external)
{
    while (parse_take(p, TOK_KW_EXTENSION)) {
    }
    if (!attrs && parse_at_bracket_attr(p))
        attrs = parse_bracket_attrs(p);
    if (parse_at(p, TOK_KW_STATIC_ASSERT))
        return parse_static_assert(p);
    if (external && parse_at(p, TOK_KW_ASM))
        return asm_decl(p);
    Decl *d = decl_new(p, DECL_VARS);
    d->attrs = attrs;
    if (parse_at(p, TOK_SEMI)) { /* GNU's stray `;`, or C23's attribute declaration */
        d->kind = DECL_EMPTY;
        parse_next(p);
        return d;
    }
    d->specs = parse_specs(p, SPECS_PLAIN);
    d->end = d->specs->end;
    if (p->panic || p->lost_semi)
        return d;
    if (no_specs(d->specs) && !parse_at(p, TOK_IDENT) && !parse_at(p, TOK_LPAREN) &&
        !parse_at(p, TOK_STAR)) {
        TokenKind before = p->tok == p->first ? TOK_EOF : (TokenKind)p->tok[-1].kind;
        if (external && !p->panic && before == TOK_RBRACE)
            misplaced(p, "the function ends here");
        else if (external && !p->panic && before == TOK_SEMI && parse_at(p, TOK_LBRACE))
            misplaced(p, "this `;` ends the declaration");
        else
            parse_error_here(
                p, external ? "expected a declaration, found %s" : "expected expression, found %s",
                parse_describe(p, p->tok));
        return d;
    }
    if (parse_at(p, TOK_SEMI)) {
        d->end = p->tok->loc;
        parse_next(p);
        return d;
    }
    if (d->specs->base == BASE_TAG && d->specs->tag->defined && p->tok->flags & TOKEN_BOL &&
        !parse_at(p, TOK_IDENT) && !parse_at(p, TOK_STAR) && !parse_at(p, TOK_LPAREN)) {
        spec_conflict(p, d->specs);
        return d;
    }
    return decl_rest(p, d);
}
