/* syntax/pp_macro.c - replacing a macro by its body: C23 6.10.5.
 *
 * In: a macro and the token that names it; arguments come from pp_fetch. Out: a context with the
 * replaced text, pushed to be read again.
 *
 * The one idea, GCC's: while the context of a macro is on the stack the macro is disabled, and a
 * token that names a disabled macro is painted (TOKEN_NO_EXPAND) for good. An argument is
 * expanded on its own beforehand, behind a barrier that looks like the end of the file.
 *
 *     #define f(x) x + f(x)
 *     f(f(1))                 argument, behind a barrier:  1 + f(1)      the second f is painted
 *                             body:  1 + f(1) + f(1 + f(1))              f is disabled: painted
 *
 * Locs: every token of a result gets a macro Loc whose spelling is the body's or argument's
 * token. */
#include "syntax/pp_internal.h"

enum {
    NESTING_LIMIT = 600,           /* arguments within arguments */
    MADE_LIMIT = 20 * 1000 * 1000, /* tokens that macros make, per unit */
    LOCAL_ARGS = 8
};

typedef struct Arg {
    uint32_t raw, raw_len; /* in Call.raw */
    TokenBuf expanded;
    bool done;  /* `expanded` is made */
    bool plain; /* expands to itself */
} Arg;

typedef struct Call {
    Macro *macro;
    Arg *args; /* param_count of them, at least one */
    TokenBuf raw;
    Arg local[LOCAL_ARGS];
    bool drop_comma; /* `, ## __VA_ARGS__` loses its comma */
    uint32_t expansion;
} Call;

static Token *arg_raw(Call *c, uint32_t i)
{
    return c->raw.data ? c->raw.data + c->args[i].raw : NULL; /* no tokens at all */
}

/* ---- reading arguments ----------------------------------------------------------------------- */

static bool count_args(Pp *pp, Call *c, uint32_t argc, const Token *name)
{
    const Macro *m = c->macro;
    uint32_t want = m->param_count;
    if (want == 0 && argc == 1 && c->args[0].raw_len == 0)
        return true;
    if (argc == want || (m->variadic && argc + 1 == want))
        return true;
    const char *text = m->name->text;
    if (argc > want)
        pp_error_with(pp, name->loc, m->loc, "macro defined here",
                      "macro `%s` is given %u argument%s, but takes %s%u", text, argc,
                      argc == 1 ? "" : "s", want ? "just " : "", want);
    else
        pp_error_with(pp, name->loc, m->loc, "macro defined here",
                      "macro `%s` requires %s%u argument%s, but only %u given", text,
                      m->variadic ? "at least " : "", m->variadic ? want - 1 : want,
                      want == 1 ? "" : "s", argc);
    return false;
}

/* The rule of GCC and Clang for `, ## args`: the comma goes when the variable arguments are left
 * out, or when there is no other parameter and nothing between the parentheses, unless -std=c99
 * and its like. */
static void find_va(Pp *pp, Call *c, uint32_t argc)
{
    const Macro *m = c->macro;
    if (!m->variadic)
        return;
    bool left_out = argc < m->param_count;
    bool empty = c->args[m->param_count - 1].raw_len == 0;
    c->drop_comma = left_out || (argc == 1 && m->param_count == 1 && empty && pp->dialect->gnu);
}

/* Behind the name; takes everything up to the matching parenthesis. */
static bool read_args(Pp *pp, Call *c, const Token *name)
{
    const Macro *m = c->macro;
    uint32_t argc = 1, depth = 0, slots = m->param_count ? m->param_count : 1;
    Token t;
    pp_fetch(pp, &t); /* the parenthesis */
    c->args[0].raw = 0;
    for (;;) {
        pp_fetch(pp, &t);
        if (t.kind == TOK_EOF) {
            pp_error_with(pp, name->loc, m->loc, "macro defined here",
                          "unterminated argument list of macro `%s`", m->name->text);
            return false;
        }
        if (t.kind == TOK_LPAREN) {
            depth++;
        } else if (t.kind == TOK_RPAREN) {
            if (depth-- == 0)
                break;
        } else if (t.kind == TOK_COMMA && depth == 0 && !(m->variadic && argc == slots)) {
            if (argc <= slots)
                c->args[argc - 1].raw_len = c->raw.len - c->args[argc - 1].raw;
            if (argc++ < slots)
                c->args[argc - 1].raw = c->raw.len;
            continue;
        } else if (t.kind == TOK_IDENT && !(t.flags & TOKEN_NO_EXPAND)) {
            const Macro *other = pp_macro(pp, t.u.name);
            if (other && other->disabled)
                t.flags |= TOKEN_NO_EXPAND;
        }
        if (t.flags & TOKEN_BOL) /* a new line counts as white space here */
            t.flags = (uint8_t)((t.flags & ~TOKEN_BOL) | TOKEN_SPACE);
        pp_buf_push(pp, &c->raw, t);
    }
    if (argc <= slots)
        c->args[argc - 1].raw_len = c->raw.len - c->args[argc - 1].raw;
    if (pp->dialect->clang && !loc_in_macro(name->loc))
        pp->call_loc = t.loc; /* __LINE__ in a call is the line of its end */
    if (!count_args(pp, c, argc, name))
        return false;
    find_va(pp, c, argc);
    return true;
}

/* ---- expanding arguments --------------------------------------------------------------------- */

static bool has_macro(const Pp *pp, const Token *t, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (t[i].kind == TOK_IDENT && pp_macro(pp, t[i].u.name))
            return true;
    return false;
}

static void expand_arg(Pp *pp, Call *c, uint32_t i)
{
    Arg *a = &c->args[i];
    a->done = true;
    Token *raw = arg_raw(c, i), t;
    a->plain = !has_macro(pp, raw, a->raw_len);
    if (a->plain)
        return;
    if (pp->arg_depth >= NESTING_LIMIT) {
        if (!pp->stopped)
            pp_error(pp, raw->loc, "macro calls are nested more than %d deep", NESTING_LIMIT);
        pp->stopped = true;
        a->plain = true;
        return;
    }
    uint8_t pending = pp->pending;
    Loc call_loc = pp->call_loc;
    pp->pending = 0;
    pp->arg_depth++;
    pp_push_context(pp, (Context){.cur = raw, .end = raw + a->raw_len, .barrier = true});
    for (;;) {
        pp_expand(pp, &t);
        if (t.kind == TOK_EOF)
            break;
        pp_buf_push(pp, &a->expanded, t);
    }
    pp_pop_context(pp);
    pp->arg_depth--;
    pp->call_loc = call_loc;
    pp->pending = pending;
}

static const Token *arg_expanded(Pp *pp, Call *c, uint32_t i, uint32_t *n)
{
    Arg *a = &c->args[i];
    if (!a->done)
        expand_arg(pp, c, i);
    *n = a->plain ? a->raw_len : a->expanded.len;
    return a->plain ? arg_raw(c, i) : a->expanded.data;
}

/* ---- substitution ---------------------------------------------------------------------------- */

typedef struct Subst {
    Call *call;
    TokenBuf *out;
    bool paste;    /* a ## waits for its right operand */
    uint8_t space; /* of vanished tokens, for the next one */
} Subst;

static void add(Pp *pp, Subst *s, Token t)
{
    t.spare = t.kind == TOK_OTHER ? t.spare : 0;
    t.flags |= s->space;
    s->space = 0;
    t.loc = source_map_macro_token(pp->map, t.loc, s->call->expansion);
    if (s->paste && s->out->len)
        pp_paste(pp, &VEC_LAST(s->out), &t, s->call->macro);
    else
        pp_buf_push(pp, s->out, t);
    s->paste = false;
    pp->made++;
}

static void add_placemarker(Pp *pp, Subst *s, const Token *at)
{
    add(pp, s, (Token){.kind = TOK_PLACEMARKER, .flags = at->flags & TOKEN_SPACE, .loc = at->loc});
}

/* The tokens of an argument in the place of `param`, whose white space the first one takes. */
static void add_all(Pp *pp, Subst *s, const Token *t, uint32_t n, const Token *param)
{
    /* A bomb: arguments of arguments would go on doubling. */
    for (uint32_t i = 0; i < n && !pp->stopped; i++) {
        Token copy = t[i];
        if (i == 0)
            copy.flags =
                (uint8_t)((copy.flags & ~(TOKEN_SPACE | TOKEN_BOL)) | (param->flags & TOKEN_SPACE));
        add(pp, s, copy);
    }
}

static void add_param(Pp *pp, Subst *s, const Token *b, bool paste_next)
{
    Call *c = s->call;
    uint32_t i = b->spare - 1u, n;
    bool va = c->macro->variadic && i + 1 == c->macro->param_count;
    if (!s->paste && !paste_next) {
        const Token *t = arg_expanded(pp, c, i, &n);
        add_all(pp, s, t, n, b);
        if (n == 0)
            s->space |= b->flags & TOKEN_SPACE;
        return;
    }
    n = c->args[i].raw_len;
    if (s->paste && va && s->out->len && VEC_LAST(s->out).kind == TOK_COMMA &&
        b[-2].kind == TOK_COMMA) {
        s->paste = false; /* GNU: the ## only says that the comma may go */
        if (c->drop_comma) {
            VEC_LAST(s->out).kind = TOK_PLACEMARKER;
            return;
        }
        if (n == 0 && !paste_next)
            return;
    }
    if (n == 0)
        add_placemarker(pp, s, b);
    else
        add_all(pp, s, arg_raw(c, i), n, b);
}

static uint32_t va_opt_end(const Token *b)
{
    uint32_t depth = 0;
    for (uint32_t i = 1;; i++) {
        if (b[i].kind == TOK_LPAREN)
            depth++;
        else if (b[i].kind == TOK_RPAREN && --depth == 0)
            return i;
    }
}

static bool no_va(Pp *pp, Call *c)
{
    uint32_t n;
    (void)arg_expanded(pp, c, c->macro->param_count - 1, &n);
    return n == 0;
}

static void substitute(Pp *pp, Subst *s, const Token *b, const Token *end);

/* #__VA_OPT__(...): C23 6.10.5.2p3. */
static void stringify_va_opt(Pp *pp, Subst *s, const Token *hash, const Token *b, uint32_t last)
{
    TokenBuf inner = {0};
    Subst in = {.call = s->call, .out = &inner};
    if (!no_va(pp, s->call))
        substitute(pp, &in, b + 2, b + last);
    add(pp, s, pp_stringify(pp, inner.data, inner.len, hash));
    pp_buf_free(pp, &inner);
}

static void add_va_opt(Pp *pp, Subst *s, const Token *b, uint32_t last, bool paste_next)
{
    uint32_t before = s->out->len;
    bool pasted = s->paste;
    if (!no_va(pp, s->call))
        substitute(pp, s, b + 2, b + last);
    if (s->out->len == before && (s->paste || paste_next))
        add_placemarker(pp, s, b);
    if (s->out->len > before && !pasted)
        s->out->data[before].flags =
            (uint8_t)((s->out->data[before].flags & ~TOKEN_SPACE) | (b->flags & TOKEN_SPACE));
}

static void substitute(Pp *pp, Subst *s, const Token *b, const Token *end)
{
    const Macro *m = s->call->macro;
    for (; b < end; b++) {
        bool paste_next = b + 1 < end && b[1].kind == TOK_HASH_HASH;
        if (b->kind == TOK_HASH_HASH && b + 1 < end) {
            s->paste = true;
        } else if (b->kind == TOK_HASH && m->function && b + 1 < end && b[1].spare) {
            uint32_t i = b[1].spare - 1u;
            add(pp, s, pp_stringify(pp, arg_raw(s->call, i), s->call->args[i].raw_len, b));
            b++;
        } else if (b->kind == TOK_HASH && m->variadic && b + 1 < end) {
            uint32_t last = va_opt_end(b + 1);
            stringify_va_opt(pp, s, b, b + 1, last);
            b += 1 + last;
        } else if (b->kind == TOK_IDENT && b->spare) {
            add_param(pp, s, b, paste_next);
        } else if (b->kind == TOK_IDENT && m->variadic && b->u.name->id == KNOWN_va_opt) {
            uint32_t last = va_opt_end(b);
            add_va_opt(pp, s, b, last, b + last + 1 < end && b[last + 1].kind == TOK_HASH_HASH);
            b += last;
        } else {
            add(pp, s, *b);
        }
    }
}

/* C23 6.10.5.3p3: what is left of them is white space. */
static void drop_placemarkers(TokenBuf *out, uint8_t *space)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < out->len; i++) {
        if (out->data[i].kind == TOK_PLACEMARKER) {
            *space |= out->data[i].flags & TOKEN_SPACE;
        } else {
            out->data[n] = out->data[i];
            out->data[n++].flags |= *space;
            *space = 0;
        }
    }
    out->len = n;
}

/* ---- a call ---------------------------------------------------------------------------------- */

static void push_result(Pp *pp, Macro *m, TokenBuf out, uint8_t space, const Token *name)
{
    const uint8_t white = TOKEN_SPACE | TOKEN_BOL;
    if (out.len == 0) {
        pp_buf_free(pp, &out);
        pp->pending |= (name->flags & white) | space;
        return;
    }
    out.data[0].flags = (uint8_t)((out.data[0].flags & ~white) | (name->flags & white));
    pp_push_context(
        pp, (Context){.cur = out.data, .end = out.data + out.len, .buffer = out, .macro = m});
    if (pp->made > pp->budget && !pp->stopped) {
        pp_error_with(pp, name->loc, m->loc, "macro defined here",
                      "macros make more than %llu tokens: giving up at `%s`",
                      (unsigned long long)pp->budget, m->name->text);
        pp->stopped = true;
    }
}

static void enter_object(Pp *pp, Macro *m, Token *name)
{
    Call c = {.macro = m};
    TokenBuf out = {0};
    Subst s = {.call = &c, .out = &out};
    c.expansion = source_map_expansion(pp->map, m->name, name->loc, m->loc);
    if (m->pastes) {
        substitute(pp, &s, m->body, m->body + m->body_len);
        drop_placemarkers(&out, &s.space);
    } else {
        for (uint32_t i = 0; i < m->body_len; i++)
            add(pp, &s, m->body[i]);
    }
    push_result(pp, m, out, s.space, name);
}

bool pp_enter_macro(Pp *pp, Macro *m, Token *name)
{
    if (!m->function) {
        enter_object(pp, m, name);
        return true;
    }
    Call c;
    memset(&c, 0, sizeof c);
    c.macro = m;
    uint32_t slots = m->param_count ? m->param_count : 1;
    c.args = slots <= LOCAL_ARGS ? c.local : ARENA_ARRAY(pp->arena, Arg, slots);
    bool good = read_args(pp, &c, name);
    if (good) {
        TokenBuf out = {0};
        Subst s = {.call = &c, .out = &out};
        c.expansion = source_map_expansion(pp->map, m->name, name->loc, m->loc);
        if (m->body_len)
            substitute(pp, &s, m->body, m->body + m->body_len);
        drop_placemarkers(&out, &s.space);
        push_result(pp, m, out, s.space, name);
    } else {
        name->flags |= TOKEN_NO_EXPAND;
    }
    for (uint32_t i = 0; i < slots; i++)
        pp_buf_free(pp, &c.args[i].expanded);
    pp_buf_free(pp, &c.raw);
    return good;
}
