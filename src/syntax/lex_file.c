/* syntax/lex_file.c - around the lexer: trigraphs before it, the links between directives after.
 *
 * In: a file. Out: its Lexed, made once and kept with the file under its lock.
 *
 * The one idea: `#if` ... `#elif` ... `#else` ... `#endif` nest whatever their conditions say, so
 * the chains can be linked before anything is known about macros. A false group is then left by
 * one jump, and a file that is one #ifndef group is known to have an include guard.
 *
 *     #ifndef A_H   <- guard = A_H: its `next` is the #endif, and nothing stands outside
 *     #define A_H
 *     #endif */
#include "syntax/lex_internal.h"

/* ---- trigraphs: C17 5.2.1.1 --------------------------------------------------------------- */

typedef struct Shift {
    uint32_t at, removed;
} Shift; /* from clean offset `at` on, add `removed` */
typedef struct Shifts {
    VEC(Shift) v;
} Shifts;

static char trigraph(const char *p)
{
    static const char from[] = "=()/'<>!-", to[] = "#[]\\^{}|~";
    if (p[0] != '?' || p[1] != '?' || !p[2])
        return '\0';
    const char *at = strchr(from, p[2]);
    return at ? to[at - from] : '\0';
}

static const char *replace_trigraphs(Arena *a, const char *text, size_t *len, Shifts *shifts)
{
    char *out = arena_alloc(a, *len + 1);
    uint32_t n = 0, removed = 0;
    for (size_t i = 0; i < *len; n++) {
        char c = trigraph(text + i);
        out[n] = c ? c : text[i];
        i += c ? 3 : 1;
        if (c) {
            removed += 2;
            VEC_PUSH(a, &shifts->v, ((Shift){.at = n + 1, .removed = removed}));
        }
    }
    *len = n;
    return out;
}

static uint32_t shifted(const Shifts *s, uint32_t at)
{
    uint32_t low = 0, high = s->v.len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (s->v.data[mid].at <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return at + (low ? s->v.data[low - 1].removed : 0);
}

static void shift_back(Arena *a, Lexer *lx, const Shifts *s)
{
    for (uint32_t i = 0; i < lx->count; i++) {
        RawToken *t = &lx->tokens[i];
        uint32_t begin = shifted(s, t->offset), end = shifted(s, t->offset + t->len);
        bool text = t->kind == TOK_NUMBER || t->kind == TOK_CHAR || t->kind == TOK_STRING ||
                    t->kind == TOK_OTHER;
        /* Text of spliced tokens ends in a NUL; here it may lie inside the clean copy. */
        if (text && end - begin != t->len && !(t->flags & TOKEN_SPLICED)) {
            t->u.text = arena_strndup(a, t->u.text, t->len);
            t->flags |= TOKEN_SPLICED;
        }
        t->offset = begin;
        t->len = end - begin;
    }
}

/* ---- directives ------------------------------------------------------------------------------ */

static bool opens(uint32_t known, const Lexed *l, const LexDirective *d)
{
    /* `if` is a keyword, and so has no enumerator of its own. */
    const RawToken *t = &l->tokens[d->token + 1];
    return known == KNOWN_ifdef || known == KNOWN_ifndef ||
           (known && known <= KNOWN_KEYWORDS && strcmp(t->u.name->text, "if") == 0);
}

static bool is_else(uint32_t known, const Lexed *l, const LexDirective *d)
{
    const RawToken *t = &l->tokens[d->token + 1];
    return known && known <= KNOWN_KEYWORDS && strcmp(t->u.name->text, "else") == 0;
}

static void link_conditionals(Arena *a, Lexed *l)
{
    VEC(uint32_t) open = {0};
    for (uint32_t i = 0; i < l->directive_count; i++) {
        LexDirective *d = &l->directives[i];
        uint32_t k = d->known;
        if (opens(k, l, d)) {
            VEC_PUSH(a, &open, i);
        } else if (open.len && (k == KNOWN_elif || k == KNOWN_elifdef || k == KNOWN_elifndef ||
                                is_else(k, l, d))) {
            l->directives[VEC_LAST(&open)].next = i;
            VEC_LAST(&open) = i;
        } else if (open.len && k == KNOWN_endif) {
            l->directives[VEC_LAST(&open)].next = i;
            open.len--;
        }
    }
}

/* The name that #ifndef X, #if !defined X or #if !defined(X) at token i asks for, if the line
 * says nothing else. */
static Name guard_name(const Lexed *l, uint32_t i)
{
    const RawToken *t = &l->tokens[i + 1];
    if (t->kind != TOK_IDENT)
        return NULL;
    bool ifndef = t->u.name->id == KNOWN_ifndef;
    if (!ifndef && strcmp(t->u.name->text, "if") != 0)
        return NULL;
    t++;
    bool paren = false;
    if (!ifndef) {
        if (t->kind != TOK_BANG || t[1].kind != TOK_IDENT || t[1].u.name->id != KNOWN_defined)
            return NULL;
        t += 2;
        paren = t->kind == TOK_LPAREN;
        t += paren;
    }
    if (t->kind != TOK_IDENT || (t->flags & TOKEN_BOL))
        return NULL;
    Name n = t++->u.name;
    if (paren && t++->kind != TOK_RPAREN)
        return NULL;
    return t->flags & TOKEN_BOL ? n : NULL;
}

static void find_guard(Lexed *l)
{
    if (l->directive_count < 2 || l->directives[0].token != 0)
        return;
    const LexDirective *first = &l->directives[0];
    if (first->next != l->directive_count - 1)
        return;
    const LexDirective *last = &l->directives[first->next];
    if (last->known != KNOWN_endif)
        return;
    uint32_t i = last->token + 1;
    while (!(l->tokens[i].flags & TOKEN_BOL))
        i++;
    if (l->tokens[i].kind == TOK_EOF)
        l->guard = guard_name(l, 0);
}

/* ---- whole texts ----------------------------------------------------------------------------- */

enum { LARGE_FILE = 4 << 20 }; /* bytes */

static Lexed *lex_with(Arena *a, Names *names, const char *text, size_t len, unsigned mode,
                       Name *cache)
{
    Lexed *l = ARENA_NEW(a, Lexed);
    Shifts shifts = {0};
    size_t clean_len = len;
    bool has_trigraphs = (mode & LEX_TRIGRAPHS) && len >= 3 && memmem(text, len, "??", 2);
    const char *clean = has_trigraphs ? replace_trigraphs(a, text, &clean_len, &shifts) : text;

    Lexer lx;
    memset(&lx, 0, sizeof lx);
    lx.begin = clean;
    lx.end = clean + clean_len;
    lx.arena = a;
    lx.names = names;
    lx.mode = mode;
    lx.open_comment = UINT32_MAX;
    lx.cache = cache;
    /* Room for a large file's tokens costs nothing before it is used; growing would copy them. */
    lx.cap = (uint32_t)(clean_len / (clean_len > LARGE_FILE ? 5 : 10)) + 16;
    lx.tokens = ARENA_ARRAY(a, RawToken, lx.cap);
    text_init(&lx.scratch, a);
    lex_run(&lx);
    if (shifts.v.len) {
        shift_back(a, &lx, &shifts);
        if (lx.open_comment != UINT32_MAX)
            lx.open_comment = shifted(&shifts, lx.open_comment);
    }
    l->mode = mode;
    l->tokens = lx.tokens;
    l->count = lx.count;
    l->directives = lx.directives.data;
    l->directive_count = lx.directives.len;
    l->open_comment = lx.open_comment;
    return l;
}

Lexed *lex_text(Arena *a, Names *names, const char *text, size_t len, unsigned mode)
{
    return lex_with(a, names, text, len, mode, NULL);
}

const Lexed *lex_file(SourceFile *f, Names *names, unsigned mode)
{
    lock_take(f->lock);
    Lexed *l = f->lexed;
    while (l && l->mode != mode)
        l = l->other;
    if (!l) {
        Name cache[1 << LEX_CACHE_BITS] = {0};
        l = lex_with(f->arena, names, f->data, f->len, mode, cache);
        link_conditionals(f->arena, l);
        find_guard(l);
        l->other = f->lexed;
        f->lexed = l;
    }
    lock_drop(f->lock);
    return l;
}
