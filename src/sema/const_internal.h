/* sema/const_internal.h - what the const_*.c files share: the walk and its pieces. */
#ifndef CORTEN_SEMA_CONST_INTERNAL_H
#define CORTEN_SEMA_CONST_INTERNAL_H

#include "sema/builtin.h"
#include "sema/const.h"

typedef struct Walk {
    const Unit *unit; /* may be NULL */
    uint32_t depth;   /* of the walk */
    uint32_t steps;   /* nodes seen: const objects made of const objects would double forever */
} Walk;
#define WALK_MAX_DEPTH 1000 /* deeper expressions are no constants */
#define WALK_MAX_STEPS (1u << 16)

bool const_walk(Walk *v, const Expr *e, ConstValue *out); /* const.c */
bool const_walk_address(Walk *v, const Expr *e,
                        ConstValue *out);                      /* const_address.c: of an lvalue */
bool const_walk_read(Walk *v, const Expr *e, ConstValue *out); /* the value of an lvalue */
bool const_walk_pointer(const Expr *e, ConstValue a, ConstValue b, ConstValue *out);
bool const_walk_call(Walk *v, const Expr *e, ConstValue *out); /* const_builtin.c */

/* const_number.c. Values are of type `t` (operands of type `from`). */
bool const_convert(const Type *from, const Type *to, ConstValue in, ConstValue *out);
bool const_unary(const Type *t, UnaryOp op, ConstValue a, ConstValue *out);
bool const_binary(const Type *t, const Type *from, BinaryOp op, ConstValue a, ConstValue b,
                  ConstValue *out);
long double const_round(const Type *t, long double v); /* to what floating type t holds */
/* Whether a value is not zero; false when that can't be told. */
bool const_truth(ConstValue a, bool *truth);

static inline ConstValue const_int(const Type *t, u128 bits)
{
    return (ConstValue){.kind = CONST_INT, .i = (i128)type_wrap(t, bits)};
}
static inline ConstValue const_float(const Type *t, long double x)
{
    return (ConstValue){.kind = CONST_FLOAT, .re = const_round(t, x)};
}

#endif
