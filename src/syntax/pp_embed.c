/* syntax/pp_embed.c - #embed and __has_embed: C23 6.10.4.
 *
 * In: a resource and its parameters. Out: a context with prefix, data and suffix, or what
 * if_empty says; the data is one token, whatever its size.
 *
 *     static const unsigned char logo[] = {
 *     #embed "logo.png" limit(512) suffix(, 0)
 *     };                                        -> { TOK_EMBED of 512 bytes , 0 } */
#include "syntax/pp_internal.h"

typedef struct Embed {
    const char *name;
    bool angled, has_limit, unknown; /* unknown: a parameter we don't know */
    uint64_t limit, offset;
    TokenBuf prefix, suffix, if_empty;
} Embed;

/* The tokens in balanced brackets behind a parameter's name. */
static bool balanced(Pp *pp, TokenBuf *out, bool expand)
{
    Token t;
    uint32_t depth = 0;
    pp_fetch(pp, &t);
    if (t.kind != TOK_LPAREN)
        return false;
    for (;;) {
        if (expand)
            pp_expand(pp, &t);
        else
            pp_fetch(pp, &t);
        if (t.kind == TOK_EOF)
            return false;
        if (t.kind == TOK_LPAREN || t.kind == TOK_LBRACKET || t.kind == TOK_LBRACE)
            depth++;
        if (t.kind == TOK_RPAREN || t.kind == TOK_RBRACKET || t.kind == TOK_RBRACE) {
            if (depth-- == 0)
                return t.kind == TOK_RPAREN;
        }
        pp_buf_push(pp, out, t);
    }
}

static bool number_param(Pp *pp, Loc at, uint64_t *v)
{
    TokenBuf b = {0};
    bool ok = balanced(pp, &b, true);
    int64_t value = ok ? pp_value(pp, at, &ok, b.data, b.len) : 0;
    pp_buf_free(pp, &b);
    if (ok && value < 0)
        ok = false;
    if (!ok)
        pp_error(pp, at, "a parameter of `#embed` needs a number that is not negative");
    *v = (uint64_t)value;
    return ok;
}

/* One parameter, whose name is in t; GNU's and Clang's are `scope::offset`. */
static bool param(Pp *pp, Embed *e, Token *t)
{
    Loc at = t->loc;
    uint32_t known = t->kind == TOK_IDENT ? t->u.name->id : 0;
    bool scoped = false;
    if (known == KNOWN_gnu || known == KNOWN_clang) {
        pp_fetch(pp, t);
        if (t->kind == TOK_COLON) /* `::` is one token only in C23 */
            pp_fetch(pp, t);
        pp_fetch(pp, t);
        known = t->kind == TOK_IDENT ? t->u.name->id : 0;
        scoped = true;
    }
    bool good = true;
    if (scoped && known == KNOWN_offset)
        return number_param(pp, at, &e->offset);
    if (scoped)
        known = 0;
    switch (known) {
    case KNOWN_limit:
    case KNOWN___limit__: e->has_limit = true; return number_param(pp, at, &e->limit);
    case KNOWN_prefix:
    case KNOWN___prefix__: good = balanced(pp, &e->prefix, false); break;
    case KNOWN_suffix:
    case KNOWN___suffix__: good = balanced(pp, &e->suffix, false); break;
    case KNOWN_if_empty:
    case KNOWN___if_empty__: good = balanced(pp, &e->if_empty, false); break;
    default: e->unknown = true; return false; /* a known name, not one of our enums */
    }
    if (!good)
        pp_error(pp, at, "expected balanced parentheses after a parameter of `#embed`");
    return good;
}

static void free_embed(Pp *pp, Embed *e)
{
    pp_buf_free(pp, &e->prefix);
    pp_buf_free(pp, &e->suffix);
    pp_buf_free(pp, &e->if_empty);
}

static void add(Pp *pp, TokenBuf *out, const TokenBuf *from)
{
    for (uint32_t i = 0; i < from->len; i++)
        pp_buf_push(pp, out, from->data[i]);
}

static TokenBuf result(Pp *pp, const Embed *e, const SourceFile *f, Loc at)
{
    TokenBuf out = {0};
    uint64_t offset = e->offset < f->len ? e->offset : f->len, len = f->len - offset;
    if (e->has_limit && e->limit < len)
        len = e->limit;
    if (len == 0) {
        add(pp, &out, &e->if_empty);
        return out;
    }
    add(pp, &out, &e->prefix);
    pp_buf_push(pp, &out,
                (Token){.kind = TOK_EMBED,
                        .flags = TOKEN_SPACE,
                        .loc = at,
                        .len = (uint32_t)len,
                        .u.text = f->data + offset});
    add(pp, &out, &e->suffix);
    return out;
}

static void use(Pp *pp, const SourceFile *file)
{
    uintptr_t seen;
    if (map_get(&pp->seen, MAP_KEY_PTR(file), &seen))
        return;
    map_put(&pp->seen, MAP_KEY_PTR(file), 1);
    VEC_PUSH(pp->arena, &pp->used, (SourceFile *)(uintptr_t)file);
}

void pp_embed(Pp *pp, Loc at)
{
    Embed e = {0};
    Token t = {.loc = at};
    TokenBuf out = {0};
    bool good = pp_header_operand(pp, &t, &e.name, &e.angled);
    if (!good)
        pp_error(pp, at, "`#embed` needs \"FILE\" or <FILE>");
    for (pp_fetch(pp, &t); good && t.kind != TOK_EOF; pp_fetch(pp, &t)) {
        Loc where = t.loc;
        good = param(pp, &e, &t);
        if (e.unknown)
            pp_error(pp, where, "unknown parameter of `#embed`");
    }
    const char *path;
    const SourceFile *f = good ? pp_find_embed(pp, e.name, e.angled, &path) : NULL;
    if (good && !f) {
        VEC_PUSH(pp->arena, &pp->missing, e.name);
        pp_error(pp, at, "`%s`: file not found", e.name);
    }
    if (f) {
        use(pp, f);
        out = result(pp, &e, f, at);
    }
    free_embed(pp, &e);
    while (pp->contexts.len)
        pp_pop_context(pp);
    pp_end_line(pp);
    if (out.len)
        pp_push_context(pp, (Context){.cur = out.data, .end = out.data + out.len, .buffer = out});
}

/* 0: not found or a parameter that isn't known; 1: found; 2: found and empty. C23 6.10.2p6. */
int pp_has_embed(Pp *pp, const Token *at)
{
    Embed e = {0};
    Token t;
    pp_fetch(pp, &t);
    bool good = t.kind == TOK_LPAREN && pp_header_operand(pp, at, &e.name, &e.angled);
    for (pp_fetch(pp, &t); good && t.kind != TOK_RPAREN; pp_fetch(pp, &t)) {
        good = t.kind != TOK_EOF && (param(pp, &e, &t) || e.unknown);
        if (good && e.unknown) { /* no error here: the answer is 0 */
            TokenBuf rest = {0};
            good = !pp_peek_paren(pp) || balanced(pp, &rest, false);
            pp_buf_free(pp, &rest);
        }
    }
    int v = 0;
    const char *path;
    if (!good) {
        pp_error(pp, at->loc, "`__has_embed` needs (\"FILE\") or (<FILE>)");
    } else if (!e.unknown) {
        const SourceFile *f = pp_find_embed(pp, e.name, e.angled, &path);
        if (f)
            v = f->len <= e.offset || (e.has_limit && e.limit == 0) ? 2 : 1;
    }
    free_embed(pp, &e);
    return v;
}
