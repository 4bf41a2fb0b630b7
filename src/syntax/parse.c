/* syntax/parse.c - the parser's driver: tokens, scopes of typedef names, errors, recovery.
 *
 * What comes in: tokens. What goes out: the list of external declarations. The rules of the
 * grammar are in parse_decl.c, parse_struct.c, parse_attr.c, parse_stmt.c, parse_expr.c and
 * parse_primary.c; this file is what they stand on.
 *
 * The one idea of recovery: a rule that fails leaves the tokens where they are, and the loop over
 * statements or declarations looks for the next boundary. Brackets are stepped over in pairs, but
 * a `;` ends the search even inside parentheses, for a lost `)` is far more likely than a `;`
 * that belongs there.
 *
 *     int f(int a) {
 *         g(a, ;          error: expected expression before `;`
 *         return a        error: expected `;` after `return`
 *     }                   both reported, and nothing else */
#include "syntax/lex.h"
#include "syntax/parse_internal.h"

/* `"abc` without its end has swallowed what the parser now misses; it has been told of already. */
static bool after_broken_literal(Parser *p)
{
    const Token *t = p->tok;
    bool broken = t != p->first && (t[-1].kind == TOK_STRING || t[-1].kind == TOK_CHAR) &&
                  (t[-1].spare == LEX_UNTERMINATED_STRING || t[-1].spare == LEX_UNTERMINATED_CHAR);
    p->errors += broken; /* what is open here is broken all the same */
    return broken;
}

/* ---- errors ------------------------------------------------------------------------------ */
static void error_report(Parser *p, Span at, const char *message)
{
    p->panic = true;
    if (p->silent || p->fatal || after_broken_literal(p))
        return;
    diag_c_error(p->diag, p->map, at, "%s", message);
    if (++p->errors < PARSE_ERRORS_MAX)
        return;
    diag_c_error(p->diag, p->map, at, "too many errors: the rest of the file is not read");
    p->fatal = true;
    p->tok = p->last;
}

void parse_error(Parser *p, Span at, const char *fmt, ...)
{
    if (p->panic || p->fatal)
        return;
    va_list ap;
    va_start(ap, fmt);
    Text t;
    text_init(&t, p->arena);
    text_vaddf(&t, fmt, ap);
    va_end(ap);
    error_report(p, at, t.data);
}

/* The end of the last token, where something is missing; inside a macro that place has no
 * position of its own, so there it is the token itself. */
static Span after_prev(const Parser *p)
{
    if (p->tok == p->first)
        return (Span){p->tok->loc, p->tok->loc};
    const Token *t = &p->tok[-1];
    Loc l = loc_in_macro(t->loc) ? t->loc : t->loc + t->len;
    return (Span){l, l};
}

static Span here(const Parser *p)
{
    if (p->tok == p->last)
        return after_prev(p);
    return (Span){p->tok->loc, p->tok->loc};
}

void parse_error_here(Parser *p, const char *fmt, ...)
{
    if (p->panic || p->fatal)
        return;
    va_list ap;
    va_start(ap, fmt);
    Text t;
    text_init(&t, p->arena);
    text_vaddf(&t, fmt, ap);
    va_end(ap);
    error_report(p, here(p), t.data);
}

const char *parse_describe(Parser *p, const Token *t)
{
    if (t->kind == TOK_EOF)
        return "end of file";
    Text text;
    text_init(&text, p->arena);
    text_add_char(&text, '`');
    token_spell(&text, t);
    text_add_char(&text, '`');
    if (text.len > 42) { /* a long string literal would drown the message */
        text.len = 38;
        text.data[text.len] = '\0';
        text_add(&text, "...`");
    }
    return text.data;
}

/* Where only a `;` is missing, at the end of a line or of a block, nothing is out of step: the
 * next statement is parsed as if it stood there. */
static bool semi_was_forgotten(const Parser *p)
{
    const Token *t = p->tok;
    if (t->kind == TOK_RBRACE)
        return true;
    return t->flags & TOKEN_BOL && (parse_has_name(t) || t->kind == TOK_STAR);
}

bool parse_expect(Parser *p, TokenKind k, const char *after)
{
    if (p->panic) /* the sync skips it, if it is here */
        return false;
    if (parse_take(p, k))
        return true;
    if (parse_at(p, TOK_OTHER)) {
        parse_stray(p);
        return false;
    }
    if (p->tok->flags & TOKEN_BOL || k == TOK_SEMI || p->tok == p->last)
        parse_error(p, after_prev(p), "expected `%s` %s", token_kind_spelling(k), after);
    else
        parse_error_here(p, "expected `%s` %s, found %s", token_kind_spelling(k), after,
                         parse_describe(p, p->tok));
    if (k == TOK_SEMI && !p->silent && semi_was_forgotten(p))
        p->panic = false;
    return false;
}

bool parse_expect_close(Parser *p, TokenKind k, const Token *opener)
{
    if (p->panic)
        return false;
    if (parse_take(p, k))
        return true;
    if (p->fatal)
        return false;
    if (parse_at(p, TOK_OTHER)) {
        parse_stray(p);
        return false;
    }
    p->panic = true;
    if (p->silent || after_broken_literal(p))
        return false;
    p->errors++;
    if (k == TOK_RBRACE && p->tok == p->last)
        opener = parse_unclosed_brace(p, opener);
    Span at = p->tok->flags & TOKEN_BOL ? after_prev(p) : here(p);
    diag_c_error_with(
        p->diag, p->map, at, "", (Span){opener->loc, opener->loc},
        arena_printf(p->arena, "to match this `%s`", token_kind_spelling(opener->kind)),
        "expected `%s`", token_kind_spelling(k));
    return false;
}

Name parse_expect_ident(Parser *p, const char *what)
{
    if (parse_at(p, TOK_IDENT))
        return parse_next(p)->u.name;
    if (p->tok->kind >= TOK_KEYWORD_FIRST)
        parse_error_here(p, "expected %s, found keyword %s", what, parse_describe(p, p->tok));
    else
        parse_error_here(p, "expected %s", what);
    return NULL;
}

bool parse_enter(Parser *p)
{
    if (++p->depth <= PARSE_DEPTH_MAX)
        return true;
    if (!p->fatal) {
        p->panic = false;
        p->silent = 0;
        parse_error_here(p, "nesting is deeper than %u levels", PARSE_DEPTH_MAX);
        p->fatal = true;
    }
    p->tok = p->last;
    return false;
}

static void bind_reserve(Parser *p, uint32_t id)
{
    if (id < p->bind_cap)
        return;
    uint32_t cap = p->bind_cap ? p->bind_cap : 4096;
    while (cap <= id)
        cap *= 2;
    uint8_t *wider = ARENA_ARRAY(p->arena, uint8_t, cap);
    if (p->bind_cap)
        memcpy(wider, p->bind, p->bind_cap);
    p->bind = wider;
    p->bind_cap = cap;
}

/* ---- unknown types ----------------------------------------------------------------------- */
void parse_unknown_type(Parser *p, const Token *t)
{
    if (p->panic || p->fatal)
        return;
    Span at = {t->loc, t->loc};
    uint8_t bind = parse_binding(p, t->u.name);
    if (bind & BIND_UNKNOWN)
        return; /* once is enough */
    if (!p->silent) {
        bind_reserve(p, t->u.name->id);
        p->bind[t->u.name->id] |= BIND_UNKNOWN;
    }
    const char *name = t->u.name->text;
    if ((bind & BIND_MEANING) == BIND_ORDINARY) {
        parse_error(p, at, "`%s` is not a type here: a declaration in scope hides or replaces it",
                    name);
    } else if (bind & (BIND_STRUCT | BIND_UNION | BIND_ENUM)) {
        const char *tag = bind & BIND_STRUCT ? "struct" : bind & BIND_UNION ? "union" : "enum";
        parse_error(p, at, "unknown type name `%s`; did you mean `%s %s`?", name, tag, name);
    } else {
        Name best = NULL;
        unsigned best_distance = t->u.name->len < 4 ? 2 : 3; /* short names: one typing error */
        for (uint32_t i = 0; i < p->typedefs.len; i++) {
            Name c = p->typedefs.data[i];
            unsigned d = parse_name_distance(t->u.name->text, t->u.name->len, c->text, c->len);
            if (d && d < best_distance && (parse_binding(p, c) & BIND_MEANING) == BIND_TYPEDEF) {
                best = c;
                best_distance = d;
            }
        }
        TokenKind keyword = parse_near_keyword(t->u.name, &best_distance);
        const char *header = syntax_header_of(t->u.name);
        if (header)
            parse_error(p, at, "unknown type name `%s`; it comes from <%s>", name, header);
        else if (keyword != TOK_EOF || best)
            parse_error(p, at, "unknown type name `%s`; did you mean `%s`?", name,
                        keyword != TOK_EOF ? token_kind_spelling(keyword) : best->text);
        else
            parse_error(p, at, "unknown type name `%s`", name);
        if (keyword != TOK_EOF && !header && t == p->tok) {
            p->tok->kind = (uint8_t)keyword;
            if (!p->silent)
                p->bind[t->u.name->id] &= (uint8_t)~BIND_UNKNOWN;
        }
    }
    p->panic = false; /* it is known what was meant: parsing goes on as if the type existed */
}

/* ---- recovery ---------------------------------------------------------------------------- */
/* The closing bracket for the opening one at t, or NULL when the file ends before. */
static Token *matching(Parser *p, Token *t)
{
    uint32_t open = 0;
    for (; t != p->last; t++) {
        if (t->kind == TOK_LPAREN || t->kind == TOK_LBRACE || t->kind == TOK_LBRACKET) {
            open++;
        } else if (t->kind == TOK_RPAREN || t->kind == TOK_RBRACE || t->kind == TOK_RBRACKET) {
            if (--open == 0)
                return t;
        }
    }
    return NULL;
}

/* A keyword that begins a statement or declaration, first on its line: the one before is over. */
static bool starts_afresh(const Token *t)
{
    if (!(t->flags & TOKEN_BOL) || t->kind < TOK_KEYWORD_FIRST)
        return false;
    switch (t->kind) {
    case TOK_KW_RETURN:
    case TOK_KW_IF:
    case TOK_KW_FOR:
    case TOK_KW_WHILE:
    case TOK_KW_DO:
    case TOK_KW_SWITCH:
    case TOK_KW_CASE:
    case TOK_KW_DEFAULT:
    case TOK_KW_BREAK:
    case TOK_KW_CONTINUE:
    case TOK_KW_GOTO:
    case TOK_KW_TYPEDEF:
    case TOK_KW_STATIC:
    case TOK_KW_EXTERN: return true;
    }
    return false;
}

void parse_sync(Parser *p)
{
    const Token *start = p->tok;
    p->panic = false;
    while (p->tok != p->last) {
        Token *t = p->tok;
        if (t->kind == TOK_SEMI) {
            p->tok++;
            return;
        }
        if (t->kind == TOK_RBRACE || (t != start && starts_afresh(t)))
            return;
        if (t->kind == TOK_LBRACE) {
            Token *close = matching(p, t);
            p->tok = close ? close + 1 : p->last;
            if (p->scope_depth == 0 && !parse_at(p, TOK_SEMI) && !parse_at(p, TOK_COMMA))
                return; /* most likely the body of a function */
            continue;
        }
        p->tok++;
    }
}

bool parse_sync_close(Parser *p, const Token *opener)
{
    Token *close = matching(p, p->first + (opener - p->first));
    TokenKind want = opener->kind == TOK_LPAREN   ? TOK_RPAREN
                     : opener->kind == TOK_LBRACE ? TOK_RBRACE
                                                  : TOK_RBRACKET;
    if (p->fatal || !close || close->kind != want || close < p->tok)
        return false;
    for (const Token *t = opener + 1; t < close && opener->kind != TOK_LBRACE; t++)
        if (t->kind == TOK_LBRACE || t->kind == TOK_RBRACE)
            return false; /* the bracket of something further down */
    p->tok = close;
    p->panic = false;
    return true;
}

/* ---- scopes ------------------------------------------------------------------------------ */
uint32_t parse_scope_push(Parser *p)
{
    p->scope_depth++;
    return p->undo.len;
}

void parse_scope_pop(Parser *p, uint32_t mark)
{
    while (p->undo.len > mark) {
        BindUndo u = p->undo.data[--p->undo.len];
        p->bind[u.id] = (uint8_t)((p->bind[u.id] & ~BIND_MEANING) | u.old);
    }
    p->scope_depth--;
}

void parse_declare(Parser *p, Name n, uint8_t meaning)
{
    if (!n)
        return;
    bind_reserve(p, n->id);
    uint8_t old = p->bind[n->id] & BIND_MEANING;
    if (old == meaning)
        return;
    if (p->scope_depth)
        VEC_PUSH(p->arena, &p->undo, ((BindUndo){n->id, old}));
    p->bind[n->id] = (uint8_t)((p->bind[n->id] & ~BIND_MEANING) | meaning);
    if (meaning == BIND_TYPEDEF)
        VEC_PUSH(p->arena, &p->typedefs, n);
}

void parse_note_tag(Parser *p, Name n, TagKind kind)
{
    if (!n)
        return;
    bind_reserve(p, n->id);
    p->bind[n->id] |= kind == TAG_STRUCT ? BIND_STRUCT : kind == TAG_UNION ? BIND_UNION : BIND_ENUM;
}

/* ---- #pragma pack ------------------------------------------------------------------------ */
static uint32_t pack_number(const Token *t)
{
    uint32_t v = 0;
    for (uint32_t i = 0; i < t->len && t->u.text[i] >= '0' && t->u.text[i] <= '9' && v < 1000; i++)
        v = v * 10 + (uint32_t)(t->u.text[i] - '0');
    return v;
}

static void pack_pop(Parser *p, Name to)
{
    uint32_t n = p->pack_stack.len;
    if (to) { /* pop(name): down to that push, or nothing */
        while (n && p->pack_stack.data[n - 1].name != to)
            n--;
    }
    if (n == 0)
        return;
    p->pack = p->pack_stack.data[n - 1].value;
    p->pack_stack.len = n - 1;
}

/* (n) () (push) (push, n) (push, name) (push, name, n) (pop) (pop, name) (pop, n) (show) */
static void pack_apply(Parser *p, const Pragma *g)
{
    bool push = false, pop = false, has_number = false, any = false;
    Name name = NULL;
    uint32_t number = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        const Token *t = &g->tokens[i];
        if (t->kind == TOK_NUMBER) {
            has_number = any = true;
            number = pack_number(t);
        } else if (parse_has_name(t)) {
            const char *word = t->u.name->text;
            if (!any && strcmp(word, "push") == 0)
                push = true;
            else if (!any && strcmp(word, "pop") == 0)
                pop = true;
            else if (!any && strcmp(word, "show") == 0)
                return;
            else
                name = t->u.name;
            any = true;
        }
    }
    if (push)
        VEC_PUSH(p->arena, &p->pack_stack, ((PackEntry){name, p->pack}));
    else if (pop)
        pack_pop(p, name);
    if (has_number)
        p->pack = number;
    else if (!any)
        p->pack = 0;
}

uint32_t parse_pack_at(Parser *p, const Token *t)
{
    uint32_t index = (uint32_t)(t - p->first);
    while (p->next_pragma < p->pp->pragma_count && p->pp->pragmas[p->next_pragma].at <= index) {
        const Pragma *g = &p->pp->pragmas[p->next_pragma++];
        if (g->kind == PRAGMA_PACK)
            pack_apply(p, g);
    }
    return p->pack;
}

/* ---- the unit ---------------------------------------------------------------------------- */
static void predeclare(Parser *p)
{
    static const char *const types[] = {"__builtin_va_list", "__builtin_ms_va_list",
                                        "__builtin_sysv_va_list", "__int128_t", "__uint128_t"};
    for (uint32_t i = 0; i < COUNT_OF(types); i++)
        parse_declare(p, names_intern(p->names, types[i], strlen(types[i])), BIND_TYPEDEF);
    p->typedefs.len = 0; /* not for "did you mean" */
    p->name_func = names_intern(p->names, "__func__", 8);
    p->name_function = names_intern(p->names, "__FUNCTION__", 12);
    p->name_pretty = names_intern(p->names, "__PRETTY_FUNCTION__", 19);
    p->name_seg_fs = names_intern(p->names, "__seg_fs", 8);
    p->name_seg_gs = names_intern(p->names, "__seg_gs", 8);
    p->name_has_attribute = names_intern(p->names, "__builtin_has_attribute", 23);
}

/* C23 6.9.1: external-declaration, with GNU's stray semicolons. */
static Decl *parse_external(Parser *p)
{
    if (parse_at(p, TOK_RBRACE)) {
        parse_error_here(p, "extraneous closing brace `}`");
        parse_next(p);
        p->panic = false;
        return NULL;
    }
    const Token *start = p->tok;
    uint32_t errors = p->errors;
    Decl *d = parse_decl(p, NULL, true);
    if (d)
        d->broken = p->errors != errors;
    if (p->panic) {
        parse_sync(p);
        if (p->tok == start)
            parse_next(p);
    }
    return d;
}

bool parse_unit(Arena *tree, Names *names, DiagSink *diag, const SourceMap *map,
                const Dialect *dialect, const PpResult *pp, Ast *out)
{
    Parser state = {.arena = tree,
                    .keep = map->arena,
                    .names = names,
                    .diag = diag,
                    .map = map,
                    .dialect = dialect,
                    .pp = pp};
    Parser *p = &state;
    *out = (Ast){0};
    BUG_IF(tree, pp->tokens.len == 0 || pp->tokens.data[pp->tokens.len - 1].kind != TOK_EOF);
    p->first = p->tok = pp->tokens.data;
    p->last = p->first + pp->tokens.len - 1;
    map_init(&p->attr_names, tree);
    predeclare(p);
    Decl **tail = &out->first;
    while (p->tok != p->last) {
        Decl *d = parse_external(p);
        if (!d)
            continue;
        *tail = d;
        tail = &d->next;
        out->decl_count++;
    }
    return p->errors == 0;
}
