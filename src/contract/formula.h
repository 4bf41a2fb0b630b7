/* contract/formula.h - expressions in annotations: __counted_by(n * 2), __invariant(len <= cap).
 *
 * What comes in: the tokens of an annotation's argument, macros expanded. What goes out: a small
 * tree over integers, names of sibling parameters or fields, `return`, arithmetic, comparisons,
 * && and ||. Who evaluates it says what the names stand for. */
#ifndef CORTEN_CONTRACT_FORMULA_H
#define CORTEN_CONTRACT_FORMULA_H

#include "sema/sema.h"

typedef enum FormulaKind {
    FORMULA_INT,
    FORMULA_NAME, /* path: a, or a->b, a.b */
    FORMULA_RETURN,
    FORMULA_NOT,
    FORMULA_BINARY
} FormulaKind;

typedef struct Formula {
    uint8_t kind;
    uint8_t op; /* BinaryOp; BIN_LAND and BIN_LOR among them. INT: is it unsigned? */
    int64_t value;
    Name name, member; /* NAME: member of what it points to, or NULL */
    const struct Formula *a, *b;
} Formula;

/* NULL: not understood. */
const Formula *formula_parse(Arena *arena, const Token *tokens, uint32_t count);
/* Does it speak of this name? */
bool formula_names(const Formula *f, Name name);

#endif
