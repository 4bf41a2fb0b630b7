/* contract/contract.h - what a declaration promises, read off its attributes and types.
 *
 * A contract is written per pointer level, so it is read per level: `char *__own _Nullable *line`
 * says nothing of `line` itself and everything of `*line`. Level gathers the facts of one level;
 * FunctionContract those of a whole function. Both are small values computed on demand from the
 * annotated types (Type.notes, Type.quals) and declaration attributes; nothing is stored twice.
 *
 * Inferred contracts (cases over memory) live in engine/summary.h; they and these meet where a
 * call is evaluated, declared facts first. */
#ifndef CORTEN_CONTRACT_CONTRACT_H
#define CORTEN_CONTRACT_CONTRACT_H

#include "sema/attr.h"
#include "sema/sema.h"

typedef enum WhenOp { WHEN_ALWAYS, WHEN_EQ, WHEN_NE, WHEN_LT, WHEN_LE, WHEN_GT, WHEN_GE } WhenOp;
typedef struct When {
    WhenOp op;       /* return OP value */
    int64_t value;   /* NULL is 0, EOF is -1 */
    bool understood; /* false: a condition that this reader does not know; may or may not hold */
} When;

/* A number made of parameters: a * b + add; -1: no such factor. */
typedef struct Extent {
    bool known;
    bool elements; /* counted_by: in elements of the pointee, not in bytes */
    int a, b;
    int64_t add;
} Extent;

typedef struct Level {
    bool own;    /* owner: `own` or `own_by` */
    Name family; /* release function of own_by; NULL: the malloc family */
    bool has_none;
    int64_t none; /* value that owns nothing, for handles */
    bool nullable, nonnull;
    bool null_unspecified; /* _Null_unspecified: nothing is claimed, as of unknown code */
    bool returned;         /* parameter: the result, where not null, is this very argument */
    int own_if_null;       /* result: owned only if this parameter is null (own is false then);
                            * -1: no such condition */
    bool inits, drops;
    bool noescape, captured, lifetimebound, is_static, noinvalidate;
    bool null_terminated;
    bool outside; /* its value, or what it points to, comes from outside the program */
    When own_when, inits_when, lifetime_when, null_when;
    Extent extent; /* parameter: so much is accessed there; result: so large is what it points to */
} Level;

/* corten_calls(compare, key, base[size]): the function that parameter `compare` points to is called
 * with the argument `key` and with pointers to pieces of `size` bytes of what `base` points to. */
enum { MOST_CALL_ARGS = 4 };
typedef struct CallsArgument {
    int param; /* -1: something of the library's own */
    int piece; /* parameter; -1: the argument itself */
} CallsArgument;
typedef struct Calls {
    int function; /* parameter */
    bool later;   /* corten_calls_later: after the call, or while it is not over for others */
    uint32_t count;
    CallsArgument args[MOST_CALL_ARGS];
} Calls;

typedef struct FunctionContract {
    bool known; /* somebody said what it does: an annotation, an attribute, a model */
    bool noreturn, returns_twice;
    bool must_check;     /* warn_unused_result */
    const char *builtin; /* corten_builtin("strcpy"): effect named in a model, or NULL */
    Level result;
    Level *params; /* param_count entries */
    uint32_t param_count;
    const ParamType *types; /* of the declaration that was read */
    /* NULL where the result is not a pointer in the ordinary sense: an owned handle with a value
     * that owns nothing ((iconv_t)-1), or one of which nothing is said. */
    const Type *result_type;
    VEC(Calls) calls;
    bool variadic;
    bool reads_variadic; /* printf-like: what follows the named parameters is only read */
    uint32_t format;     /* 1 + the parameter that is a format of printf's kind; or 0 */
    uint32_t formatted;  /* 1 + the first argument that it formats; 0: a va_list */
} FunctionContract;

/* One level: the type's own notes and qualifiers, joined with attributes of the declaration
 * (which speak of the outermost level). */
Level contract_level(const Type *t, const Attr *decl_attrs);
/* All of a function symbol's declaration; memory from `arena`. */
FunctionContract contract_of_function(Arena *arena, const Symbol *fn);
/* Evaluates a condition against a known result: 1 holds, 0 does not, -1 not known. */
int contract_when(const When *w, bool known, int64_t result);

#endif
