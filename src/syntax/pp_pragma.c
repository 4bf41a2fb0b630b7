/* syntax/pp_pragma.c - #pragma and _Pragma: C23 6.10.8, 6.10.11.
 *
 * In: the tokens behind `pragma`. Out: an entry beside the output, or something done at once.
 *
 * The one idea: both forms end in pp_pragma with the same tokens. _Pragma is left alone while an
 * argument is expanded on its own; its turn comes when the whole result is read again, and then
 * the place in the output is right. */
#include "syntax/pp_internal.h"

static uint32_t known_id(const Token *t, uint32_t count, uint32_t i)
{
    return i < count && t[i].kind == TOK_IDENT && t[i].u.name->id < KNOWN_END ? t[i].u.name->id : 0;
}

static void record(Pp *pp, PragmaKind kind, Loc at, const Token *t, uint32_t count)
{
    Pragma p = {.at = pp->out.len, .kind = kind, .loc = at, .count = count};
    p.tokens = count ? arena_copy(pp->arena, t, count * sizeof *t) : NULL;
    for (uint32_t i = 0; i < count; i++)
        p.tokens[i].spare = 0;
    VEC_PUSH(pp->arena, &pp->pragmas, p);
}

static void poison(Pp *pp, const Token *t, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (t[i].kind != TOK_IDENT)
            continue;
        Macro *m = ARENA_NEW(pp->arena, Macro);
        m->name = t[i].u.name;
        m->loc = t[i].loc;
        m->poisoned = true;
        pp_set_macro(pp, m->name, m);
    }
}

static void system_header(Pp *pp)
{
    if (pp->frames.len < 2)
        return; /* in the main file it means nothing */
    Frame *f = pp_frame(pp);
    f->system = true;
    for (uint32_t i = pp->map->inclusions.len; i-- > 0;) {
        if (pp->map->inclusions.data[i].base == f->base) {
            pp->map->inclusions.data[i].system = true;
            break;
        }
    }
}

/* push_macro("X"): the definition, or that there is none, is kept on a stack of X's own. */
static void push_or_pop(Pp *pp, const Token *t, uint32_t count, bool push)
{
    if (count < 3 || t[0].kind != TOK_LPAREN || t[1].kind != TOK_STRING || t[1].len < 3)
        return;
    Name n = names_intern(pp->names, t[1].u.text + 1, t[1].len - 2u);
    if (push) {
        VEC_PUSH(pp->arena, &pp->pushed, ((SavedMacro){n, pp_macro(pp, n)}));
        return;
    }
    for (uint32_t i = pp->pushed.len; i-- > 0;) {
        if (pp->pushed.data[i].name != n)
            continue;
        pp_set_macro(pp, n, pp->pushed.data[i].macro);
        memmove(&pp->pushed.data[i], &pp->pushed.data[i + 1],
                (pp->pushed.len - i - 1) * sizeof pp->pushed.data[0]);
        pp->pushed.len--;
        return;
    }
}

/* GCC's and Clang's own name spaces; true when nothing is left to record. */
static bool compiler_pragma(Pp *pp, Loc at, const Token *t, uint32_t count)
{
    switch (known_id(t, count, 1)) {
    case KNOWN_poison: poison(pp, t + 2, count - 2); return true;
    case KNOWN_system_header: system_header(pp); return true;
    case KNOWN_error:
        if (count > 2 && t[2].kind == TOK_STRING)
            pp_error(pp, at, "%.*s", (int)t[2].len - 2, t[2].u.text + 1);
        return true;
    }
    return false;
}

void pp_pragma(Pp *pp, Loc at, const Token *t, uint32_t count)
{
    switch (known_id(t, count, 0)) {
    case KNOWN_once:
        if (pp->frames.len > 1)
            map_put(&pp->once, MAP_KEY_PTR(pp_frame(pp)->file), 1);
        return;
    case KNOWN_push_macro: push_or_pop(pp, t + 1, count - 1, true); return;
    case KNOWN_pop_macro: push_or_pop(pp, t + 1, count - 1, false); return;
    case KNOWN_GCC:
    case KNOWN_clang:
        if (!compiler_pragma(pp, at, t, count))
            record(pp, PRAGMA_OTHER, at, t, count);
        return;
    case KNOWN_poison: poison(pp, t + 1, count - 1); return;
    case KNOWN_system_header: system_header(pp); return;
    case KNOWN_pack: record(pp, PRAGMA_PACK, at, t + 1, count - 1); return;
    case KNOWN_corten: record(pp, PRAGMA_CORTEN, at, t + 1, count - 1); return;
    case KNOWN_weak: record(pp, PRAGMA_WEAK, at, t + 1, count - 1); return;
    case KNOWN_redefine_extname: record(pp, PRAGMA_REDEFINE_EXTNAME, at, t + 1, count - 1); return;
    }
    record(pp, PRAGMA_OTHER, at, t, count);
}

/* #pragma; the frame stands behind the word. Clang expands what follows `pack`, GCC nothing. */
void pp_pragma_line(Pp *pp, Loc at)
{
    TokenBuf line = {0};
    Token t;
    bool expand = false;
    for (;;) {
        if (expand)
            pp_expand(pp, &t);
        else
            pp_fetch(pp, &t);
        if (t.kind == TOK_EOF)
            break;
        pp_buf_push(pp, &line, t);
        if (line.len == 1)
            expand = pp->dialect->clang && known_id(&t, 1, 0) == KNOWN_pack;
    }
    pp_pragma(pp, at, line.data, line.len);
    pp_buf_free(pp, &line);
}

/* _Pragma("..."): the string without quotes, \" and \\ undone, is lexed. */
static void run_string(Pp *pp, Loc at, const Token *s)
{
    const char *p = s->u.text, *end = p + s->len - 1;
    char *text = arena_alloc(pp->arena, s->len + 1u);
    size_t n = 0;
    while (*p != '"')
        p++;
    for (p++; p < end; p++) {
        if (*p == '\\' && p + 1 < end && (p[1] == '"' || p[1] == '\\'))
            p++;
        text[n++] = *p;
    }
    Lexed *l = lex_text(pp->arena, pp->names, text, n, pp->mode);
    TokenBuf line = {0};
    Frame f = {.lexed = l};
    for (uint32_t i = 0; i + 1 < l->count; i++) {
        Token t;
        pp_from_raw(&f, &l->tokens[i], &t);
        t.loc = at;
        pp_buf_push(pp, &line, t);
    }
    pp_pragma(pp, at, line.data, line.len);
    pp_buf_free(pp, &line);
}

bool pp_pragma_operator(Pp *pp, Token *name)
{
    Token open, s = {.kind = TOK_EOF}, close = {.kind = TOK_EOF};
    uint8_t white = name->flags & (TOKEN_SPACE | TOKEN_BOL);
    if (!pp_peek_paren(pp)) {
        pp_error(pp, name->loc, "`_Pragma` takes a string in parentheses");
        return false;
    }
    pp_fetch(pp, &open);
    pp->arg_depth++; /* a _Pragma inside is no operator */
    pp_expand(pp, &s);
    if (s.kind == TOK_STRING)
        pp_expand(pp, &close);
    pp->arg_depth--;
    if (close.kind != TOK_RPAREN) {
        pp_error(pp, name->loc, "`_Pragma` takes a string in parentheses");
        return false;
    }
    run_string(pp, name->loc, &s);
    pp->pending |= white;
    return true;
}
