/* syntax/pp_define.c - #define and #undef: from raw tokens to a Macro.
 *
 * In: the rest of the line. Out: an entry in the macro table.
 *
 * The one idea: parameters are found once, here. A token of the body that names one carries its
 * number plus one in `spare`, so that expansion never compares names.
 *
 *     #define MAX(a, b) ((a) > (b) ? (a) : (b))      body: ( ( 1 ) > ( 2 ) ? ( 1 ) : ( 2 ) ) */
#include "syntax/pp_internal.h"

enum { PARAM_LIMIT = 60000 };

static bool at_end(const RawToken *r)
{
    return (r->flags & TOKEN_BOL) != 0;
}

/* The name that #define, #undef and their kind work on; NULL after an error. */
static Name macro_name(Pp *pp, const char *directive)
{
    Frame *f = pp_frame(pp);
    const RawToken *r = f->cur;
    Loc at = f->base + r->offset;
    if (at_end(r)) {
        pp_error(pp, f->base + r[-1].offset, "no macro name given in `#%s` directive", directive);
        return NULL;
    }
    if (r->kind != TOK_IDENT) {
        pp_error(pp, at, "macro names must be identifiers");
        return NULL;
    }
    if (r->u.name->id == KNOWN_defined) {
        pp_error(pp, at, "`defined` cannot be used as a macro name");
        return NULL;
    }
    const Macro *m = pp_macro(pp, r->u.name);
    if (m && m->poisoned) {
        pp_error(pp, at, "attempt to use the poisoned name `%s`", r->u.name->text);
        return NULL;
    }
    f->cur++;
    return r->u.name;
}

void pp_undef(Pp *pp)
{
    Name n = macro_name(pp, "undef");
    if (n && pp_macro(pp, n))
        pp_set_macro(pp, n, NULL);
}

static uint32_t param_of(const Macro *m, Name n)
{
    for (uint32_t i = 0; i < m->param_count; i++)
        if (m->params[i] == n)
            return i + 1;
    return 0;
}

/* Behind the `(`. C23 6.10.5.1; a name before ... is GNU's. */
static bool read_params(Pp *pp, Macro *m)
{
    Frame *f = pp_frame(pp);
    VEC(Name) params = {0};
    const RawToken *r = f->cur;
    Name va_args = names_known(pp->names, KNOWN_va_args);
    bool closed = r->kind == TOK_RPAREN && !at_end(r);
    while (!closed) {
        Loc at = f->base + r->offset;
        if (at_end(r)) {
            pp_error(pp, f->base + r[-1].offset, "missing `)` in the parameters of a macro");
            return false;
        }
        if (r->kind == TOK_ELLIPSIS) {
            m->variadic = true;
            VEC_PUSH(pp->arena, &params, va_args);
        } else if (r->kind == TOK_IDENT) {
            m->params = params.data;
            m->param_count = params.len;
            if (param_of(m, r->u.name)) {
                pp_error(pp, at, "duplicate macro parameter name `%s`", r->u.name->text);
                return false;
            }
            VEC_PUSH(pp->arena, &params, r->u.name);
            if (r[1].kind == TOK_ELLIPSIS && !at_end(r + 1)) {
                m->variadic = true;
                r++;
            }
        } else {
            Text t;
            text_init(&t, pp->arena);
            Token bad;
            pp_from_raw(f, r, &bad);
            token_spell(&t, &bad);
            pp_error(pp, at, "expected a parameter name, found `%s`", t.data);
            return false;
        }
        r++;
        closed = r->kind == TOK_RPAREN && !at_end(r);
        if (!closed && !at_end(r) && (r->kind != TOK_COMMA || m->variadic)) {
            pp_error(pp, f->base + r->offset,
                     m->variadic ? "expected `)` after `...`"
                                 : "expected `,` or `)` between macro parameters");
            return false;
        }
        if (!closed && r->kind == TOK_COMMA && !at_end(r) && !at_end(r + 1))
            r++;
        else if (!closed && !at_end(r)) {
            pp_error(pp, f->base + r->offset, "expected a parameter name after `,`");
            return false;
        }
        if (params.len > PARAM_LIMIT) {
            pp_error(pp, at, "a macro with more than %d parameters", PARAM_LIMIT);
            return false;
        }
    }
    f->cur = r + 1;
    m->params = params.data;
    m->param_count = params.len;
    return true;
}

/* C23 6.10.5.2p1, 6.10.5.3p1. */
static bool check_operators(Pp *pp, const Macro *m)
{
    for (uint32_t i = 0; i < m->body_len; i++) {
        const Token *t = &m->body[i];
        if (t->kind == TOK_HASH_HASH && (i == 0 || i + 1 == m->body_len)) {
            pp_error(pp, t->loc, "`##` cannot stand at either end of a macro's body");
            return false;
        }
        if (t->kind == TOK_HASH && m->function) {
            const Token *next = i + 1 < m->body_len ? t + 1 : NULL;
            bool va_opt =
                next && next->kind == TOK_IDENT && m->variadic && next->u.name->id == KNOWN_va_opt;
            if (!va_opt && !(next && next->kind == TOK_IDENT && next->spare)) {
                pp_error(pp, t->loc, "`#` is not followed by a macro parameter");
                return false;
            }
        }
    }
    return true;
}

/* __VA_OPT__ ( tokens ): C23 6.10.5.1p6. */
static bool check_va_opt(Pp *pp, const Macro *m)
{
    for (uint32_t i = 0; i < m->body_len; i++) {
        const Token *t = &m->body[i];
        if (t->kind != TOK_IDENT || t->u.name->id != KNOWN_va_opt)
            continue;
        uint32_t depth = 0, j = i + 1;
        for (; j < m->body_len; j++) {
            if (m->body[j].kind == TOK_LPAREN)
                depth++;
            else if (m->body[j].kind == TOK_RPAREN && --depth == 0)
                break;
            else if (depth == 0)
                break;
        }
        if (j >= m->body_len || m->body[j].kind != TOK_RPAREN) {
            pp_error(pp, t->loc, "unterminated `__VA_OPT__`");
            return false;
        }
    }
    return true;
}

static void read_body(Pp *pp, Macro *m)
{
    Frame *f = pp_frame(pp);
    const RawToken *r = f->cur;
    uint32_t n = 0;
    while (!at_end(r + n))
        n++;
    m->body_len = n;
    m->body = n ? ARENA_ARRAY(pp->arena, Token, n) : NULL;
    for (uint32_t i = 0; i < n; i++) {
        Token *t = &m->body[i];
        pp_from_raw(f, r + i, t);
        if (t->kind == TOK_IDENT) {
            t->spare = (uint16_t)(m->function ? param_of(m, t->u.name) : 0);
            if (m->variadic && t->u.name->id == KNOWN_va_opt)
                m->pastes = true;
        } else if (t->kind == TOK_HASH_HASH || (t->kind == TOK_HASH && m->function)) {
            m->pastes = true;
        }
    }
    if (n)
        m->body[0].flags &= (uint8_t)~TOKEN_SPACE;
    f->cur = r + n;
}

void pp_define(Pp *pp)
{
    Frame *f = pp_frame(pp);
    Loc loc = f->base + f->cur->offset;
    Name n = macro_name(pp, "define");
    if (!n)
        return;
    Macro *m = ARENA_NEW(pp->arena, Macro);
    m->name = n;
    m->loc = loc;
    if (f->cur->kind == TOK_LPAREN && !(f->cur->flags & (TOKEN_SPACE | TOKEN_BOL))) {
        m->function = true;
        f->cur++;
        if (!read_params(pp, m))
            return;
    }
    read_body(pp, m);
    if (m->pastes && (!check_operators(pp, m) || (m->variadic && !check_va_opt(pp, m))))
        return;
    pp_set_macro(pp, n, m);
}
