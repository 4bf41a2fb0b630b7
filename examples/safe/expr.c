/* expr.c - formulas as trees: parse one, compute it, print it.
 * SPDX-License-Identifier: MIT
 *
 * The parser is a function per rule of the grammar, each of which returns a tree, or NULL as soon
 * as something is wrong. All of them move one cursor, which never steps over the terminator: it
 * goes on by one only where something else has just been seen.
 *
 * No input can overflow the stack: the parser counts how deep it is in parentheses and signs, and
 * each node knows how deep the tree below it is. Both end at EXPR_MAX_DEPTH.
 *
 * The one thing that cannot be shown is that some bytes of the arena are a `struct expr` from now
 * on. That is in __unsafe, and in one place. */
#include "expr.h"

#include <string.h>
#pragma corten safe

struct cursor {
    const char *at;
    size_t column;
    unsigned depth;
};

/* ---- nodes --------------------------------------------------------------------------------- */

static struct expr *_Nullable node_new(struct arena *__lifetimebound __noinvalidate a)
{
    char *piece = arena_alloc(a, sizeof(struct expr));
    if (piece == NULL)
        return NULL;
    /* The piece is of that size, aligned for any type, nobody else's, and all 0: a number. */
    __unsafe {
        return (struct expr *)piece;
    }
}

static const struct expr *_Nullable new_number(struct arena *__lifetimebound __noinvalidate a,
                                               int64_t number)
{
    struct expr *e = node_new(a);
    if (e == NULL)
        return NULL;
    e->depth = 1;
    e->kind = EXPR_NUMBER;
    e->u.number = number;
    return e;
}

static const struct expr *_Nullable new_name(struct arena *__lifetimebound __noinvalidate a,
                                             const char *__counted_by(n) s, size_t n)
{
    const char *name = arena_copy(a, s, n);
    struct expr *e = node_new(a);
    if (name == NULL || e == NULL)
        return NULL;
    e->depth = 1;
    e->kind = EXPR_NAME;
    e->u.name = name;
    return e;
}

static const struct expr *_Nullable new_binary(struct arena *__lifetimebound __noinvalidate a,
                                               char op, const struct expr *__captured_by(a) left,
                                               const struct expr *__captured_by(a) right)
{
    unsigned depth = left->depth > right->depth ? left->depth : right->depth;
    if (depth >= EXPR_MAX_DEPTH)
        return NULL;
    struct expr *e = node_new(a);
    if (e == NULL)
        return NULL;
    e->depth = depth + 1;
    e->kind = EXPR_BINARY;
    e->u.binary = (struct expr_binary){op, left, right};
    return e;
}

/* ---- parsing ------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* One character further. The check is for whoever calls this without having looked. */
static void step(struct cursor *c)
{
    __checked(*c->at != '\0');
    c->at++;
    c->column++;
}

static void skip_blanks(struct cursor *c)
{
    while (*c->at == ' ')
        step(c);
}

static const struct expr *_Nullable parse_number(struct arena *__lifetimebound __noinvalidate a,
                                                 struct cursor *c)
{
    int64_t v = 0;
    while (is_digit(*c->at)) {
        int digit = *c->at - '0';
        if (v > (INT64_MAX - digit) / 10)
            return NULL;
        v = v * 10 + digit;
        step(c);
    }
    return new_number(a, v);
}

static const struct expr *_Nullable parse_name(struct arena *__lifetimebound __noinvalidate a,
                                               struct cursor *c)
{
    const char *start = c->at;
    size_t n = 0;
    while (start[n] != '\0' && (is_letter(start[n]) || is_digit(start[n])))
        n++;
    c->at = start + n;
    c->column += n;
    return new_name(a, start, n);
}

static const struct expr *_Nullable parse_sum(struct arena *__lifetimebound __noinvalidate a,
                                              struct cursor *c);

static const struct expr *_Nullable parse_parentheses(
    struct arena *__lifetimebound __noinvalidate a, struct cursor *c)
{
    const struct expr *inner = parse_sum(a, c);
    if (inner == NULL)
        return NULL;
    skip_blanks(c);
    if (*c->at != ')')
        return NULL;
    step(c);
    return inner;
}

static const struct expr *_Nullable parse_factor(struct arena *__lifetimebound __noinvalidate a,
                                                 struct cursor *c)
{
    skip_blanks(c);
    char next = *c->at;
    if (is_digit(next))
        return parse_number(a, c);
    if (is_letter(next))
        return parse_name(a, c);
    if ((next != '(' && next != '-') || c->depth >= EXPR_MAX_DEPTH)
        return NULL;
    step(c);
    c->depth++;
    const struct expr *e = NULL;
    if (next == '(') {
        e = parse_parentheses(a, c);
    } else {
        const struct expr *zero = new_number(a, 0);
        const struct expr *operand = parse_factor(a, c);
        if (zero != NULL && operand != NULL)
            e = new_binary(a, '-', zero, operand);
    }
    c->depth--;
    return e;
}

/* Operators of one rank, from left to right: each takes what has been read so far for its left
 * side. */
static const struct expr *_Nullable parse_product(struct arena *__lifetimebound __noinvalidate a,
                                                  struct cursor *c)
{
    const struct expr *e = parse_factor(a, c);
    while (e != NULL) {
        skip_blanks(c);
        char op = *c->at;
        if (op != '*' && op != '/' && op != '%')
            return e;
        step(c);
        const struct expr *right = parse_factor(a, c);
        if (right == NULL)
            return NULL;
        e = new_binary(a, op, e, right);
    }
    return NULL;
}

static const struct expr *_Nullable parse_sum(struct arena *__lifetimebound __noinvalidate a,
                                              struct cursor *c)
{
    const struct expr *e = parse_product(a, c);
    while (e != NULL) {
        skip_blanks(c);
        char op = *c->at;
        if (op != '+' && op != '-')
            return e;
        step(c);
        const struct expr *right = parse_product(a, c);
        if (right == NULL)
            return NULL;
        e = new_binary(a, op, e, right);
    }
    return NULL;
}

const struct expr *_Nullable expr_parse(struct arena *__lifetimebound __noinvalidate a,
                                        const char *text, size_t *__inits wrong)
{
    struct cursor c = {text, 0, 0};
    const struct expr *e = parse_sum(a, &c);
    skip_blanks(&c);
    *wrong = c.column;
    return *c.at == '\0' ? e : NULL;
}

/* ---- computing ----------------------------------------------------------------------------- */

/* Each operator asks first whether its result can be said in 64 bits. */
static enum expr_error add(int64_t a, int64_t b, int64_t *__inits __when(return == EXPR_OK) result)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b)
        return EXPR_OVERFLOW;
    *result = a + b;
    return EXPR_OK;
}

static enum expr_error subtract(int64_t a, int64_t b,
                                int64_t *__inits __when(return == EXPR_OK) result)
{
    if (b > 0 ? a < INT64_MIN + b : a > INT64_MAX + b)
        return EXPR_OVERFLOW;
    *result = a - b;
    return EXPR_OK;
}

/* The quotient by a number between -1 and 1 may itself not fit, so those come first. */
static enum expr_error multiply(int64_t a, int64_t b,
                                int64_t *__inits __when(return == EXPR_OK) result)
{
    if (b == -1)
        return subtract(0, a, result);
    if (b > 0 && (a > INT64_MAX / b || a < INT64_MIN / b))
        return EXPR_OVERFLOW;
    if (b < -1 && (a > INT64_MIN / b || a < INT64_MAX / b))
        return EXPR_OVERFLOW;
    *result = a * b;
    return EXPR_OK;
}

static enum expr_error divide(char op, int64_t a, int64_t b,
                              int64_t *__inits __when(return == EXPR_OK) result)
{
    if (b == 0)
        return EXPR_DIVISION_BY_ZERO;
    if (b == -1 && a == INT64_MIN)
        return EXPR_OVERFLOW;
    *result = op == '/' ? a / b : a % b;
    return EXPR_OK;
}

static enum expr_error compute_binary(const struct expr_binary *b,
                                      const struct expr_variable *__counted_by(n) variables,
                                      size_t n, int64_t *__inits __when(return == EXPR_OK) result)
{
    int64_t left, right;
    enum expr_error e = expr_compute(b->left, variables, n, &left);
    if (e != EXPR_OK)
        return e;
    e = expr_compute(b->right, variables, n, &right);
    if (e != EXPR_OK)
        return e;
    switch (b->op) {
    case '+': return add(left, right, result);
    case '-': return subtract(left, right, result);
    case '*': return multiply(left, right, result);
    default: return divide(b->op, left, right, result);
    }
}

enum expr_error expr_compute(const struct expr *e,
                             const struct expr_variable *__counted_by(n) variables, size_t n,
                             int64_t *__inits __when(return == EXPR_OK) result)
{
    switch (e->kind) {
    case EXPR_NUMBER: *result = e->u.number; return EXPR_OK;
    case EXPR_BINARY: return compute_binary(&e->u.binary, variables, n, result);
    case EXPR_NAME:
        for (size_t i = 0; i < n; i++) {
            if (strcmp(variables[i].name, e->u.name) == 0) {
                *result = variables[i].value;
                return EXPR_OK;
            }
        }
        break;
    }
    return EXPR_UNKNOWN_NAME;
}

/* ---- printing ------------------------------------------------------------------------------ */

static int print_binary(const struct expr_binary *b, struct strbuf *out)
{
    if (strbuf_add_char(out, '(') != 0 || expr_print(b->left, out) != 0)
        return -1;
    if (strbuf_add_char(out, ' ') != 0 || strbuf_add_char(out, b->op) != 0)
        return -1;
    if (strbuf_add_char(out, ' ') != 0 || expr_print(b->right, out) != 0)
        return -1;
    return strbuf_add_char(out, ')');
}

int expr_print(const struct expr *e, struct strbuf *out)
{
    switch (e->kind) {
    case EXPR_NUMBER: return strbuf_add_int(out, e->u.number);
    case EXPR_NAME: return strbuf_add(out, e->u.name);
    case EXPR_BINARY: return print_binary(&e->u.binary, out);
    }
    return -1;
}
