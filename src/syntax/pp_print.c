/* syntax/pp_print.c - a preprocessed unit as text: what `cc -E -P` prints.
 *
 * In: the result of pp_run. Out: text that lexes back into the same tokens.
 *
 * The one idea: a blank stands where the source had white space, and wherever two neighbours that
 * came together by expansion would become another token: `+` from one macro, `+` from the next. */
#include "syntax/pp.h"

static bool is_word(const Token *t)
{
    return t->kind == TOK_IDENT || t->kind >= TOK_KEYWORD_FIRST || t->kind == TOK_NUMBER ||
           t->kind == TOK_EMBED;
}

static bool stands_alone(const Token *t)
{
    switch ((unsigned)t->kind) {
    case TOK_LPAREN:
    case TOK_RPAREN:
    case TOK_LBRACKET:
    case TOK_RBRACKET:
    case TOK_LBRACE:
    case TOK_RBRACE:
    case TOK_COMMA:
    case TOK_SEMI:
    case TOK_TILDE:
    case TOK_QUESTION: return !(t->flags & TOKEN_DIGRAPH);
    }
    return false;
}

static bool need_blank(const Token *a, const Token *b)
{
    if (is_word(a))
        return is_word(b) || b->kind == TOK_STRING || b->kind == TOK_CHAR || b->kind == TOK_OTHER ||
               (a->kind == TOK_NUMBER &&
                (b->kind == TOK_PLUS || b->kind == TOK_MINUS || b->kind == TOK_DOT ||
                 b->kind == TOK_ELLIPSIS || b->kind == TOK_PLUSPLUS || b->kind == TOK_PLUS_EQ ||
                 b->kind == TOK_MINUSMINUS || b->kind == TOK_ARROW || b->kind == TOK_MINUS_EQ));
    if (is_word(b))
        return a->kind == TOK_OTHER ||
               ((a->kind == TOK_DOT || a->kind == TOK_ELLIPSIS) && b->kind == TOK_NUMBER);
    if (a->kind == TOK_STRING || a->kind == TOK_CHAR)
        return b->kind == TOK_OTHER;
    return !stands_alone(a) && !stands_alone(b);
}

static void print_pragma(const Pragma *p, Text *out)
{
    static const char *const words[] = {
        [PRAGMA_PACK] = " pack",
        [PRAGMA_CORTEN] = " corten",
        [PRAGMA_REDEFINE_EXTNAME] = " redefine_extname",
        [PRAGMA_WEAK] = " weak",
        [PRAGMA_OTHER] = "",
    };
    if (out->len && out->data[out->len - 1] != '\n')
        text_add_char(out, '\n');
    text_addf(out, "#pragma%s", words[p->kind]);
    for (uint32_t i = 0; i < p->count; i++) {
        if (i == 0 || (p->tokens[i].flags & TOKEN_SPACE) ||
            need_blank(&p->tokens[i - 1], &p->tokens[i]))
            text_add_char(out, ' ');
        token_spell(out, &p->tokens[i]);
    }
    text_add_char(out, '\n');
}

void pp_print(const PpResult *r, const SourceMap *map, Text *out)
{
    uint32_t pragma = 0;
    const Token *last = NULL;
    (void)map;
    for (uint32_t i = 0; i < r->tokens.len; i++) {
        const Token *t = &r->tokens.data[i];
        for (; pragma < r->pragma_count && r->pragmas[pragma].at <= i; pragma++) {
            print_pragma(&r->pragmas[pragma], out);
            last = NULL;
        }
        if (t->kind == TOK_EOF)
            break;
        if (t->flags & TOKEN_BOL && out->len && out->data[out->len - 1] != '\n')
            text_add_char(out, '\n');
        else if (last && ((t->flags & TOKEN_SPACE) || need_blank(last, t)))
            text_add_char(out, ' ');
        token_spell(out, t);
        last = t;
    }
    if (out->len && out->data[out->len - 1] != '\n')
        text_add_char(out, '\n');
}
