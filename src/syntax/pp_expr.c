/* syntax/pp_expr.c - the expression of #if and #elif: C23 6.10.2.
 *
 * In: tokens of the line, pulled and expanded one at a time, so that `defined` can ask for its
 * operand as it stands, even when a macro brought the `defined`. Out: a 64-bit value.
 *
 * The one idea: precedence climbing with `dead` beside it. In an operand that isn't evaluated
 * (`0 && 1/0`) everything is read and nothing is complained about.
 *
 *     -1 > 0u          true: the usual conversions make it unsigned
 *     x ? y : z        an unknown name is 0 */
#include "syntax/pp_internal.h"

enum { DEPTH_LIMIT = 400 };

typedef struct Value {
    uint64_t v;
    bool is_unsigned;
} Value;

typedef struct Expr {
    Pp *pp;
    Token tok;         /* the next one */
    const Token *list; /* read from here instead of the line; NULL: the line */
    uint32_t list_len;
    Loc at; /* of the directive */
    uint32_t depth;
    bool failed; /* told; everything after is silent */
} Expr;

static const Value zero = {0, false};

static void fail(Expr *e, Loc at, const char *message)
{
    if (!e->failed)
        pp_error(e->pp, at ? at : e->at, "%s", message);
    e->failed = true;
}

static void advance(Expr *e)
{
    if (!e->list)
        pp_expand(e->pp, &e->tok);
    else if (e->list_len == 0)
        e->tok = (Token){.kind = TOK_EOF, .loc = e->at};
    else
        e->tok = *e->list++, e->list_len--;
}

/* ---- constants ------------------------------------------------------------------------------- */

static int digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'z' ? c - 'a' + 10
           : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                  : 99;
}

/* u, l, ll, wb, z in any case and order that makes sense; GNU's i and j don't here. */
static bool suffix(const char *s, uint32_t n, bool *is_unsigned)
{
    bool u = false, size = false;
    while (n) {
        if ((*s | 0x20) == 'u' && !u) {
            u = true;
            s++, n--;
        } else if ((*s | 0x20) == 'l' && !size) {
            uint32_t k = n > 1 && s[1] == s[0] ? 2 : 1;
            size = true;
            s += k, n -= k;
        } else if (!size && n > 1 &&
                   ((s[0] == 'w' && s[1] == 'b') || (s[0] == 'W' && s[1] == 'B'))) {
            size = true;
            s += 2, n -= 2;
        } else if (!size && (*s | 0x20) == 'z') {
            size = true;
            s++, n--;
        } else {
            return false;
        }
    }
    *is_unsigned = u;
    return true;
}

static Value number(Expr *e)
{
    const char *s = e->tok.u.text;
    uint32_t n = e->tok.len, i = 0;
    unsigned base = 10;
    Value v = zero;
    bool overflow = false;
    if (n > 2 && s[0] == '0' && (s[1] | 0x20) == 'x')
        base = 16, i = 2;
    else if (n > 2 && s[0] == '0' && (s[1] | 0x20) == 'b')
        base = 2, i = 2;
    else if (s[0] == '0')
        base = 8;
    uint32_t first = i;
    for (; i < n; i++) {
        if (s[i] == '\'')
            continue;
        if (digit(s[i]) >= (int)base)
            break;
        uint64_t d = (uint64_t)digit(s[i]);
        overflow = overflow || v.v > (UINT64_MAX - d) / base;
        v.v = v.v * base + d;
    }
    if (i < n && (s[i] == '.' || (base == 16 ? (s[i] | 0x20) == 'p' : (s[i] | 0x20) == 'e')))
        fail(e, e->tok.loc, "a floating constant in a preprocessor expression");
    else if (i == first || (i < n && s[i] >= '0' && s[i] <= '9'))
        fail(e, e->tok.loc, "an invalid digit in an integer constant");
    else if (!suffix(s + i, n - i, &v.is_unsigned))
        fail(e, e->tok.loc, "an invalid suffix on an integer constant");
    else if (overflow)
        fail(e, e->tok.loc, "an integer constant that does not fit in 64 bits");
    if (v.v > INT64_MAX)
        v.is_unsigned = true; /* no signed type holds it: as GCC and Clang */
    return v;
}

/* One character of a constant at *s, escapes included; C23 6.4.4.5. */
static uint32_t character(Expr *e, const char **s, const char *end, bool wide)
{
    const char *p = *s;
    uint32_t c = (unsigned char)*p++;
    if (c != '\\' || p >= end) {
        unsigned n = wide ? lex_utf8_decode(*s, end, &c) : 0;
        *s = n ? *s + n : p;
        return c;
    }
    c = (unsigned char)*p++;
    if (c >= '0' && c <= '7') {
        c -= '0';
        for (int i = 0; i < 2 && p < end && *p >= '0' && *p <= '7'; i++)
            c = c * 8 + (uint32_t)(*p++ - '0');
    } else if (c == 'x' || c == 'u' || c == 'U') {
        int most = c == 'x' ? 1 << 20 : c == 'u' ? 4 : 8;
        uint32_t v = 0;
        if (p >= end || digit(*p) > 15)
            fail(e, e->tok.loc, "an escape sequence without hexadecimal digits");
        for (; most > 0 && p < end && digit(*p) < 16; most--)
            v = v << 4 | (uint32_t)digit(*p++);
        c = v;
    } else {
        static const char from[] = "abfnrtveE", to[] = "\a\b\f\n\r\t\v\033\033";
        const char *at = strchr(from, (int)c);
        if (at)
            c = (uint32_t)to[at - from];
    }
    *s = p;
    return c;
}

static Value char_constant(Expr *e)
{
    const char *s = e->tok.u.text, *end = s + e->tok.len - 1;
    bool wide = *s != '\'', is_unsigned = *s == 'u' || *s == 'U';
    while (*s != '\'')
        s++;
    s++;
    if (s >= end) {
        fail(e, e->tok.loc, "an empty character constant");
        return zero;
    }
    uint64_t v = 0;
    unsigned count = 0;
    while (s < end) {
        uint32_t c = character(e, &s, end, wide);
        v = wide ? c : (v << 8 | (c & 0xFF)) & 0xFFFFFFFF;
        count++;
    }
    if (wide) /* wchar_t is int where we run; char16_t and char32_t are unsigned */
        return (Value){is_unsigned ? v : (uint64_t)(int64_t)(int32_t)v, is_unsigned};
    if (count > 1)
        return (Value){(uint64_t)(int64_t)(int32_t)v, false};
    return (Value){e->pp->dialect->char_unsigned ? v : (uint64_t)(int64_t)(int8_t)v, false};
}

/* ---- operands -------------------------------------------------------------------------------- */

static Value comma(Expr *e, bool dead);

/* C23 6.10.2p1: `defined X` or `defined(X)`; the name isn't expanded. */
static Value defined(Expr *e)
{
    Token t;
    pp_fetch(e->pp, &t);
    bool paren = t.kind == TOK_LPAREN;
    if (paren)
        pp_fetch(e->pp, &t);
    if (t.kind != TOK_IDENT) {
        fail(e, t.loc, "`defined` needs the name of a macro");
        e->tok = t;
        return zero;
    }
    Value v = {pp_defined(e->pp, t.u.name), false};
    if (paren) {
        pp_fetch(e->pp, &t);
        if (t.kind != TOK_RPAREN)
            fail(e, t.loc, "missing `)` after `defined`");
    }
    advance(e);
    return v;
}

/* #machine(x), a GNU assertion: we know of none. */
static Value assertion(Expr *e)
{
    advance(e);
    if (e->tok.kind == TOK_IDENT)
        advance(e);
    if (e->tok.kind == TOK_LPAREN) {
        while (e->tok.kind != TOK_RPAREN && e->tok.kind != TOK_EOF)
            advance(e);
        if (e->tok.kind == TOK_RPAREN)
            advance(e);
    }
    return zero;
}

static Value name(Expr *e)
{
    Name n = e->tok.u.name;
    Token at = e->tok;
    if (n->id == KNOWN_defined && !e->list)
        return defined(e);
    advance(e);
    if (e->tok.kind == TOK_LPAREN && !e->failed) {
        pp_error(e->pp, at.loc, "function-like macro `%s` is not defined", n->text);
        e->failed = true;
    }
    bool truth = n == e->pp->name_true && e->pp->dialect->std >= STD_C23;
    return (Value){truth, false};
}

static Value paren(Expr *e, bool dead)
{
    Loc open = e->tok.loc;
    advance(e);
    Value v = comma(e, dead);
    if (e->tok.kind != TOK_RPAREN) {
        if (!e->failed)
            pp_error_with(e->pp, e->tok.loc ? e->tok.loc : e->at, open, "to match this `(`",
                          "missing `)` in a preprocessor expression");
        e->failed = true;
    } else {
        advance(e);
    }
    return v;
}

static Value operand(Expr *e, bool dead)
{
    Value v = zero;
    switch (e->tok.kind) {
    case TOK_NUMBER:
        v = number(e);
        advance(e);
        return v;
    case TOK_CHAR:
        v = char_constant(e);
        advance(e);
        return v;
    case TOK_IDENT: return name(e);
    case TOK_LPAREN: return paren(e, dead);
    case TOK_HASH: return assertion(e);
    case TOK_EOF: fail(e, LOC_NONE, "the preprocessor expression ends too early"); return v;
    }
    Text t;
    text_init(&t, e->pp->arena);
    token_spell(&t, &e->tok);
    if (!e->failed)
        pp_error(e->pp, e->tok.loc, "`%s` is not valid in a preprocessor expression",
                 t.data ? t.data : "");
    e->failed = true;
    return v;
}

static Value unary(Expr *e, bool dead)
{
    TokenKind k = (TokenKind)e->tok.kind;
    if (k != TOK_PLUS && k != TOK_MINUS && k != TOK_TILDE && k != TOK_BANG && k != TOK_LPAREN)
        return operand(e, dead);
    if (++e->depth > DEPTH_LIMIT) {
        fail(e, e->tok.loc, "a preprocessor expression that is nested too deeply");
        return zero;
    }
    Value v;
    if (k == TOK_LPAREN) {
        v = operand(e, dead);
    } else {
        advance(e);
        v = unary(e, dead);
        if (k == TOK_MINUS)
            v.v = 0 - v.v;
        else if (k == TOK_TILDE)
            v.v = ~v.v;
        else if (k == TOK_BANG)
            v = (Value){!v.v, false};
    }
    e->depth--;
    return v;
}

/* ---- operators ------------------------------------------------------------------------------- */

static int precedence(TokenKind k)
{
    switch ((unsigned)k) {
    case TOK_STAR:
    case TOK_SLASH:
    case TOK_PERCENT: return 10;
    case TOK_PLUS:
    case TOK_MINUS: return 9;
    case TOK_LSHIFT:
    case TOK_RSHIFT: return 8;
    case TOK_LESS:
    case TOK_GREATER:
    case TOK_LESS_EQ:
    case TOK_GREATER_EQ: return 7;
    case TOK_EQ_EQ:
    case TOK_BANG_EQ: return 6;
    case TOK_AMP: return 5;
    case TOK_CARET: return 4;
    case TOK_PIPE: return 3;
    case TOK_AMP_AMP: return 2;
    case TOK_PIPE_PIPE: return 1;
    }
    return 0;
}

static uint64_t shift(Value a, Value b, bool left)
{
    bool negative = !a.is_unsigned && (int64_t)a.v < 0;
    uint64_t n = b.v;
    if (!b.is_unsigned && (int64_t)b.v < 0) { /* GCC: the other way */
        left = !left;
        n = 0 - n;
    }
    if (left)
        return n > 63 ? 0 : a.v << n;
    if (n > 63)
        return negative ? UINT64_MAX : 0;
    uint64_t v = a.v >> n;
    return negative && n ? v | ~(UINT64_MAX >> n) : v;
}

static Value divide(Expr *e, Value a, Value b, bool u, bool rest, bool dead, Loc at)
{
    if (b.v == 0) {
        if (!dead)
            fail(e, at, "division by zero in a preprocessor expression");
        return (Value){0, u};
    }
    if (u)
        return (Value){rest ? a.v % b.v : a.v / b.v, true};
    if (b.v == UINT64_MAX) /* -1: the quotient of the least number would overflow */
        return (Value){rest ? 0 : 0 - a.v, false};
    int64_t x = (int64_t)a.v, y = (int64_t)b.v;
    return (Value){(uint64_t)(rest ? x % y : x / y), false};
}

static Value apply(Expr *e, TokenKind k, Value a, Value b, bool dead, Loc at)
{
    bool u = a.is_unsigned || b.is_unsigned; /* the usual conversions, C23 6.3.1.8 */
    bool less = u ? a.v < b.v : (int64_t)a.v < (int64_t)b.v;
    switch ((unsigned)k) {
    case TOK_STAR: return (Value){a.v * b.v, u};
    case TOK_SLASH: return divide(e, a, b, u, false, dead, at);
    case TOK_PERCENT: return divide(e, a, b, u, true, dead, at);
    case TOK_PLUS: return (Value){a.v + b.v, u};
    case TOK_MINUS: return (Value){a.v - b.v, u};
    case TOK_LSHIFT: return (Value){shift(a, b, true), a.is_unsigned};
    case TOK_RSHIFT: return (Value){shift(a, b, false), a.is_unsigned};
    case TOK_LESS: return (Value){less, false};
    case TOK_GREATER_EQ: return (Value){!less, false};
    case TOK_GREATER: return (Value){!less && a.v != b.v, false};
    case TOK_LESS_EQ: return (Value){less || a.v == b.v, false};
    case TOK_EQ_EQ: return (Value){a.v == b.v, false};
    case TOK_BANG_EQ: return (Value){a.v != b.v, false};
    case TOK_AMP: return (Value){a.v & b.v, u};
    case TOK_CARET: return (Value){a.v ^ b.v, u};
    case TOK_PIPE: return (Value){a.v | b.v, u};
    case TOK_AMP_AMP: return (Value){a.v && b.v, false};
    case TOK_PIPE_PIPE: return (Value){a.v || b.v, false};
    }
    BUG(e->pp->arena, "operator %d", (int)k);
}

static Value binary(Expr *e, int least, bool dead)
{
    Value a = unary(e, dead);
    for (;;) {
        TokenKind k = (TokenKind)e->tok.kind;
        int p = precedence(k);
        if (p == 0 || p < least || e->failed)
            return a;
        Loc at = e->tok.loc;
        advance(e);
        bool skip = (k == TOK_AMP_AMP && !a.v) || (k == TOK_PIPE_PIPE && a.v);
        Value b = binary(e, p + 1, dead || skip);
        a = apply(e, k, a, b, dead || skip, at);
    }
}

/* The chain a ? b : c ? d : ... is read in a loop: it may be long. */
static Value conditional(Expr *e, bool dead)
{
    Value result = zero;
    bool decided = false, is_unsigned = false;
    for (;;) {
        Value c = binary(e, 1, dead || decided);
        if (e->tok.kind != TOK_QUESTION || e->failed) {
            if (!decided)
                result = c;
            result.is_unsigned = is_unsigned || c.is_unsigned;
            return result;
        }
        Loc question = e->tok.loc;
        advance(e);
        if (++e->depth > DEPTH_LIMIT) {
            fail(e, question, "a preprocessor expression that is nested too deeply");
            return zero;
        }
        Value yes = comma(e, dead || decided || !c.v);
        e->depth--;
        is_unsigned = is_unsigned || yes.is_unsigned;
        if (!decided && c.v) {
            result = yes;
            decided = true;
        }
        if (e->tok.kind != TOK_COLON) {
            if (!e->failed)
                pp_error_with(e->pp, e->tok.loc ? e->tok.loc : e->at, question, "to match this `?`",
                              "`?` without its `:`");
            e->failed = true;
            return zero;
        }
        advance(e);
    }
}

/* C99 allows it only where it isn't evaluated; compilers only mind when asked to. */
static Value comma(Expr *e, bool dead)
{
    Value v = conditional(e, dead);
    while (e->tok.kind == TOK_COMMA && !e->failed) {
        advance(e);
        v = conditional(e, dead);
    }
    return v;
}

static Value whole(Expr *e)
{
    advance(e);
    if (e->tok.kind == TOK_EOF) {
        fail(e, LOC_NONE, "`#if` without an expression");
        return zero;
    }
    Value v = comma(e, false);
    if (e->tok.kind != TOK_EOF && !e->failed) {
        Text t;
        text_init(&t, e->pp->arena);
        token_spell(&t, &e->tok);
        pp_error(e->pp, e->tok.loc,
                 e->tok.kind == TOK_RPAREN
                     ? "`%s` without its `(` in a preprocessor expression"
                     : "missing operator before `%s` in a preprocessor expression",
                 t.data);
        e->failed = true;
    }
    return e->failed ? zero : v;
}

bool pp_condition(Pp *pp, Loc at)
{
    Expr e = {.pp = pp, .at = at};
    Value v = whole(&e);
    while (pp->contexts.len)
        pp_pop_context(pp);
    return v.v != 0;
}

int64_t pp_value(Pp *pp, Loc at, bool *ok, const Token *t, uint32_t count)
{
    static const Token none;
    Expr e = {.pp = pp, .at = at, .list = count ? t : &none, .list_len = count};
    Value v = whole(&e);
    *ok = !e.failed && !(v.is_unsigned && v.v > INT64_MAX);
    return (int64_t)v.v;
}
