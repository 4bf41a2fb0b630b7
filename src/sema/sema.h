/* sema/sema.h - meaning: names bound to symbols, every expression typed, every conversion written
 * out.
 *
 * What comes in: the parser's tree. What goes out: the same tree, completed in place (see
 * syntax/ast.h, fields marked [sema]), and a Unit: the list of functions with bodies, of
 * variables, of everything lowering needs. An error in one declaration leaves the rest usable:
 * a function with an error inside has `broken` set and is not lowered. */
#ifndef CORTEN_SEMA_SEMA_H
#define CORTEN_SEMA_SEMA_H

#include "sema/type.h"

typedef enum SymbolKind { SYM_VAR, SYM_PARAM, SYM_FUNCTION, SYM_TYPEDEF, SYM_ENUM_CONST,
                          SYM_BUILTIN /* __builtin_x */ } SymbolKind;
typedef enum Linkage { LINK_NONE, LINK_INTERNAL, LINK_EXTERNAL } Linkage;

typedef enum BuiltinId {
    BUILTIN_NONE,
#define BUILTIN(e, name, sig, flags) BUILTIN_##e,
#include "sema/builtins.def"
#undef BUILTIN
    BUILTIN_COUNT
} BuiltinId;
const char *builtin_name(BuiltinId b);       /* "__builtin_memcpy" */

typedef enum AttrKind {
    ATTR_UNKNOWN,
#define ATTRIBUTE(e, name) ATTR_##e,
#include "sema/attributes.def"
#undef ATTRIBUTE
    ATTR_COUNT
} AttrKind;
const Attr *attr_find(const Attr *list, AttrKind k);  /* first of that kind, or NULL */

typedef struct Symbol {
    SymbolKind kind;
    Loc loc;                           /* of the name in the first declaration */
    Name name;
    const Type *type;
    const Attr *attrs;                 /* of all declarations, joined; on typedefs, too */
    const char *asm_name;              /* asm label, or NULL */
    Expr *init;                        /* variables: converted initialiser of the definition */
    struct Function *function;         /* SYM_FUNCTION with a body here */
    struct Function *owner;            /* function whose local this is (static locals too) */
    struct Symbol *overload;           /* clang's overloadable: the next function of that name */
    i128 enum_value;
    Loc def_loc;                       /* in the definition, LOC_NONE if none was seen */
    uint32_t storage;                  /* SPEC_ bits of the declarations, joined */
    Linkage linkage;
    BuiltinId builtin;                 /* SYM_BUILTIN, and library functions known as built-in */
    uint32_t align;                    /* _Alignas and aligned(), 0: the type's */
    uint32_t id;                       /* dense per unit */
    uint32_t scope_depth;              /* 0: file */
    bool is_global;                    /* lives outside functions, or is a static local */
    bool thread_local_, is_definition, tentative, address_taken, used, is_constexpr;
    bool gnu_inline, always_inline, noreturn;
    bool unavailable;                  /* __attribute__((unavailable)) */
    bool mentioned;                    /* a function named outside functions */
    bool implicit_decl;                /* a function declared by its first call only */
    bool captured;                     /* a local used by a nested function */
    bool safe;                         /* declared in safe code: that has defaults */
} Symbol;

typedef struct Function {
    Symbol *sym;
    Decl *decl;
    Stmt *body;
    Symbol **params; uint32_t param_count;
    const Type *type;                  /* as this definition says; sym's is merged with others */
    struct Function *outer;            /* of a nested function */
    VEC(Symbol *) names;               /* functions that its body mentions, nested ones included */
    bool broken;                       /* had an error: not lowered */
    bool uses_alloca, calls_setjmp, has_vla, has_computed_goto;
    bool safe, unsafe;                 /* its body is at level safe; __unsafe: only so callable */
    /* GNU: jumps of nested functions to labels of this one. They leave through `escape`, a hidden
     * variable of this function: 0, or 1 + the label's index in `escapes`, or what a computed goto
     * was given. See mir/lower_escape.c. */
    Symbol *escape;
    VEC(Name) escapes;
    Span span;
    VEC(Span) fences;                  /* __unsafe { } blocks in it, in source order */
    uint32_t index;                    /* in Unit.functions */
} Function;

/* In safe code: a function, or a pointer to one, gets to where a function of type `to` is expected;
 * or a function is declared again. Whether the contracts agree is for checks/conform.c. */
typedef struct FnMeeting {
    Symbol *sym;                       /* the function, where it is named; else NULL */
    const Function *in;                /* sema's alone; NULL: at file scope */
    Name function;                     /* the same by name */
    const Type *from, *to;             /* of functions; declared again: the later and the earlier */
    const Attr *from_attrs, *to_attrs; /* declared again: those of the declarations */
    Span at;
    bool again, from_safe, to_safe;
    bool misfit;                       /* not even to C do the types agree */
} FnMeeting;

typedef struct Unit {
    Arena *arena;
    /* of `ast` and sema's scratch; NULL: arena. See unit_forget_tree */
    Arena *tree;
    Names *names;
    DiagSink *diag;
    SourceMap *map;
    const Dialect *dialect;
    const Target *target;
    Types *types;
    const PpResult *pp;
    const char *path;                  /* of the main file, as given */
    Ast ast;
    VEC(Function *) functions;         /* in source order; nested ones after their outer one */
    VEC(Symbol *) globals;             /* variables and functions with linkage or static storage */
    VEC(FnMeeting) meetings;           /* of function types, in safe code */
    VEC(const Type *) tags;            /* records and enumerations, in source order */
    uint32_t symbol_count;
    bool safe_by_default;              /* --safe: the user's own files begin at that level */
} Unit;

/* Completes the tree. False when there were errors. `unit` comes with arena, names, diag, map,
 * dialect, target, pp, path and ast set. */
bool sema_run(Unit *unit);

/* Evaluates an integer constant expression after sema; false when it is none. */
bool sema_const_int(const Expr *e, i128 *value);
/* The tree is gone, or will be: what still points into it becomes NULL. Left are types, symbols
 * with their attributes, and the initialisers of variables at file scope. */
void unit_forget_tree(Unit *u);
/* Which functions can matter to a check of this unit, by Function.index: not those of headers that
 * have internal linkage and are mentioned by nobody who matters. */
BitSet unit_reached(Arena *scratch, const Unit *u, const SourceFile *main_file);
/* corten dump types: records with offsets, globals */
void sema_print_types(const Unit *u, Text *out);

#endif
