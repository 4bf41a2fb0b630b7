/* syntax/literal.c - numbers, characters and strings: from their spelling to their value.
 *
 * What comes in: TOK_NUMBER, TOK_CHAR, TOK_STRING. What goes out: EXPR_INT, EXPR_FLOAT, EXPR_CHAR,
 * EXPR_STRING. The one idea: the value is exact, its type is for sema, so the suffixes and
 * prefixes travel with it. Floating constants are rounded once, to the type that they have.
 *
 *     0x1'0000uLL    value 65536, unsigned_suffix 1, longs 2
 *     1.5e3f         strtof, suffix "f"
 *     "a" u"\u20AC"  two char16_t elements, prefix 'u' */
#include "syntax/parse_internal.h"

#include <stdlib.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static unsigned digit_value(char c) /* 99: none */
{
    if (is_digit(c))
        return (unsigned)(c - '0');
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 99;
}

static void bad_literal(Parser *p, const Token *t, const char *what)
{
    parse_error(p, (Span){t->loc, t->loc}, "%s", what);
    p->panic = false; /* the token was taken whole: nothing is out of step */
}

/* ---- numbers, C23 6.4.4 ------------------------------------------------------------------ */
/* Removes digit separators and finds out what the number is. */
typedef struct Number {
    const char *s; /* NUL-terminated */
    size_t len;
    unsigned base;
    size_t digits; /* where they begin */
    bool floating;
} Number;

static Number number_scan(Parser *p, const Token *t)
{
    char *s = ARENA_ARRAY(p->arena, char, t->len + 1);
    Number n = {.s = s, .base = 10};
    for (uint32_t i = 0; i < t->len; i++)
        if (t->u.text[i] != '\'')
            s[n.len++] = t->u.text[i];
    if (n.len > 1 && s[0] == '0') {
        char c = (char)(s[1] | 0x20);
        n.base = c == 'x' ? 16 : c == 'b' ? 2 : c == 'o' ? 8 : 8;
        n.digits = c == 'x' || c == 'b' || c == 'o' ? 2 : 1;
    }
    for (size_t i = n.digits; i < n.len; i++) {
        char c = (char)(s[i] | 0x20);
        if (s[i] == '.' || (n.base == 16 ? c == 'p' : c == 'e' && (n.base != 2 || n.digits != 2)))
            n.floating = true;
        else if (digit_value(s[i]) >= 16)
            break;
    }
    return n;
}

/* u, l, ll, wb, z?, i, j in any order and case. */
static bool int_suffix(Expr *e, const char *s)
{
    while (*s) {
        char c = (char)(*s | 0x20);
        if (c == 'u' && !e->u.integer.unsigned_suffix) {
            e->u.integer.unsigned_suffix = 1;
        } else if (c == 'l' && !e->u.integer.longs && !e->u.integer.bitint) {
            e->u.integer.longs = s[1] == s[0] ? 2 : 1;
            s += s[1] == s[0];
        } else if (c == 'w' && (s[1] | 0x20) == 'b' && !e->u.integer.bitint &&
                   !e->u.integer.longs) {
            e->u.integer.bitint = 1;
            s++;
        } else if ((c == 'i' || c == 'j') && !e->u.integer.imaginary) {
            e->u.integer.imaginary = 1;
        } else {
            return false;
        }
        s++;
    }
    return true;
}

static void int_value(Parser *p, const Token *t, const Number *n, Expr *e)
{
    u128 v = 0;
    size_t i = n->digits;
    bool bad_digit = false;
    for (; i < n->len && digit_value(n->s[i]) < (n->base == 16 ? 16 : 10); i++) {
        unsigned d = digit_value(n->s[i]);
        bad_digit |= d >= n->base;
        v = v * n->base + d; /* what is too large wraps; gcc only warns */
    }
    e->value = e->u.integer.value = v;
    e->u.integer.decimal = n->base == 10;
    if (bad_digit)
        bad_literal(p, t,
                    arena_printf(p->arena, "invalid digit in %s constant",
                                 n->base == 8 ? "octal" : "binary"));
    else if (n->digits == 2 && i == 2)
        bad_literal(p, t, "integer constant has no digits");
    else if (!int_suffix(e, n->s + i))
        bad_literal(p, t,
                    arena_printf(p->arena, "invalid suffix `%s` on integer constant", n->s + i));
}

/* f, l, GNU's q, w, f16 .. f128x, bf16, decimal df dd dl, and i or j for imaginary. */
static bool float_suffix(Expr *e, const char *s)
{
    static const char *const known[] = {"",     "f",    "l",   "q",   "w",   "d",    "df",
                                        "dd",   "dl",   "f16", "f32", "f64", "f128", "f32x",
                                        "f64x", "bf16", "d32", "d64", "d128"};
    char buf[16] = {0};
    size_t n = 0;
    for (; *s; s++) {
        char c = *s >= 'A' && *s <= 'Z' ? (char)(*s | 0x20) : *s;
        if ((c == 'i' || c == 'j') && !e->u.floating.imaginary)
            e->u.floating.imaginary = true;
        else if (n < sizeof e->u.floating.suffix - 1)
            buf[n++] = c;
        else
            return false;
    }
    memcpy(e->u.floating.suffix, buf, sizeof e->u.floating.suffix);
    for (uint32_t i = 0; i < COUNT_OF(known); i++)
        if (strcmp(known[i], buf) == 0)
            return true;
    return false;
}

static void float_value(Parser *p, const Token *t, const Number *n, Expr *e)
{
    char *end;
    long double wide = strtold(n->s, &end);
    bool hex_without_exponent =
        n->base == 16 && !memchr(n->s, 'p', n->len) && !memchr(n->s, 'P', n->len);
    if (hex_without_exponent) {
        bad_literal(p, t, "hexadecimal floating constant requires an exponent");
        return;
    }
    if (!float_suffix(e, end)) {
        bad_literal(p, t, arena_printf(p->arena, "invalid suffix `%s` on floating constant", end));
        return;
    }
    const char *suffix = e->u.floating.suffix; /* rounding twice would not be the same */
    if (!*suffix || strcmp(suffix, "d") == 0 || strcmp(suffix, "f64") == 0 ||
        strcmp(suffix, "f32x") == 0)
        wide = strtod(n->s, NULL);
    else if (strcmp(suffix, "f") == 0 || strcmp(suffix, "f32") == 0)
        wide = strtof(n->s, NULL);
    e->u.floating.value = wide;
}

/* Most are plain decimal digits. */
static bool small_decimal(const Token *t, Expr *e)
{
    if (t->len > 18 || (t->u.text[0] == '0' && t->len > 1))
        return false;
    uint64_t v = 0;
    for (uint32_t i = 0; i < t->len; i++) {
        if (!is_digit(t->u.text[i]))
            return false;
        v = v * 10 + (uint64_t)(t->u.text[i] - '0');
    }
    e->value = e->u.integer.value = v;
    e->u.integer.decimal = 1;
    return true;
}

Expr *literal_number(Parser *p, const Token *t)
{
    Expr *e = parse_expr_new(p, EXPR_INT, t->loc);
    if (small_decimal(t, e))
        return e;
    Number n = number_scan(p, t);
    if (n.floating) {
        e->kind = EXPR_FLOAT;
        float_value(p, t, &n, e);
    } else {
        int_value(p, t, &n, e);
    }
    return e;
}

/* ---- escapes and encodings, C23 6.4.4.5 -------------------------------------------------- */
typedef struct Reader {
    Parser *p;
    const Token *token;
    const char *s, *end;
} Reader;

/* \x and octal give an element as it is (raw); \u, \U and plain text give a character. */
typedef struct Unit {
    uint32_t value;
    bool raw;
} Unit;

static uint32_t escape_digits(Reader *r, unsigned base, unsigned most)
{
    uint32_t v = 0, n = 0;
    bool braces = r->s < r->end && *r->s == '{' && most != 3; /* C2y: \x{41} \u{20AC} \o{101} */
    bool overflow = false;
    if (braces) {
        r->s++;
        most = 99;
    }
    for (; r->s < r->end && n < most && digit_value(*r->s) < base; r->s++, n++) {
        overflow |= v > (UINT32_MAX - 15) / base;
        v = v * base + digit_value(*r->s);
    }
    if (braces && r->s < r->end && *r->s == '}')
        r->s++;
    if (n == 0)
        bad_literal(r->p, r->token, "escape sequence without digits");
    else if (overflow)
        bad_literal(r->p, r->token, "escape sequence out of range");
    return v;
}

static Unit escape(Reader *r) /* behind the backslash */
{
    static const char from[] = "abfnrtveE'\"?\\", to[] = "\a\b\f\n\r\t\v\033\033'\"?\\";
    char c = r->s < r->end ? *r->s++ : '\\';
    if (c >= '0' && c <= '7') {
        r->s--;
        return (Unit){escape_digits(r, 8, 3), true};
    }
    if (c == 'x')
        return (Unit){escape_digits(r, 16, 99), true};
    if (c == 'o' && r->s < r->end && *r->s == '{')
        return (Unit){escape_digits(r, 8, 99), true};
    if (c == 'u' || c == 'U') {
        uint32_t v = escape_digits(r, 16, c == 'u' ? 4 : 8);
        if (v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
            bad_literal(r->p, r->token, "universal character name is not a Unicode character");
        return (Unit){v, false};
    }
    const char *at = c ? strchr(from, c) : NULL;
    return (Unit){at ? (uint8_t)to[at - from] : (uint8_t)c, false}; /* unknown: itself, as gcc */
}

/* One character of UTF-8; a byte that is none stands for itself. */
static uint32_t reader_character(Reader *r)
{
    uint8_t c = (uint8_t)*r->s++;
    unsigned more = c >= 0xF0 && c < 0xF8 ? 3 : c >= 0xE0 ? 2 : c >= 0xC2 ? 1 : 0;
    if (c < 0xC2 || c >= 0xF8 || (size_t)(r->end - r->s) < more)
        return c;
    uint32_t v = c & (0x3Fu >> more);
    for (unsigned i = 0; i < more; i++) {
        if (((uint8_t)r->s[i] & 0xC0) != 0x80)
            return c;
        v = v << 6 | ((uint8_t)r->s[i] & 0x3F);
    }
    r->s += more;
    return v;
}

static void put_element(Text *out, uint32_t v, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        text_add_char(out, (char)(v >> (8 * i)));
}

static void put_character(Text *out, uint32_t v, unsigned size)
{
    if (size == 4 || (size == 2 && v < 0x10000) || v < 0x80) {
        put_element(out, v, size);
    } else if (size == 2) {
        v -= 0x10000;
        put_element(out, 0xD800 + (v >> 10 & 0x3FF), 2);
        put_element(out, 0xDC00 + (v & 0x3FF), 2);
    } else if (v < 0x800) {
        text_add_char(out, (char)(0xC0 | v >> 6));
        text_add_char(out, (char)(0x80 | (v & 0x3F)));
    } else if (v < 0x10000) {
        text_add_char(out, (char)(0xE0 | v >> 12));
        text_add_char(out, (char)(0x80 | (v >> 6 & 0x3F)));
        text_add_char(out, (char)(0x80 | (v & 0x3F)));
    } else {
        text_add_char(out, (char)(0xF0 | (v >> 18 & 7)));
        text_add_char(out, (char)(0x80 | (v >> 12 & 0x3F)));
        text_add_char(out, (char)(0x80 | (v >> 6 & 0x3F)));
        text_add_char(out, (char)(0x80 | (v & 0x3F)));
    }
}

/* Appends what stands between the quotes, as elements of `size` bytes. */
static void read_body(Reader *r, Text *out, unsigned size)
{
    while (r->s < r->end) {
        if (*r->s != '\\') {
            if (size == 1)
                text_add_char(out, *r->s++); /* the execution character set is UTF-8 */
            else
                put_character(out, reader_character(r), size);
            continue;
        }
        r->s++;
        Unit u = escape(r);
        if (!u.raw) {
            put_character(out, u.value, size);
            continue;
        }
        if (size < 4 && u.value >> (8 * size))
            bad_literal(r->p, r->token, "escape sequence out of range");
        put_element(out, u.value, size);
    }
}

/* Splits prefix, quotes and text. Raw strings R"x(...)x" have their delimiter cut off as well. */
static Reader open_literal(Parser *p, const Token *t, char *prefix, bool *raw)
{
    Reader r = {p, t, t->u.text, t->u.text + t->len};
    *prefix = 0;
    *raw = false;
    for (; r.s < r.end && *r.s != '"' && *r.s != '\''; r.s++) {
        if (*r.s == 'R')
            *raw = true;
        else
            *prefix = *prefix == 'u' && *r.s == '8' ? '8' : *r.s;
    }
    char quote = r.s < r.end ? *r.s : '"';
    if (r.s < r.end)
        r.s++;
    if (r.end > r.s && r.end[-1] == quote)
        r.end--;
    if (*raw) {
        const char *paren = memchr(r.s, '(', (size_t)(r.end - r.s));
        size_t delimiter = paren ? (size_t)(paren - r.s) : 0;
        if (paren && (size_t)(r.end - r.s) >= 2 * delimiter + 2) {
            r.s = paren + 1;
            r.end -= delimiter + 1;
        }
    }
    return r;
}

static unsigned element_size(const Parser *p, char prefix)
{
    if (prefix == 'L')
        return p->dialect->short_wchar ? 2 : 4;
    return prefix == 'U' ? 4 : prefix == 'u' ? 2 : 1;
}

/* ---- characters -------------------------------------------------------------------------- */
/* C23 6.4.4.5: one char is promoted from char; several make an int, the last one lowest (as gcc
 * and clang do). */
static u128 plain_char_value(Parser *p, const Text *body)
{
    uint32_t v = 0;
    for (size_t i = 0; i < body->len; i++)
        v = v << 8 | (uint8_t)body->data[i];
    if (body->len == 1)
        return p->dialect->char_unsigned ? (u128)v : (u128)(i128)(int8_t)v;
    return (u128)(i128)(int32_t)v;
}

Expr *literal_char(Parser *p, const Token *t)
{
    char prefix;
    bool raw;
    Reader r = open_literal(p, t, &prefix, &raw);
    Expr *e = parse_expr_new(p, EXPR_CHAR, t->loc);
    e->op = (uint8_t)prefix;
    unsigned size = element_size(p, prefix);
    Text body;
    text_init(&body, p->arena);
    read_body(&r, &body, size);
    if (body.len == 0) {
        bad_literal(p, t, "empty character constant");
        return e;
    }
    u128 v = 0;
    if (prefix == 0) {
        v = plain_char_value(p, &body);
    } else { /* several: gcc takes the last */
        uint32_t one = 0;
        for (unsigned i = 0; i < size; i++)
            one |= (uint32_t)(uint8_t)body.data[body.len - size + i] << (8 * i);
        v = prefix == 'L' && size == 4 ? (u128)(i128)(int32_t)one : (u128)one;
    }
    e->value = e->u.integer.value = v;
    return e;
}

/* ---- strings ----------------------------------------------------------------------------- */
/* C23 6.4.6p5: adjacent literals are one, and those without a prefix take that of the others. */
Expr *literal_string(Parser *p)
{
    Token *first = p->tok;
    Expr *e = parse_expr_new(p, EXPR_STRING, first->loc);
    char prefix = 0;
    bool simple = true;
    for (; parse_at(p, TOK_STRING); p->tok++) {
        char own;
        bool raw;
        Reader r = open_literal(p, p->tok, &own, &raw);
        if (own && prefix && own != prefix)
            bad_literal(p, p->tok, "adjacent strings have different prefixes");
        if (own)
            prefix = own;
        simple = simple && !own && (raw || !memchr(r.s, '\\', (size_t)(r.end - r.s)));
    }
    e->end = p->tok[-1].loc;
    unsigned size = element_size(p, prefix);
    e->u.string.elem_size = (uint8_t)size;
    e->u.string.prefix = prefix;
    char own;
    bool raw;
    if (simple && p->tok == first + 1) { /* its bytes are those of the source */
        Reader r = open_literal(p, first, &own, &raw);
        e->u.string.count = (uint32_t)(r.end - r.s);
        /* A text made by # is among the tokens, which may go before what is kept. */
        e->u.string.bytes =
            p->arena == p->keep ? arena_copy(p->keep, r.s, e->u.string.count) : r.s;
        return e;
    }
    Text body;
    text_init(&body, p->arena);
    for (Token *t = first; t != p->tok; t++) {
        Reader r = open_literal(p, t, &own, &raw);
        if (!raw) {
            read_body(&r, &body, size);
            continue;
        }
        if (size == 1)
            text_add_n(&body, r.s, (size_t)(r.end - r.s));
        while (size != 1 && r.s < r.end)
            put_character(&body, reader_character(&r), size);
    }
    e->u.string.bytes = body.data ? body.data : "";
    e->u.string.count = (uint32_t)(body.len / size);
    return e;
}
