/* json_text.c - JSON values: read from text (RFC 8259), and written to it.
 * SPDX-License-Identifier: MIT
 *
 * The reader is a text, its length and a place in it, with the invariant that the place is inside
 * or at the end. Two functions look at bytes, peek() and accept(); both compare the place with the
 * length, and all others go by what they return. So nothing here depends on what the text is.
 *
 * Whatever is half built when something goes wrong is released where it was made: a function that
 * returns -1 has filled nothing and left nothing behind. The message is in the reader by then. */
#include "json.h"

#include <float.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#pragma corten safe
#pragma corten forbid(unsafe)

struct reader {
    const char *_Nullable __counted_by(len) text;
    size_t len, at;
    const char *__static message;
} __invariant(at <= len);

/* ---- bytes --------------------------------------------------------------------------------- */

static int fail(struct reader *r, const char *__static message)
{
    r->message = message;
    return -1;
}

static int no_memory(struct reader *r)
{
    return fail(r, "out of memory");
}

/* The next byte; -1: there is none. */
static int peek(const struct reader *r)
{
    return r->at < r->len ? (unsigned char)r->text[r->at] : -1;
}

/* Steps over the next byte if it is this one. */
static bool accept(struct reader *r, char c)
{
    if (r->at >= r->len || r->text[r->at] != c)
        return false;
    r->at++;
    return true;
}

/* Steps over the next byte, whatever it is, and returns it; -1: there is none. */
static int next(struct reader *r)
{
    int c = peek(r);
    if (r->at < r->len)
        r->at++;
    return c;
}

static void skip_blanks(struct reader *r)
{
    while (accept(r, ' ') || accept(r, '\n') || accept(r, '\r') || accept(r, '\t'))
        continue;
}

static int expect_word(struct reader *r, const char *word)
{
    for (size_t i = 0; word[i] != '\0'; i++)
        if (!accept(r, word[i]))
            return fail(r, "this is no value");
    return 0;
}

/* ---- numbers ------------------------------------------------------------------------------- */

static int copy(struct reader *r, char c, struct strbuf *out)
{
    return strbuf_add_char(out, c) == 0 ? 0 : no_memory(r);
}

/* At least one. */
static int copy_digits(struct reader *r, struct strbuf *out)
{
    size_t n = 0;
    int c;
    while ((c = peek(r)) >= '0' && c <= '9') {
        if (copy(r, (char)c, out) != 0)
            return -1;
        next(r);
        n++;
    }
    return n > 0 ? 0 : fail(r, "this number lacks digits");
}

/* Copies the number, if it has JSON's form: no leading zeros, and digits around the point. */
static int scan_number(struct reader *r, struct strbuf *out)
{
    if (accept(r, '-') && copy(r, '-', out) != 0)
        return -1;
    if (accept(r, '0')) {
        if (copy(r, '0', out) != 0)
            return -1;
    } else if (copy_digits(r, out) != 0) {
        return -1;
    }
    if (accept(r, '.') && (copy(r, '.', out) != 0 || copy_digits(r, out) != 0))
        return -1;
    if (accept(r, 'e') || accept(r, 'E')) {
        char sign = accept(r, '-') ? '-' : '+';
        if (sign == '+')
            accept(r, '+');
        if (copy(r, 'e', out) != 0 || copy(r, sign, out) != 0 || copy_digits(r, out) != 0)
            return -1;
    }
    return 0;
}

/* strtod() takes the point from the locale, which is "C" unless the program sets another. */
static int read_number(struct reader *r, double *__inits __when(return == 0) out)
{
    struct strbuf digits;
    strbuf_init(&digits);
    if (scan_number(r, &digits) != 0) {
        strbuf_drop(&digits);
        return -1;
    }
    const char *s = strbuf_str(&digits);
    if (s == NULL) {
        strbuf_drop(&digits);
        return no_memory(r);
    }
    double v = strtod(s, NULL);
    strbuf_drop(&digits);
    if (v > DBL_MAX || v < -DBL_MAX)
        return fail(r, "this number is too large");
    *out = v;
    return 0;
}

/* ---- texts --------------------------------------------------------------------------------- */

static int read_hex4(struct reader *r, unsigned *__inits __when(return == 0) out)
{
    unsigned v = 0;
    for (int i = 0; i < 4; i++) {
        int c = next(r);
        if (c >= '0' && c <= '9')
            v = v * 16 + (unsigned)(c - '0');
        else if (c >= 'a' && c <= 'f')
            v = v * 16 + (unsigned)(c - 'a') + 10;
        else if (c >= 'A' && c <= 'F')
            v = v * 16 + (unsigned)(c - 'A') + 10;
        else
            return fail(r, "\\u wants four hexadecimal digits");
    }
    *out = v;
    return 0;
}

static int add_utf8(struct strbuf *out, unsigned c)
{
    char bytes[4] = {0};
    size_t n = 0;
    if (c < 0x80) {
        bytes[n++] = (char)c;
    } else if (c < 0x800) {
        bytes[n++] = (char)(0xc0 | c >> 6);
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        bytes[n++] = (char)(0xe0 | c >> 12);
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3f));
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    } else {
        bytes[n++] = (char)(0xf0 | (c >> 18 & 7));
        bytes[n++] = (char)(0x80 | (c >> 12 & 0x3f));
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3f));
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    }
    return strbuf_add_n(out, bytes, n);
}

/* After "\u". What is beyond 16 bits is written as two halves, one of each kind. */
static int read_code_point(struct reader *r, struct strbuf *out)
{
    unsigned high, low;
    if (read_hex4(r, &high) != 0)
        return -1;
    if (high >= 0xdc00 && high <= 0xdfff)
        return fail(r, "half a surrogate pair");
    if (high >= 0xd800 && high <= 0xdbff) {
        if (!accept(r, '\\') || !accept(r, 'u'))
            return fail(r, "half a surrogate pair");
        if (read_hex4(r, &low) != 0)
            return -1;
        if (low < 0xdc00 || low > 0xdfff)
            return fail(r, "half a surrogate pair");
        high = 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
    }
    return add_utf8(out, high) == 0 ? 0 : no_memory(r);
}

/* After a backslash. */
static int read_escape(struct reader *r, struct strbuf *out)
{
    int c = next(r);
    switch (c) {
    case '"':
    case '\\':
    case '/': break;
    case 'b': c = '\b'; break;
    case 'f': c = '\f'; break;
    case 'n': c = '\n'; break;
    case 'r': c = '\r'; break;
    case 't': c = '\t'; break;
    case 'u': return read_code_point(r, out);
    default: return fail(r, "there is no such escape");
    }
    return strbuf_add_char(out, (char)c) == 0 ? 0 : no_memory(r);
}

/* Up to the closing quote, behind the opening one. */
static int read_rest_of_text(struct reader *r, struct strbuf *out)
{
    for (;;) {
        int c = next(r);
        if (c == '"')
            return 0;
        if (c < 0)
            return fail(r, "this text has no end");
        if (c < ' ')
            return fail(r, "a control character in a text must be escaped");
        if (c == '\\') {
            if (read_escape(r, out) != 0)
                return -1;
        } else if (strbuf_add_char(out, (char)c) != 0) {
            return no_memory(r);
        }
    }
}

static int read_text(struct reader *r, struct strbuf *__inits __when(return == 0) out)
{
    if (!accept(r, '"'))
        return fail(r, "a text is wanted here");
    struct strbuf text;
    strbuf_init(&text);
    if (read_rest_of_text(r, &text) != 0) {
        strbuf_drop(&text);
        return -1;
    }
    *out = text;
    return 0;
}

/* ---- values -------------------------------------------------------------------------------- */

static int read_value(struct reader *r, unsigned depth,
                      struct json *__inits __when(return == 0) out);

/* After "[". What is read goes into the array item by item; the array is whole at every step, so
 * that it can be dropped at any. */
static int read_items(struct reader *r, unsigned depth, struct json *array)
{
    skip_blanks(r);
    if (accept(r, ']'))
        return 0;
    do {
        struct json item;
        if (read_value(r, depth, &item) != 0)
            return -1;
        if (json_append(array, &item) != 0)
            return no_memory(r);
        skip_blanks(r);
    } while (accept(r, ','));
    return accept(r, ']') ? 0 : fail(r, "a comma or ] is wanted here");
}

static int read_member(struct reader *r, unsigned depth, struct json *object)
{
    struct strbuf key;
    struct json value;
    skip_blanks(r);
    if (read_text(r, &key) != 0)
        return -1;
    skip_blanks(r);
    if (!accept(r, ':')) {
        strbuf_drop(&key);
        return fail(r, "a colon is wanted here");
    }
    if (read_value(r, depth, &value) != 0) {
        strbuf_drop(&key);
        return -1;
    }
    return json_set_counted(object, &key, &value) == 0 ? 0 : no_memory(r);
}

/* After "{". */
static int read_members(struct reader *r, unsigned depth, struct json *object)
{
    skip_blanks(r);
    if (accept(r, '}'))
        return 0;
    do {
        if (read_member(r, depth, object) != 0)
            return -1;
        skip_blanks(r);
    } while (accept(r, ','));
    return accept(r, '}') ? 0 : fail(r, "a comma or } is wanted here");
}

static int read_array(struct reader *r, unsigned depth,
                      struct json *__inits __when(return == 0) out)
{
    struct json array;
    json_init_array(&array);
    if (read_items(r, depth, &array) != 0) {
        json_drop(&array);
        return -1;
    }
    *out = array;
    return 0;
}

static int read_object(struct reader *r, unsigned depth,
                       struct json *__inits __when(return == 0) out)
{
    struct json object;
    json_init_object(&object);
    if (read_members(r, depth, &object) != 0) {
        json_drop(&object);
        return -1;
    }
    *out = object;
    return 0;
}

static int read_word(struct reader *r, struct json *__inits __when(return == 0) out)
{
    int c = peek(r);
    if (expect_word(r, c == 't' ? "true" : c == 'f' ? "false" : "null") != 0)
        return -1;
    if (c == 'n')
        json_init_null(out);
    else
        json_init_bool(out, c == 't');
    return 0;
}

static int read_value(struct reader *r, unsigned depth,
                      struct json *__inits __when(return == 0) out)
{
    if (depth >= JSON_MAX_DEPTH)
        return fail(r, "nested too deep");
    skip_blanks(r);
    int c = peek(r);
    if (accept(r, '['))
        return read_array(r, depth + 1, out);
    if (accept(r, '{'))
        return read_object(r, depth + 1, out);
    if (c == '"') {
        struct strbuf text;
        if (read_text(r, &text) != 0)
            return -1;
        json_init_text_moved(out, &text);
        return 0;
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
        double number;
        if (read_number(r, &number) != 0)
            return -1;
        json_init_number(out, number);
        return 0;
    }
    return read_word(r, out);
}

/* Lines are counted only when something is wrong. */
static void locate(const struct reader *r, struct json_error *__inits e)
{
    e->message = r->message;
    e->line = 1;
    e->column = 1;
    for (size_t i = 0; i < r->at; i++) {
        e->column++;
        if (r->text[i] == '\n') {
            e->line++;
            e->column = 1;
        }
    }
}

int json_parse(const char *_Nullable __counted_by(n) text, size_t n,
               struct json *__inits __when(return == 0) out,
               struct json_error *__inits __when(return != 0) error)
{
    struct reader r = {text, n, 0, "no error"};
    struct json value;
    if (read_value(&r, 0, &value) != 0) {
        locate(&r, error);
        return -1;
    }
    skip_blanks(&r);
    if (peek(&r) >= 0) {
        json_drop(&value);
        fail(&r, "something follows the value");
        locate(&r, error);
        return -1;
    }
    *out = value;
    return 0;
}

/* ---- writing ------------------------------------------------------------------------------- */

static int print_text(const struct strbuf *text, struct strbuf *out)
{
    if (strbuf_add_char(out, '"') != 0)
        return -1;
    for (size_t i = 0; i < text->len; i++) {
        char c = text->data[i];
        int failed;
        switch (c) {
        case '"': failed = strbuf_add(out, "\\\""); break;
        case '\\': failed = strbuf_add(out, "\\\\"); break;
        case '\n': failed = strbuf_add(out, "\\n"); break;
        case '\t': failed = strbuf_add(out, "\\t"); break;
        default:
            if ((unsigned char)c >= ' ')
                failed = strbuf_add_char(out, c);
            else if ((failed = strbuf_add(out, "\\u")) == 0)
                failed = strbuf_add_hex(out, (unsigned char)c, 4);
        }
        if (failed != 0)
            return -1;
    }
    return strbuf_add_char(out, '"');
}

/* As few digits as lead back to the same number. */
static int print_number(double v, struct strbuf *out)
{
    char digits[40];
    snprintf(digits, sizeof digits, "%.15g", v);
    if (strtod(digits, NULL) != v)
        snprintf(digits, sizeof digits, "%.17g", v);
    return strbuf_add(out, digits);
}

/* What stands between two parts: a new line, indented, if values are to stand below each other. */
static int print_break(unsigned indent, unsigned depth, struct strbuf *out)
{
    if (indent == 0)
        return 0;
    if (strbuf_add_char(out, '\n') != 0)
        return -1;
    return strbuf_add_repeated(out, ' ', (size_t)indent * depth);
}

static int print_value(const struct json *j, unsigned indent, unsigned depth, struct strbuf *out);

static int print_items(const struct json_items *items, unsigned indent, unsigned depth,
                       struct strbuf *out)
{
    if (items->len == 0)
        return strbuf_add(out, "[]");
    for (size_t i = 0; i < items->len; i++) {
        if (strbuf_add_char(out, i == 0 ? '[' : ',') != 0)
            return -1;
        if (print_break(indent, depth + 1, out) != 0)
            return -1;
        if (print_value(&items->at[i], indent, depth + 1, out) != 0)
            return -1;
    }
    return print_break(indent, depth, out) != 0 ? -1 : strbuf_add_char(out, ']');
}

static int print_members(const struct json_members *members, unsigned indent, unsigned depth,
                         struct strbuf *out)
{
    if (members->len == 0)
        return strbuf_add(out, "{}");
    for (size_t i = 0; i < members->len; i++) {
        if (strbuf_add_char(out, i == 0 ? '{' : ',') != 0)
            return -1;
        if (print_break(indent, depth + 1, out) != 0)
            return -1;
        if (print_text(&members->at[i].key, out) != 0)
            return -1;
        if (strbuf_add(out, indent == 0 ? ":" : ": ") != 0)
            return -1;
        if (print_value(&members->at[i].value, indent, depth + 1, out) != 0)
            return -1;
    }
    return print_break(indent, depth, out) != 0 ? -1 : strbuf_add_char(out, '}');
}

static int print_value(const struct json *j, unsigned indent, unsigned depth, struct strbuf *out)
{
    switch (j->kind) {
    case JSON_NULL: return strbuf_add(out, "null");
    case JSON_BOOL: return strbuf_add(out, j->u.boolean ? "true" : "false");
    case JSON_NUMBER: return print_number(j->u.number, out);
    case JSON_TEXT: return print_text(&j->u.text, out);
    case JSON_ARRAY: return print_items(&j->u.items, indent, depth, out);
    case JSON_OBJECT: return print_members(&j->u.members, indent, depth, out);
    }
    return -1;
}

int json_print(const struct json *j, unsigned indent, struct strbuf *out)
{
    return print_value(j, indent, 0, out);
}
