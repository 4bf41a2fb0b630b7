/* sema/const_internal.h - what the const_*.c files share: the walk and its pieces. */
#ifndef CORTEN_SEMA_CONST_INTERNAL_H
#define CORTEN_SEMA_CONST_INTERNAL_H

#include "sema/builtin.h"
#include "sema/const.h"

typedef struct Eval {
    const Unit *unit;       /* may be NULL */
    uint32_t depth;         /* of the walk */
} Eval;
#define EVAL_MAX_DEPTH 1000 /* deeper expressions are no constants */

bool eval(Eval *v, const Expr *e, ConstValue *out);          /* const.c */
bool eval_address(Eval *v, const Expr *e, ConstValue *out);  /* const_address.c: of an lvalue */
bool eval_read(Eval *v, const Expr *e, ConstValue *out);     /* the value of an lvalue */
bool eval_pointer_binary(const Expr *e, ConstValue a, ConstValue b, ConstValue *out);
bool eval_call(Eval *v, const Expr *e, ConstValue *out);     /* const_builtin.c */

/* const_number.c. Values are of type `t` (operands of type `from`). */
bool number_convert(const Type *from, const Type *to, ConstValue in, ConstValue *out);
bool number_unary(const Type *t, UnaryOp op, ConstValue a, ConstValue *out);
bool number_binary(const Type *t, const Type *from, BinaryOp op, ConstValue a, ConstValue b,
                   ConstValue *out);
long double number_round(const Type *t, long double v);      /* to what floating type t holds */
/* Whether a value is not zero; false when that can't be told. */
bool number_truth(ConstValue a, bool *truth);

static inline ConstValue const_int(const Type *t, u128 bits)
{
    return (ConstValue){.kind = CONST_INT, .i = (i128)type_wrap(t, bits)};
}
static inline ConstValue const_float(const Type *t, long double x)
{
    return (ConstValue){.kind = CONST_FLOAT, .re = number_round(t, x)};
}

#endif
