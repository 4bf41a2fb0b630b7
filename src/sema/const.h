/* sema/const.h - constants: what a completed expression is worth before the program runs.
 *
 * What comes in: an expression that sema has completed (types set, conversions written out). What
 * goes out: an integer of 128 bits wrapped to its type, a floating value rounded to its type, or
 * an address: the start of an object plus bytes.
 *
 *     (3u - 4) >> 28         int 15
 *     &tab[2].name           address of symbol tab + 2 * sizeof *tab + offsetof(name)
 *     (long)&((struct s *)0)->m     int
 *
 * Two doors. const_fold() looks at one node whose operands are already folded, and sets
 * Expr.is_const and Expr.value for integer constants: sema calls it on every node it builds.
 * const_eval() walks down, and knows floats and addresses as well: for initialisers. */
#ifndef CORTEN_SEMA_CONST_H
#define CORTEN_SEMA_CONST_H

#include "sema/sema.h"

typedef enum ConstKind {
    CONST_NONE,
    CONST_INT,
    CONST_FLOAT,
    CONST_COMPLEX,
    CONST_ADDRESS
} ConstKind;
typedef enum ConstBase {
    CONST_BASE_SYMBOL,  /* variable or function: sym */
    CONST_BASE_STRING,  /* string literal or __func__: expr */
    CONST_BASE_LITERAL, /* compound literal: expr */
    CONST_BASE_LABEL    /* &&label: expr */
} ConstBase;

typedef struct ConstValue {
    ConstKind kind;
    i128 i;             /* INT: the bits, sign- or zero-extended as the type says (type_wrap);
                               also null and integers cast to pointers */
    long double re, im; /* FLOAT, COMPLEX (complex integers, too) */
    ConstBase base;     /* ADDRESS */
    const Symbol *sym;
    const Expr *expr;
    int64_t offset; /* bytes from the start of the base */
} ConstValue;

/* False, and kind NONE, when e is no constant. `u` may be NULL. */
bool const_eval(const Unit *u, const Expr *e, ConstValue *out);
/* Sets e->is_const and e->value when e is an integer constant, given that its operands went
 * through const_fold before. Cheap: looks at one node, deeper only where a float or an address
 * becomes an integer. Never clears is_const. */
void const_fold(const Unit *u, Expr *e);
/* The address of an lvalue: &e. */
bool const_address(const Unit *u, const Expr *e, ConstValue *out);
/* True for a null pointer constant, C23 6.3.2.3p3: 0, (void *)0, nullptr. */
bool const_is_null_pointer(const Expr *e);

/* sema_const_int() of sema/sema.h is implemented here, too. */

#endif
