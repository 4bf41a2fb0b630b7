/* sema/builtin.h - what the compilers know without a declaration: __builtin_memcpy & co.
 *
 * What comes in: a name, and for generic built-ins the types of the arguments. What goes out: an
 * id, a function type, flags. The one idea: a signature is a short text in builtins.def, parsed
 * when a built-in is first used in a unit.
 *
 *     __builtin_memcpy      "v*v*vK*z"     void *(void *, const void *, size_t)
 *     __atomic_load_n       "TPi"          generic: P any pointer, T what it points to
 *
 * How sema types a call of built-in b with argument types args[n] (after lvalue conversion and
 * decay): if builtin_type(ts, b) is not NULL, b is an ordinary function of that type. Otherwise
 * argument i is converted to builtin_param(ts, b, args, n, i), or left as it is (floats and
 * small integers unpromoted) when that is NULL, and the call has type builtin_result(...). When
 * that is NULL, the built-in has flag BF_ANY_RESULT: the call takes the type that the
 * enclosing cast, assignment, initialisation, return or parameter wants, else int. */
#ifndef CORTEN_SEMA_BUILTIN_H
#define CORTEN_SEMA_BUILTIN_H

#include "sema/sema.h"

enum {                  /* builtin_flags */
       BF_LIB = 1 << 0, /* __builtin_x is the library's x, which is known as well */
       BF_NORETURN = 1 << 1,
       BF_CONST = 1 << 2,       /* a value of its arguments alone; no effect */
       BF_PURE = 1 << 3,        /* may read memory; no effect */
       BF_UNEVALUATED = 1 << 4, /* its arguments are not evaluated: constant_p, object_size */
       BF_TWICE = 1 << 5,       /* may return twice: setjmp */
       BF_ANY_RESULT = 1 << 6,  /* see above */
       BF_ALLOCA = 1 << 7,      /* memory of the calling function's frame */
       BF_ATOMIC = 1 << 8,      /* __atomic_, __sync_, __c11_atomic_ */
       BF_VA = 1 << 9,          /* va_start, va_end, va_copy: the va_list is an lvalue */
       BF_FOLDS = 1 << 10       /* const.c folds it when its arguments are constants */
};

/* Of "__builtin_memcpy", "__sync_synchronize"; BUILTIN_NONE when unknown. Names of target
 * built-ins that have no entry (__builtin_ia32_addps) are BUILTIN_TARGET. Call it for names that
 * are not declared; cheap for other names. */
BuiltinId builtin_lookup(Types *ts, Name name);
/* Of a library function's plain name: "memcpy" is BUILTIN_MEMCPY. */
BuiltinId builtin_library(Types *ts, Name name);
uint32_t builtin_flags(BuiltinId b);
/* The function type; NULL when generic. Made once per unit. */
const Type *builtin_type(Types *ts, BuiltinId b);
/* Of generic ones. `args` may hold error types. */
const Type *builtin_result(Types *ts, BuiltinId b, const Type *const *args, uint32_t n);
const Type *builtin_param(Types *ts, BuiltinId b, const Type *const *args, uint32_t n, uint32_t i);
/* How many arguments a generic one wants; max is UINT32_MAX for variadic ones. */
void builtin_arity(BuiltinId b, uint32_t *min, uint32_t *max);

/* The types behind __builtin_va_list & co: predeclared typedef names. NULL when `name` is none:
 * __builtin_va_list, __gnuc_va_list is the header's, __int128_t, __uint128_t,
 * __builtin_ms_va_list, __float80. */
const Type *builtin_typedef(Types *ts, Name name);
const Type *type_va_list(Types *ts);

/* size_t, ptrdiff_t, wchar_t, char16_t, char32_t, wint_t, intmax_t: the TypeKind kept in Target. */
static inline const Type *type_size_t(const Types *ts)
{
    return type_basic(ts, (TypeKind)types_target(ts)->size_t_kind);
}
static inline const Type *type_ptrdiff(const Types *ts)
{
    return type_basic(ts, (TypeKind)types_target(ts)->ptrdiff_kind);
}

#endif
