/* syntax/pp_paste.c - the operators of macro bodies: ## makes one token of two, # makes a string.
 *
 * In: tokens. Out: a token. C23 6.10.5.2 and 6.10.5.3.
 *
 * The one idea: a pasted token is what the lexer makes of the joined text, if it makes exactly
 * one token of it.
 *
 *     x ## 1  -> x1          # a + "b"  -> "a + \"b\""          < ## : -> <:   + ## - -> error */
#include "syntax/pp_internal.h"

enum {
    MADE_TEXT_MAX = 16 << 20, /* bytes of one token; macros can double it in each line */
    MADE_TEXT_TOKEN = 8,      /* bytes that count as a token of the budget */
    SHOWN_TEXT_MAX = 60       /* bytes of a token that a message repeats */
};

static bool wordish(const Token *t)
{
    if (t->kind == TOK_IDENT)
        return true;
    if (t->kind != TOK_NUMBER)
        return false;
    for (uint32_t i = 0; i < t->len; i++) {
        char c = t->u.text[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
              c == '_'))
            return false;
    }
    return true;
}

static void take(Token *left, const Token *t)
{
    Token old = *left;
    *left = *t;
    left->loc = old.loc;
    left->flags = (uint8_t)((t->flags & (TOKEN_SPLICED | TOKEN_DIGRAPH)) |
                            (old.flags & (TOKEN_SPACE | TOKEN_BOL)));
}

/* What the lexer makes of `text`; false when that isn't one token. */
static bool relex(Pp *pp, const char *text, size_t len, Token *left)
{
    Lexed *l = lex_text(pp->arena, pp->names, text, len, pp->mode);
    if (l->count != 2 || l->tokens[0].len != len || l->open_comment != UINT32_MAX)
        return false;
    const RawToken *r = &l->tokens[0];
    if (r->kind == TOK_OTHER && (len > 1 || r->spare))
        return false;
    Frame f = {.lexed = l, .base = 0};
    Token t;
    pp_from_raw(&f, r, &t);
    take(left, &t);
    return true;
}

static void paste_text(Pp *pp, Token *left, const Token *right, const Macro *m)
{
    if ((uint64_t)left->len + right->len > MADE_TEXT_MAX) {
        pp_error_with(pp, left->loc, m->loc, "macro defined here",
                      "pasting gives a token of more than %d bytes", MADE_TEXT_MAX);
        return;
    }
    Text t;
    pp->made += ((uint64_t)left->len + right->len) / MADE_TEXT_TOKEN;
    text_init(&t, pp->arena);
    token_spell(&t, left);
    size_t middle = t.len;
    token_spell(&t, right);
    if (left->kind == TOK_IDENT && wordish(right)) {
        left->u.name = names_intern(pp->names, t.data, t.len);
        left->len = left->u.name->len;
        left->flags &= TOKEN_SPACE | TOKEN_BOL;
    } else if (!relex(pp, t.data, t.len, left)) {
        pp_error_with(pp, left->loc, m->loc, "macro defined here",
                      "pasting `%.*s` and `%.*s` does not give a valid token",
                      (int)(middle < SHOWN_TEXT_MAX ? middle : SHOWN_TEXT_MAX), t.data,
                      SHOWN_TEXT_MAX, t.data + middle);
    }
}

void pp_paste(Pp *pp, Token *left, const Token *right, const Macro *m)
{
    if (right->kind == TOK_PLACEMARKER)
        return;
    if (left->kind == TOK_PLACEMARKER) {
        uint8_t white = left->flags & (TOKEN_SPACE | TOKEN_BOL);
        *left = *right;
        left->flags = (uint8_t)((left->flags & ~(TOKEN_SPACE | TOKEN_BOL)) | white);
        return;
    }
    paste_text(pp, left, right, m);
}

static void add_escaped(Text *out, const Token *t)
{
    for (uint32_t i = 0; i < t->len; i++) {
        char c = t->u.text[i];
        if (c == '"' || c == '\\')
            text_add_char(out, '\\');
        if (c == '\n')
            text_add(out, "\\n"); /* out of a raw string */
        else
            text_add_char(out, c);
    }
}

Token pp_stringify(Pp *pp, const Token *t, uint32_t count, const Token *at)
{
    Text s;
    text_init(&s, pp->arena);
    text_add_char(&s, '"');
    bool first = true, space = false;
    for (uint32_t i = 0; i < count; i++) {
        if (s.len + t[i].len > MADE_TEXT_MAX) {
            pp_error(pp, at->loc, "`#` gives a string of more than %d bytes", MADE_TEXT_MAX);
            break;
        }
        space = space || (t[i].flags & (TOKEN_SPACE | TOKEN_BOL));
        if (t[i].kind == TOK_PLACEMARKER)
            continue;
        if (!first && space)
            text_add_char(&s, ' ');
        if (t[i].kind == TOK_STRING || t[i].kind == TOK_CHAR ||
            (t[i].kind == TOK_OTHER && t[i].spare))
            add_escaped(&s, &t[i]);
        else
            token_spell(&s, &t[i]);
        first = space = false;
    }
    /* A lone backslash at the end would escape our quote. */
    size_t slashes = 0;
    while (slashes < s.len && s.data[s.len - 1 - slashes] == '\\')
        slashes++;
    if (slashes % 2)
        s.len--;
    text_add_char(&s, '"');
    pp->made += s.len / MADE_TEXT_TOKEN;
    return pp_text_token(pp, TOK_STRING, s.data, s.len, at);
}
