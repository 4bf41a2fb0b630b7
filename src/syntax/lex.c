/* syntax/lex.c - translation phases 1 to 3: the bytes of a file become RawTokens, once a run.
 *
 * In: a SourceFile and the mode bits of the dialect. Out: a Lexed, shared by every unit and
 * every thread that includes the file.
 *
 * The one idea: nearly all C has no trigraphs, and splices only between tokens. So the fast
 * paths look at plain bytes through one table of character classes, and only when a token runs
 * into a backslash or a byte above 127 is it read again, slowly, one logical character at a time.
 *
 *     a+\          the fast path reads `a`, then `+`; the `+` runs into the backslash, so it is
 *     += b         read again as the logical characters `++=` ..., which gives `++`
 *
 * Trigraphs (only in strict modes) are replaced in a copy of the file beforehand; offsets are
 * mapped back at the end.
 *
 * Nothing is reported here: the same file may be skipped by one unit and used by another. What
 * is wrong with a token stands in its `spare`, and the preprocessor tells. */
#include "syntax/lex_internal.h"

/* ---- character classes ----------------------------------------------------------------- */

/* clang-format off */
const uint8_t lex_class[256] = {
    ['\0'] = CLASS_NUL, ['\t'] = CLASS_BLANK, [' '] = CLASS_BLANK, ['\v'] = CLASS_BLANK,
    ['\f'] = CLASS_BLANK, ['\r'] = CLASS_BLANK, ['\n'] = CLASS_NEWLINE,
#define L(c) [c] = CLASS_LETTER
    L('a'), L('b'), L('c'), L('d'), L('e'), L('f'), L('g'), L('h'), L('i'), L('j'), L('k'),
    L('l'), L('m'), L('n'), L('o'), L('p'), L('q'), L('r'), L('s'), L('t'), L('u'), L('v'),
    L('w'), L('x'), L('y'), L('z'), L('A'), L('B'), L('C'), L('D'), L('E'), L('F'), L('G'),
    L('H'), L('I'), L('J'), L('K'), L('L'), L('M'), L('N'), L('O'), L('P'), L('Q'), L('R'),
    L('S'), L('T'), L('U'), L('V'), L('W'), L('X'), L('Y'), L('Z'), L('_'), L('$'),
#undef L
#define D(c) [c] = CLASS_DIGIT
    D('0'), D('1'), D('2'), D('3'), D('4'), D('5'), D('6'), D('7'), D('8'), D('9'),
#undef D
    ['"'] = CLASS_QUOTE, ['\''] = CLASS_APOSTROPHE, ['/'] = CLASS_SLASH, ['.'] = CLASS_DOT,
    ['#'] = CLASS_HASH, ['\\'] = CLASS_BACKSLASH,
    ['('] = CLASS_SINGLE, [')'] = CLASS_SINGLE, ['['] = CLASS_SINGLE, [']'] = CLASS_SINGLE,
    ['{'] = CLASS_SINGLE, ['}'] = CLASS_SINGLE, [','] = CLASS_SINGLE, [';'] = CLASS_SINGLE,
    ['~'] = CLASS_SINGLE, ['?'] = CLASS_SINGLE,
    ['+'] = CLASS_PUNCT, ['-'] = CLASS_PUNCT, ['*'] = CLASS_PUNCT, ['%'] = CLASS_PUNCT,
    ['&'] = CLASS_PUNCT, ['|'] = CLASS_PUNCT, ['^'] = CLASS_PUNCT, ['='] = CLASS_PUNCT,
    ['!'] = CLASS_PUNCT, ['<'] = CLASS_PUNCT, ['>'] = CLASS_PUNCT, [':'] = CLASS_PUNCT,
    ['`'] = CLASS_STRAY, ['@'] = CLASS_STRAY,
    [1] = CLASS_STRAY, [2] = CLASS_STRAY, [3] = CLASS_STRAY, [4] = CLASS_STRAY,
    [5] = CLASS_STRAY, [6] = CLASS_STRAY, [7] = CLASS_STRAY, [8] = CLASS_STRAY,
    [14] = CLASS_STRAY, [15] = CLASS_STRAY, [16] = CLASS_STRAY, [17] = CLASS_STRAY,
    [18] = CLASS_STRAY, [19] = CLASS_STRAY, [20] = CLASS_STRAY, [21] = CLASS_STRAY,
    [22] = CLASS_STRAY, [23] = CLASS_STRAY, [24] = CLASS_STRAY, [25] = CLASS_STRAY,
    [26] = CLASS_STRAY, [27] = CLASS_STRAY, [28] = CLASS_STRAY, [29] = CLASS_STRAY,
    [30] = CLASS_STRAY, [31] = CLASS_STRAY, [127] = CLASS_STRAY,
    /* what is left, 0x80 to 0xFF, is CLASS_HIGH, which is 0 */
};

static const uint8_t single_kind[128] = {
    ['('] = TOK_LPAREN, [')'] = TOK_RPAREN, ['['] = TOK_LBRACKET, [']'] = TOK_RBRACKET,
    ['{'] = TOK_LBRACE, ['}'] = TOK_RBRACE, [','] = TOK_COMMA, [';'] = TOK_SEMI,
    ['~'] = TOK_TILDE, ['?'] = TOK_QUESTION,
};
/* clang-format on */

unsigned lex_mode(const Dialect *d)
{
    unsigned m = 0;
    bool c99 = d->std >= STD_C99, gnu = d->gnu;
    m |= d->trigraphs ? LEX_TRIGRAPHS : 0;
    m |= c99 || gnu ? LEX_LINE_COMMENTS : 0;
    m |= d->std >= STD_C94 || gnu ? LEX_DIGRAPHS : 0;
    m |= d->std >= STD_C11 || (gnu && c99) ? LEX_UNICODE_PREFIX : 0;
    m |= d->std >= STD_C23 ? LEX_UTF8_CHAR | LEX_DIGIT_SEPARATORS | LEX_COLON_COLON : 0;
    m |= gnu && c99 && !d->clang ? LEX_RAW_STRINGS : 0;
    return m;
}

/* ---- adding tokens ---------------------------------------------------------------------- */

static RawToken *push(Lexer *lx, TokenKind kind, const char *from, const char *to)
{
    if (lx->count == lx->cap)
        vec_grow(lx->arena, (void **)(void *)&lx->tokens, &lx->cap, sizeof *lx->tokens);
    RawToken *t = &lx->tokens[lx->count++];
    t->offset = (uint32_t)(from - lx->begin);
    t->len = (uint32_t)(to - from);
    t->kind = (uint8_t)kind;
    t->flags = lx->flags;
    t->spare = LEX_FINE;
    t->u.text = from;
    lx->flags = 0;
    return t;
}

/* Text that differs from the bytes. */
static void push_clean(Lexer *lx, TokenKind kind, const char *from, const char *to,
                       const char *text, size_t len)
{
    RawToken *t = push(lx, kind, from, to);
    char *copy = arena_strndup(lx->arena, text, len);
    t->flags |= TOKEN_SPLICED;
    t->u.text = copy; /* its length is found by strlen: raw tokens keep that of the file */
}

uint32_t lex_text_len(const RawToken *t)
{
    return t->flags & TOKEN_SPLICED ? (uint32_t)strlen(t->u.text) : t->len;
}

/* A direct-mapped cache in front of the shared table: most names in a file are repeated. */
static Name intern(Lexer *lx, const char *s, size_t len)
{
    if (!lx->cache)
        return names_intern(lx->names, s, len);
    uint64_t key = len * UINT64_C(0x9E3779B97F4A7C15), part = 0;
    if (len >= 8) {
        memcpy(&part, s, 8);
        key ^= part * UINT64_C(0xff51afd7ed558ccd);
        memcpy(&part, s + len - 8, 8);
    } else {
        for (size_t i = 0; i < len; i++)
            part = part << 8 | (unsigned char)s[i];
    }
    key = (key ^ (key >> 32) ^ part) * UINT64_C(0xc4ceb9fe1a85ec53);
    Name *slot = &lx->cache[key >> (64 - LEX_CACHE_BITS)];
    Name n = *slot;
    if (n && n->len == len && memcmp(n->text, s, len) == 0)
        return n;
    return *slot = names_intern(lx->names, s, len);
}

static Name push_ident(Lexer *lx, const char *from, const char *to)
{
    RawToken *t = push(lx, TOK_IDENT, from, to);
    return t->u.name = intern(lx, from, (size_t)(to - from));
}

/* ---- logical characters ------------------------------------------------------------------ */

/* At a backslash: is it a splice (C23 5.1.1.2p1 phase 2)? *after is where the next line begins.
 * Like compilers we take blanks between the backslash and the end of the line. */
static bool is_splice(const char *p, const char **after)
{
    const char *q = p + 1;
    while (*q == ' ' || *q == '\t' || *q == '\v' || *q == '\f' || *q == '\r')
        q++;
    if (*q != '\n')
        return false;
    *after = q + 1;
    return true;
}

/* The logical character at *p, which moves behind it; '\0' at the end. */
static char next_char(const char **p)
{
    while (**p == '\\' && is_splice(*p, p))
        ;
    char c = **p;
    if (c)
        ++*p;
    return c;
}

static int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* \uXXXX or \UXXXXXXXX at the logical character *p (behind any splice). */
static bool read_ucn(const char **p, uint32_t *code)
{
    const char *q = *p;
    if (next_char(&q) != '\\')
        return false;
    char u = next_char(&q);
    if (u != 'u' && u != 'U')
        return false;
    uint32_t c = 0;
    for (int n = u == 'u' ? 4 : 8; n > 0; n--) {
        int v = hex_value(next_char(&q));
        if (v < 0)
            return false;
        c = c << 4 | (uint32_t)v;
    }
    *code = c;
    *p = q;
    return true;
}

/* One more character of an identifier, in the clean text `out`; false: it ends here. */
static bool slow_ident_char(Lexer *lx, const char **p, Text *out, bool first)
{
    const char *q = *p;
    uint32_t code;
    char c = next_char(&q), bytes[4];
    LexClass k = LEX_CLASS(c);
    if (k == CLASS_LETTER || (k == CLASS_DIGIT && !first)) {
        text_add_char(out, c);
        *p = q;
        return true;
    }
    if (k == CLASS_BACKSLASH) {
        q = *p;
        if (!read_ucn(&q, &code) || !unicode_in_ident(code, first))
            return false;
        text_add_n(out, bytes, lex_utf8_encode(code, bytes));
        *p = q;
        return true;
    }
    unsigned n = k == CLASS_HIGH ? lex_utf8_decode(q - 1, lx->end, &code) : 0;
    if (!n || !unicode_in_ident(code, first))
        return false;
    text_add_n(out, q - 1, n);
    *p = q - 1 + n;
    return true;
}

/* An identifier with splices, universal character names or UTF-8; NULL when it is none. */
static const char *slow_ident(Lexer *lx, const char *from)
{
    Text *text = &lx->scratch;
    text->len = 0;
    const char *p = from;
    while (slow_ident_char(lx, &p, text, text->len == 0))
        ;
    if (text->len == 0)
        return NULL;
    RawToken *t = push(lx, TOK_IDENT, from, p);
    t->u.name = names_intern(lx->names, text->data, text->len);
    return p;
}

static const char *slow_number(Lexer *lx, const char *from)
{
    Text *text = &lx->scratch;
    text->len = 0;
    const char *p = from;
    for (;;) {
        const char *q = p;
        char c = next_char(&q);
        char last = text->len ? text->data[text->len - 1] : '\0';
        bool exponent = last == 'e' || last == 'E' || last == 'p' || last == 'P';
        const char *r = q;
        if (c == '.' || LEX_CLASS(c) == CLASS_DIGIT || ((c == '+' || c == '-') && exponent)) {
            text_add_char(text, c);
            p = q;
        } else if (c == '\'' && (lx->mode & LEX_DIGIT_SEPARATORS) && LEX_IS_WORD(next_char(&r))) {
            text_add_char(text, c);
            p = q;
        } else if (!slow_ident_char(lx, &p, text, false)) {
            break;
        }
    }
    push_clean(lx, TOK_NUMBER, from, p, text->data, text->len);
    return p;
}

/* ---- literals ----------------------------------------------------------------------------- */

/* Copies a literal without its splices. */
static void push_spliced_literal(Lexer *lx, TokenKind kind, const char *from, const char *to,
                                 LexNote note)
{
    Text *text = &lx->scratch;
    text->len = 0;
    for (const char *p = from; p < to;) {
        const char *after;
        if (*p == '\\' && is_splice(p, &after))
            p = after;
        else
            text_add_char(text, *p ? *p : ' '), p++;
    }
    push_clean(lx, kind, from, to, text->data, text->len);
    lx->tokens[lx->count - 1].spare = note;
}

/* `quote` is the opening one; `from` the first byte of the prefix. C23 6.4.4.5, 6.4.5. */
static const char *lex_quoted(Lexer *lx, const char *from, const char *quote)
{
    char q = *quote;
    const char *p = quote + 1, *after;
    bool spliced = false;
    for (;; p++) {
        char c = *p;
        if (c == q)
            break;
        if (c == '\\') {
            while (*p == '\\' && is_splice(p, &after)) {
                spliced = true;
                p = after;
            }
            /* What stands here now is an ordinary character again, or the \ of an escape. */
            if (*p != '\\') {
                p--;
                continue;
            }
            p++;
            while (*p == '\\' && is_splice(p, &after)) {
                spliced = true;
                p = after;
            }
            if (*p == '\n' || p >= lx->end)
                p--;
        } else if (c == '\n' || (c == '\0' && p >= lx->end)) {
            LexNote note = q == '"' ? LEX_UNTERMINATED_STRING : LEX_UNTERMINATED_CHAR;
            if (p > from && p[-1] == '\r')
                p--;
            if (spliced)
                push_spliced_literal(lx, TOK_OTHER, from, p, note);
            else
                push(lx, TOK_OTHER, from, p)->spare = note;
            return p;
        }
    }
    TokenKind kind = q == '"' ? TOK_STRING : TOK_CHAR;
    if (spliced)
        push_spliced_literal(lx, kind, from, p + 1, LEX_FINE);
    else
        push(lx, kind, from, p + 1);
    return p + 1;
}

/* R"tag( ... )tag": nothing inside means anything but the end. */
static const char *lex_raw_string(Lexer *lx, const char *from, const char *quote)
{
    const char *tag = quote + 1, *p = tag;
    while (*p && *p != '(' && *p != ')' && *p != '\\' && *p != '"' &&
           LEX_CLASS(*p) != CLASS_BLANK && *p != '\n')
        p++;
    size_t n = (size_t)(p - tag);
    if (*p != '(' || n > 16) {
        const char *end = lex_quoted(lx, from, quote);
        lx->tokens[lx->count - 1].spare = LEX_BAD_RAW_DELIMITER;
        return end;
    }
    for (p++; p < lx->end; p++) {
        p = memchr(p, ')', (size_t)(lx->end - p));
        if (!p)
            break;
        if ((size_t)(lx->end - p) > n + 1 && memcmp(p + 1, tag, n) == 0 && p[n + 1] == '"') {
            push(lx, TOK_STRING, from, p + n + 2);
            return p + n + 2;
        }
    }
    push(lx, TOK_OTHER, from, lx->end)->spare = LEX_UNTERMINATED_RAW;
    return lx->end;
}

/* Does the identifier from..p, which a quote follows, prefix a literal in this mode? */
static const char *lex_prefixed(Lexer *lx, const char *from, const char *p)
{
    size_t n = (size_t)(p - from);
    bool string = *p == '"', raw = false;
    if (n > 3)
        return NULL;
    if (from[n - 1] == 'R' && string && (lx->mode & LEX_RAW_STRINGS)) {
        raw = true;
        n--;
    }
    bool wide = n == 1 && from[0] == 'L';
    bool utf = n == 1 && (from[0] == 'u' || from[0] == 'U');
    bool utf8 = n == 2 && from[0] == 'u' && from[1] == '8';
    if (utf8 && !string && !(lx->mode & LEX_UTF8_CHAR))
        return NULL;
    if (!(raw && n == 0) && !wide && !((utf || utf8) && (lx->mode & LEX_UNICODE_PREFIX)))
        return NULL;
    return raw ? lex_raw_string(lx, from, p) : lex_quoted(lx, from, p);
}

/* ---- comments ------------------------------------------------------------------------------ */

/* p is behind the opening. The end of a comment may itself be spliced: * \ newline / */
static const char *skip_block_comment(Lexer *lx, const char *p)
{
    const char *start = p;
    while ((p = memchr(p, '/', (size_t)(lx->end - p)))) {
        const char *q = p - 1;
        while (q > start && *q == '\n') {
            const char *r = q - 1;
            while (r > start && LEX_CLASS(*r) == CLASS_BLANK)
                r--;
            if (*r != '\\' || r <= start)
                break;
            q = r - 1;
        }
        p++;
        if (q >= start && *q == '*')
            return p;
    }
    lx->open_comment = (uint32_t)(start - 2 - lx->begin);
    return lx->end;
}

/* Up to the newline, which is left. */
static const char *skip_line_comment(Lexer *lx, const char *p)
{
    for (;;) {
        const char *nl = memchr(p, '\n', (size_t)(lx->end - p));
        if (!nl)
            return lx->end;
        const char *q = nl;
        while (q > p && LEX_CLASS(q[-1]) == CLASS_BLANK)
            q--;
        if (q == p || q[-1] != '\\')
            return nl;
        p = nl + 1;
    }
}

/* ---- punctuators ---------------------------------------------------------------------------- */

/* The longest punctuator at s, which is NUL-terminated; *n its length. Digraphs: C23 6.4.6p3. */
static TokenKind match_punct(const char *s, unsigned mode, unsigned *n, bool *digraph)
{
#define ONE(k) (*n = 1, TOK_##k)
#define TWO(k) (*n = 2, TOK_##k)
#define THREE(k) (*n = 3, TOK_##k)
#define DIGRAPH(len, k) (*n = (len), *digraph = true, TOK_##k)
    bool di = (mode & LEX_DIGRAPHS) != 0;
    *digraph = false;
    switch (s[0]) {
    case '+': return s[1] == '+' ? TWO(PLUSPLUS) : s[1] == '=' ? TWO(PLUS_EQ) : ONE(PLUS);
    case '-':
        return s[1] == '>'   ? TWO(ARROW)
               : s[1] == '-' ? TWO(MINUSMINUS)
               : s[1] == '=' ? TWO(MINUS_EQ)
                             : ONE(MINUS);
    case '*': return s[1] == '=' ? TWO(STAR_EQ) : ONE(STAR);
    case '/': return s[1] == '=' ? TWO(SLASH_EQ) : ONE(SLASH);
    case '%':
        if (di && s[1] == ':')
            return s[2] == '%' && s[3] == ':' ? DIGRAPH(4, HASH_HASH) : DIGRAPH(2, HASH);
        if (di && s[1] == '>')
            return DIGRAPH(2, RBRACE);
        return s[1] == '=' ? TWO(PERCENT_EQ) : ONE(PERCENT);
    case '&': return s[1] == '&' ? TWO(AMP_AMP) : s[1] == '=' ? TWO(AMP_EQ) : ONE(AMP);
    case '|': return s[1] == '|' ? TWO(PIPE_PIPE) : s[1] == '=' ? TWO(PIPE_EQ) : ONE(PIPE);
    case '^': return s[1] == '=' ? TWO(CARET_EQ) : ONE(CARET);
    case '=': return s[1] == '=' ? TWO(EQ_EQ) : ONE(EQ);
    case '!': return s[1] == '=' ? TWO(BANG_EQ) : ONE(BANG);
    case '<':
        if (s[1] == '<')
            return s[2] == '=' ? THREE(LSHIFT_EQ) : TWO(LSHIFT);
        if (di && s[1] == ':')
            return DIGRAPH(2, LBRACKET);
        if (di && s[1] == '%')
            return DIGRAPH(2, LBRACE);
        return s[1] == '=' ? TWO(LESS_EQ) : ONE(LESS);
    case '>':
        if (s[1] == '>')
            return s[2] == '=' ? THREE(RSHIFT_EQ) : TWO(RSHIFT);
        return s[1] == '=' ? TWO(GREATER_EQ) : ONE(GREATER);
    case ':':
        if (di && s[1] == '>')
            return DIGRAPH(2, RBRACKET);
        return s[1] == ':' && (mode & LEX_COLON_COLON) ? TWO(COLON_COLON) : ONE(COLON);
    case '.': return s[1] == '.' && s[2] == '.' ? THREE(ELLIPSIS) : ONE(DOT);
    case '#': return s[1] == '#' ? TWO(HASH_HASH) : ONE(HASH);
    }
    return ONE(OTHER);
#undef ONE
#undef TWO
#undef THREE
#undef DIGRAPH
}

static const char *lex_directive_name(Lexer *lx, const char *p);

static const char *push_punct(Lexer *lx, TokenKind kind, bool digraph, const char *from,
                              const char *to)
{
    bool directive = kind == TOK_HASH && (lx->flags & TOKEN_BOL);
    RawToken *t = push(lx, kind, from, to);
    if (digraph)
        t->flags |= TOKEN_DIGRAPH;
    return directive ? lex_directive_name(lx, to) : to;
}

/* A punctuator that runs into a backslash: may be a comment as well. */
static const char *slow_punct(Lexer *lx, const char *from)
{
    char clean[8] = {0};
    const char *ends[5] = {from};
    const char *p = from;
    for (unsigned i = 0; i < 4; i++) {
        clean[i] = next_char(&p);
        ends[i + 1] = p;
        if (!clean[i])
            break;
    }
    bool line = clean[0] == '/' && clean[1] == '/' && (lx->mode & LEX_LINE_COMMENTS);
    if (line || (clean[0] == '/' && clean[1] == '*')) {
        lx->flags |= TOKEN_SPACE;
        return line ? skip_line_comment(lx, ends[2]) : skip_block_comment(lx, ends[2]);
    }
    if (clean[0] == '.' && LEX_CLASS(clean[1]) == CLASS_DIGIT)
        return slow_number(lx, from);
    unsigned n;
    bool digraph;
    TokenKind kind = match_punct(clean, lx->mode, &n, &digraph);
    return push_punct(lx, kind, digraph, from, ends[n]);
}

static const char *lex_punct(Lexer *lx, const char *p)
{
    if (p[1] == '\\' || (LEX_CLASS(p[1]) >= CLASS_DOT && p[2] == '\\') ||
        (p[1] == ':' && p[2] == '%' && p[3] == '\\'))
        return slow_punct(lx, p);
    unsigned n;
    bool digraph;
    TokenKind kind = match_punct(p, lx->mode, &n, &digraph);
    return push_punct(lx, kind, digraph, p, p + n);
}

static const char *lex_slash(Lexer *lx, const char *p)
{
    if (p[1] == '*') {
        lx->flags |= TOKEN_SPACE;
        return skip_block_comment(lx, p + 2);
    }
    if (p[1] == '/' && (lx->mode & LEX_LINE_COMMENTS)) {
        lx->flags |= TOKEN_SPACE;
        return skip_line_comment(lx, p + 2);
    }
    return lex_punct(lx, p);
}

static const char *lex_stray(Lexer *lx, const char *p)
{
    uint32_t code;
    unsigned n = lex_utf8_decode(p, lx->end, &code);
    push(lx, TOK_OTHER, p, p + (n ? n : 1));
    return p + (n ? n : 1);
}

/* ---- words ----------------------------------------------------------------------------------- */

static const char *lex_word(Lexer *lx, const char *from)
{
    const char *p = from + 1;
    while (LEX_IS_WORD(*p))
        p++;
    LexClass k = LEX_CLASS(*p);
    if (k == CLASS_QUOTE || k == CLASS_APOSTROPHE) {
        const char *end = lex_prefixed(lx, from, p);
        if (end)
            return end;
    } else if (k == CLASS_BACKSLASH || k == CLASS_HIGH) {
        return slow_ident(lx, from);
    }
    push_ident(lx, from, p);
    return p;
}

static const char *lex_number(Lexer *lx, const char *from)
{
    const char *p = from + 1;
    for (;; p++) {
        LexClass k = LEX_CLASS(*p);
        if (k == CLASS_DIGIT || k == CLASS_LETTER || k == CLASS_DOT)
            continue;
        if ((*p == '+' || *p == '-') && ((p[-1] | 0x20) == 'e' || (p[-1] | 0x20) == 'p') &&
            !(p - 1 > from && p[-2] == '\'')) /* C23 6.4.8: 0x0'e-1 are three tokens */
            continue;
        if (k == CLASS_APOSTROPHE && (lx->mode & LEX_DIGIT_SEPARATORS) && LEX_IS_WORD(p[1]))
            continue;
        if (k == CLASS_BACKSLASH || k == CLASS_HIGH)
            return slow_number(lx, from);
        break;
    }
    push(lx, TOK_NUMBER, from, p);
    return p;
}

/* ---- directives ------------------------------------------------------------------------------ */

/* Blanks, comments and splices on one line. */
static const char *skip_blanks(Lexer *lx, const char *p)
{
    for (;;) {
        const char *q = p, *after = p;
        if (LEX_CLASS(*p) == CLASS_BLANK) {
            q = p + 1;
            lx->flags |= TOKEN_SPACE;
        } else if (*p == '\\' && is_splice(p, &after)) {
            q = after;
        } else if (*p == '/' && p[1] == '*') {
            q = skip_block_comment(lx, p + 2);
            lx->flags |= TOKEN_SPACE;
        }
        if (q == p)
            return p;
        p = q;
    }
}

/* Behind #include: inside <> and "" nothing is an escape or a comment (C23 6.4.7). */
static const char *lex_header_name(Lexer *lx, const char *p)
{
    p = skip_blanks(lx, p);
    char close = *p == '<' ? '>' : *p == '"' ? '"' : '\0';
    if (!close)
        return p;
    const char *q = p + 1;
    while (*q && *q != close && *q != '\n')
        q++;
    if (*q != close)
        return p;
    push(lx, close == '>' ? TOK_OTHER : TOK_STRING, p, q + 1)->spare = LEX_HEADER;
    return q + 1;
}

static const char *lex_directive_name(Lexer *lx, const char *p)
{
    LexDirective d = {.token = lx->count - 1, .next = LEX_NO_SIBLING};
    p = skip_blanks(lx, p);
    if (LEX_CLASS(*p) == CLASS_LETTER) {
        p = lex_word(lx, p);
        const RawToken *t = &lx->tokens[lx->count - 1];
        if (t->kind == TOK_IDENT && t->u.name->id < KNOWN_END)
            d.known = t->u.name->id;
    }
    VEC_PUSH(lx->arena, &lx->directives, d);
    if (d.known == KNOWN_include || d.known == KNOWN_include_next || d.known == KNOWN_import ||
        d.known == KNOWN_embed)
        p = lex_header_name(lx, p);
    return p;
}

/* ---- the loop -------------------------------------------------------------------------------- */

static const char *lex_backslash(Lexer *lx, const char *p)
{
    const char *after;
    if (is_splice(p, &after))
        return after;
    after = slow_ident(lx, p);
    if (after)
        return after;
    push(lx, TOK_OTHER, p, p + 1);
    return p + 1;
}

static const char *lex_dot(Lexer *lx, const char *p)
{
    return LEX_CLASS(p[1]) == CLASS_DIGIT ? lex_number(lx, p) : lex_punct(lx, p);
}

void lex_run(Lexer *lx)
{
    const char *p = lx->begin;
    lx->flags = TOKEN_BOL;
    if (lx->end - p >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
        p += 3;
    for (;;) {
        switch (LEX_CLASS(*p)) {
        case CLASS_BLANK:
            lx->flags |= TOKEN_SPACE;
            do
                p++;
            while (LEX_CLASS(*p) == CLASS_BLANK);
            break;
        case CLASS_NEWLINE:
            lx->flags = TOKEN_BOL;
            p++;
            break;
        case CLASS_LETTER: p = lex_word(lx, p); break;
        case CLASS_DIGIT: p = lex_number(lx, p); break;
        case CLASS_QUOTE:
        case CLASS_APOSTROPHE: p = lex_quoted(lx, p, p); break;
        case CLASS_SINGLE:
            push(lx, (TokenKind)single_kind[(unsigned char)*p], p, p + 1);
            p++;
            break;
        case CLASS_SLASH: p = lex_slash(lx, p); break;
        case CLASS_DOT: p = lex_dot(lx, p); break;
        case CLASS_HASH:
        case CLASS_PUNCT: p = lex_punct(lx, p); break;
        case CLASS_BACKSLASH: p = lex_backslash(lx, p); break;
        case CLASS_STRAY: p = lex_stray(lx, p); break;
        case CLASS_HIGH: {
            const char *after = slow_ident(lx, p);
            p = after ? after : lex_stray(lx, p);
            break;
        }
        case CLASS_NUL:
            if (p >= lx->end) {
                lx->flags = TOKEN_BOL;
                push(lx, TOK_EOF, lx->end, lx->end);
                return;
            }
            lx->flags |= TOKEN_SPACE; /* a stray NUL counts as a blank, as in compilers */
            p++;
            break;
        }
    }
}
