/* syntax/parse_hint.c - what was probably meant: the second half of a syntax error.
 *
 * What comes in: the token where the parser is stuck. What goes out: words for the message, or the
 * token that should be pointed at. Nothing here decides what is an error.
 *
 *     size_t n;                 `size_t` comes from <stddef.h>
 *     strct point { int x; };   did you mean `struct`?
 *     x = “text”;               a quotation mark of a word processor
 *     if (a) {                  the `}` that is missing at the end of the file is missing here,
 *         b();                  as the next one is not indented like this `if`
 *     return c; } */
#include "syntax/lex.h"
#include "syntax/parse_internal.h"

const char *syntax_header_of(Name name)
{
    static const struct {
        const char *name, *header;
    } table[] = {
#define HEADER(n, h) {#n, #h},
#include "syntax/headers.def"
#undef HEADER
    };
    for (size_t i = 0; name && i < COUNT_OF(table); i++)
        if (strcmp(table[i].name, name->text) == 0)
            return table[i].header;
    return NULL;
}

/* ---- words ----------------------------------------------------------------------------------- */

unsigned parse_name_distance(const char *a, uint32_t a_len, const char *b, uint32_t b_len)
{
    enum { LONGEST = 40 };
    if (a_len > LONGEST || b_len > LONGEST || a_len > b_len + 2 || b_len > a_len + 2)
        return 3;
    uint8_t rows[3][LONGEST + 1];
    for (uint32_t j = 0; j <= b_len; j++)
        rows[0][j] = (uint8_t)j;
    for (uint32_t i = 1; i <= a_len; i++) {
        uint8_t *row = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];
        row[0] = (uint8_t)i;
        for (uint32_t j = 1; j <= b_len; j++) {
            bool same = a[i - 1] == b[j - 1];
            unsigned best = up[j - 1] + !same;
            if (up[j] + 1u < best)
                best = up[j] + 1u;
            if (row[j - 1] + 1u < best)
                best = row[j - 1] + 1u;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                up2[j - 2] + 1u < best)
                best = up2[j - 2] + 1u;
            row[j] = (uint8_t)best;
        }
    }
    unsigned d = rows[a_len % 3][b_len];
    return d > 2 ? 3 : d;
}

TokenKind parse_near_keyword(Name name, unsigned *distance)
{
    static const TokenKind words[] = {
        TOK_KW_STRUCT, TOK_KW_UNION,  TOK_KW_ENUM,    TOK_KW_UNSIGNED, TOK_KW_SIGNED,
        TOK_KW_INT,    TOK_KW_CHAR,   TOK_KW_LONG,    TOK_KW_SHORT,    TOK_KW_FLOAT,
        TOK_KW_DOUBLE, TOK_KW_CONST,  TOK_KW_STATIC,  TOK_KW_EXTERN,   TOK_KW_TYPEDEF,
        TOK_KW_VOID,   TOK_KW_INLINE, TOK_KW_VOLATILE};
    TokenKind best = TOK_EOF;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        const char *word = token_kind_spelling(words[i]);
        unsigned d = parse_name_distance(name->text, name->len, word, (uint32_t)strlen(word));
        if (d && d < *distance) {
            best = words[i];
            *distance = d;
        }
    }
    return best;
}

/* A word of statements that `name` nearly is; others count only when `close` enough. */
static TokenKind near_statement(Name name, const TokenKind *words, size_t count)
{
    unsigned distance = name->len < 4 ? 2 : 3;
    TokenKind best = TOK_EOF;
    for (size_t i = 0; i < count; i++) {
        const char *word = token_kind_spelling(words[i]);
        unsigned d = parse_name_distance(name->text, name->len, word, (uint32_t)strlen(word));
        if (d && d < distance) {
            best = words[i];
            distance = d;
        }
    }
    return best;
}

/* Only where no expression can go on: two operands in a row, a brace behind a name. */
bool parse_mend_statement(Parser *p)
{
    static const TokenKind returns[] = {TOK_KW_RETURN, TOK_KW_GOTO, TOK_KW_CASE};
    static const TokenKind blocks[] = {TOK_KW_ELSE, TOK_KW_DO}, loops[] = {TOK_KW_FOR};
    Token *t = p->tok, *next = t + 1;
    TokenKind k = TOK_EOF;
    if (p->panic || p->silent || p->last - t < 2 || parse_is_typedef(p, t))
        return false;
    switch (next->kind) {
    case TOK_NUMBER:
    case TOK_CHAR:
    case TOK_STRING:
    case TOK_IDENT: k = near_statement(t->u.name, returns, COUNT_OF(returns)); break;
    case TOK_LBRACE: k = near_statement(t->u.name, blocks, COUNT_OF(blocks)); break;
    case TOK_LPAREN:
        if (p->last - next > 3 &&
            (next[1].kind == TOK_SEMI || (next[1].kind >= TOK_KEYWORD_FIRST &&
                                          next[2].kind == TOK_IDENT && next[3].kind == TOK_EQ)))
            k = near_statement(t->u.name, loops, 1);
        break;
    }
    if (k == TOK_EOF)
        return false;
    parse_error_here(p, "%s is no statement; did you mean `%s`?", parse_describe(p, t),
                     token_kind_spelling(k));
    p->panic = false;
    if (k == TOK_KW_ELSE)
        p->tok++; /* its `if` is over */
    else
        t->kind = (uint8_t)k;
    return true;
}

bool parse_block_after_call(Parser *p, const Token *first)
{
    static const TokenKind words[] = {TOK_KW_IF, TOK_KW_WHILE, TOK_KW_FOR, TOK_KW_SWITCH};
    if (p->panic || !parse_at(p, TOK_LBRACE) || first->kind != TOK_IDENT ||
        first[1].kind != TOK_LPAREN)
        return false;
    const char *name = first->u.name->text;
    bool elseif = !strcmp(name, "elseif") || !strcmp(name, "elsif") || !strcmp(name, "elif");
    TokenKind k = elseif ? TOK_EOF : near_statement(first->u.name, words, COUNT_OF(words));
    if (!elseif && k == TOK_EOF)
        return false;
    parse_error(p, (Span){first->loc, first->loc}, "`%s` is no statement; did you mean `%s`?", name,
                elseif ? "else if" : token_kind_spelling(k));
    p->panic = false;
    return true;
}

/* ---- characters that C doesn't know ---------------------------------------------------------- */

static const char *ascii_for(uint32_t code)
{
    switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x2032: return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2033: return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return "-";
    case 0x00D7: return "*";
    case 0x00F7: return "/";
    case 0x2026: return "...";
    case 0x2264: return "<=";
    case 0x2265: return ">=";
    case 0x2260: return "!=";
    case 0x037E:
    case 0xFF1B: return ";";
    case 0xFF08: return "(";
    case 0xFF09: return ")";
    case 0xFF0C: return ",";
    case 0xFF1A: return ":";
    case 0x00A0:
    case 0x200B:
    case 0x202F:
    case 0x3000:
    case 0xFEFF: return " ";
    }
    return NULL;
}

void parse_stray(Parser *p)
{
    const Token *t = p->tok;
    uint32_t code = 0;
    if (t->len)
        lex_utf8_decode(t->u.text, t->u.text + t->len, &code);
    const char *meant = ascii_for(code);
    if (meant && *meant == ' ')
        parse_error_here(p, "stray character U+%04X in program; it looks like a space", code);
    else if (meant)
        parse_error_here(p, "stray %s (U+%04X) in program; did you mean `%s`?",
                         parse_describe(p, t), code, meant);
    else if (t->len == 1 && (code < 32 || code >= 127))
        parse_error_here(p, "stray byte %u in program", (unsigned)(unsigned char)*t->u.text);
    else
        parse_error_here(p, "stray %s in program", parse_describe(p, t));
}

/* ---- braces ---------------------------------------------------------------------------------- */

static uint32_t column_of(const Parser *p, const Token *t)
{
    return source_position(p->map, t->loc).column;
}

/* Where the line of t begins; 0: not to be told. */
static uint32_t indentation(const Parser *p, const Token *t)
{
    while (t > p->first && !(t->flags & TOKEN_BOL))
        t--;
    return loc_in_macro(t->loc) ? 0 : column_of(p, t);
}

const Token *parse_unclosed_brace(Parser *p, const Token *opener)
{
    VEC(const Token *) open = {0};
    for (const Token *t = opener; t != p->last; t++) {
        if (t->kind == TOK_LBRACE) {
            VEC_PUSH(p->arena, &open, t);
        } else if (t->kind == TOK_RBRACE && open.len) {
            const Token *o = VEC_LAST(&open);
            open.len--;
            if (!(t->flags & TOKEN_BOL) || loc_in_macro(t->loc))
                continue;
            uint32_t of = indentation(p, o);
            if (of && column_of(p, t) < of)
                return o;
        }
    }
    return opener;
}
