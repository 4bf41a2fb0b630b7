/* expr.h - formulas as trees: parse one, compute it, print it.
 * SPDX-License-Identifier: MIT
 *
 *     sum     = product { ("+" | "-") product }
 *     product = factor { ("*" | "/" | "%") factor }
 *     factor  = number | name | "-" factor | "(" sum ")"
 *
 * The nodes of a tree live in an arena, and point to each other without owning each other. Which
 * member of a node's union may be read, its `kind` tells: __tagged_by makes that a rule. */
#ifndef SAFE_EXPR_H
#define SAFE_EXPR_H

#include "arena.h"
#include "strbuf.h"
#include <corten.h>
#include <stdint.h>
#pragma corten safe

/* How deep a tree may be, and how deep in parentheses a formula. */
#define EXPR_MAX_DEPTH 200u

enum expr_kind { EXPR_NUMBER, EXPR_NAME, EXPR_BINARY };

struct expr_binary {
    char op;
    const struct expr *left;
    const struct expr *right;
};

struct expr {
    unsigned depth;
    enum expr_kind kind;
    union {
        int64_t number __tagged_by(kind, EXPR_NUMBER);
        const char *name __tagged_by(kind, EXPR_NAME);
        struct expr_binary binary __tagged_by(kind, EXPR_BINARY);
    } u;
};

/* What names stand for. */
struct expr_variable {
    const char *name;
    int64_t value;
};

enum expr_error { EXPR_OK, EXPR_UNKNOWN_NAME, EXPR_OVERFLOW, EXPR_DIVISION_BY_ZERO };

/* NULL: not a formula, or too deep a one, or no memory. *wrong is how far in the text it came. The
 * tree does not borrow from the text. */
const struct expr *_Nullable expr_parse(struct arena *__lifetimebound __noinvalidate a,
                                        const char *text, size_t *__inits wrong);

enum expr_error expr_compute(const struct expr *e,
                             const struct expr_variable *__counted_by(n) variables, size_t n,
                             int64_t *__inits __when(return == EXPR_OK) result);

/* With all parentheses. */
int expr_print(const struct expr *e, struct strbuf *out);

#endif
