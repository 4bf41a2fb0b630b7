/* sema/sema_internal.h - what the files of sema/ share with one another and with nobody else.
 *
 * One struct, Sema, lives for the run over one unit. It knows the scopes, the function that is
 * being completed and what is open in it. Files, in the order in which C is read:
 *
 *   scope.c      names to symbols and tags; "did you mean"
 *   spec.c       declaration specifiers to a base type        `const unsigned long`
 *   tag.c        struct, union, enum                          `struct s { int a : 3; }`
 *   declarator.c pointers, arrays, functions around it        `*(*f[3])(int)`
 *   decl.c       declarations: symbols, merging, functions    `static int x = 1;`
 *   decl_attr.c  what attributes do to symbols and types
 *   init.c       initialisers, flattened                      `{ .a[2] = 1, 2 }`
 *   expr.c, expr_op.c, expr_call.c, expr_misc.c, vector.c     expressions
 *   convert.c    conversions, written out
 *   stmt.c       statements, labels, switch, asm
 *
 * The one idea: each function returns the completed node, which may be another one than it was
 * given (a conversion around it); the caller stores it back. */
#ifndef CORTEN_SEMA_SEMA_INTERNAL_H
#define CORTEN_SEMA_SEMA_INTERNAL_H

#include "sema/attr.h"
#include "sema/builtin.h"
#include "sema/const.h"
#include "sema/sema.h"

/* ---- scopes -------------------------------------------------------------------------------- */
typedef struct NameSlot {
    Symbol *sym;     /* innermost ordinary identifier, or NULL */
    const Type *tag; /* innermost tag, or NULL */
    uint32_t sym_depth, tag_depth;
    Symbol *external; /* the entity with linkage of that name, from any scope */
} NameSlot;
enum { NAME_PAGE = 256 }; /* slots per page; pages are made when first touched */
typedef struct Undo {
    NameSlot *slot;
    const void *old;
    uint32_t old_depth;
    bool is_tag;
} Undo;
typedef struct SavedName {
    NameSlot *slot;
    const void *what;
    bool is_tag;
} SavedName;
typedef struct SavedScope {
    SavedName *names;
    uint32_t count;
} SavedScope;

/* ---- inside a function --------------------------------------------------------------------- */
/* The variably modified declarations that are in scope, innermost first: nobody may jump past
 * one into its scope, C23 6.8.7.2p1. */
typedef struct VmScope {
    const struct VmScope *outer;
    Loc loc;
    bool is_expr; /* the body of a statement expression, which nobody may jump into either */
} VmScope;
typedef struct LabelInfo {
    Name name, unique; /* unique: what the nodes are renamed to */
    Loc def, use;      /* LOC_NONE: not yet */
    uint32_t depth;    /* of a __label__ declaration: its scope */
    const VmScope *vm; /* at the definition */
} LabelInfo;
typedef struct CaseRange {
    i128 lo, hi;
    Loc loc;
    bool is_unsigned;
} CaseRange;
typedef struct SwitchState {
    struct SwitchState *outer;
    const Type *type;    /* promoted type of the controlling expression */
    const Type *written; /* before promotion */
    VEC(CaseRange) cases;
    Loc default_loc;
    const VmScope *vm;
} SwitchState;
typedef struct GotoUse {
    const LabelInfo *label;
    const VmScope *vm;
    Loc loc;
} GotoUse;
typedef struct FnState {
    struct FnState *outer;
    Function *fn;
    const Type *result;
    Map labels; /* Name -> LabelInfo *, function-wide */
    VEC(LabelInfo *) all_labels;
    VEC(LabelInfo *) local_labels; /* open __label__ declarations */
    SwitchState *switches;
    uint32_t loops, breakables;
    VEC(Name) undeclared; /* already reported in this function */
    uint32_t unique_labels;
    const VmScope *vm; /* here */
    VEC(GotoUse) gotos;
} FnState;

typedef struct FnMention {
    const Symbol *sym;
    const Function *in; /* NULL: at file scope */
    Loc at;
} FnMention;

typedef struct Sema {
    Unit *unit;
    Arena *arena; /* the unit's */
    Arena *tree;  /* of expressions and scratch; `arena` while something that stays is read */
    Types *types;
    const Target *target;
    NameSlot **pages;
    uint32_t page_count;
    VEC(Undo) undo;
    VEC(uint32_t) scope_starts; /* length of undo when the scope was entered */
    VEC(Symbol *) file_names;   /* for "did you mean": everything declared at file scope */
    VEC(Symbol *) tentative;
    VEC(FnMention) fn_values; /* functions that are named and not called; see level.c */
    VEC(FnMeeting) meetings;  /* all, whatever the level */
    FnState *fs;          /* NULL at file scope */
    uint32_t unevaluated; /* > 0: inside sizeof, typeof, an unchosen association */
    uint32_t next_symbol;
    Stmt *value_stmt; /* last one of the innermost statement expression */
    uint32_t depth;   /* of nested expressions and statements */
    bool failed;      /* some error was reported */
    bool in_proto;    /* reading parameter declarations */
    bool in_for;      /* reading the first clause of a `for` */
    bool callee;      /* the identifier being looked at is called */
    const Expr *condition; /* what `if` or a loop asks for */
} Sema;

/* ---- diagnostics (sema.c) ------------------------------------------------------------------ */
void sema_error(Sema *s, Span at, const char *fmt, ...) PRINTF_LIKE(3, 4);
void sema_error_at(Sema *s, Loc at, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* The same with a labelled note: "previous definition is here". */
void sema_error_note(Sema *s, Loc at, Loc other, const char *note, const char *fmt, ...)
    PRINTF_LIKE(5, 6);
void sema_mark_broken(Sema *s);
static inline Span span_of(const Expr *e)
{
    return (Span){e->begin, e->end};
}
static inline Span span_at(Loc l)
{
    return (Span){l, l};
}
static inline bool is_error(const Type *t)
{
    return t->kind == TYPE_ERROR;
}
#define SPELL(s, t) type_spell((s)->arena, (t))

/* ---- types at hand ------------------------------------------------------------------------- */
static inline const Type *basic(const Sema *s, TypeKind k)
{
    return type_basic(s->types, k);
}
static inline const Type *int_type(const Sema *s)
{
    return type_basic(s->types, TYPE_INT);
}
static inline const Type *size_type(const Sema *s)
{
    return type_basic(s->types, (TypeKind)s->target->size_t_kind);
}
enum { QUAL_C_MASK = QUAL_CONST | QUAL_VOLATILE | QUAL_RESTRICT | QUAL_ATOMIC };

/* ---- scope.c ------------------------------------------------------------------------------- */
void scope_push(Sema *s);
void scope_pop(Sema *s);
SavedScope scope_pop_save(Sema *s);            /* leaves a prototype scope, to be entered again */
void scope_reenter(Sema *s, SavedScope saved); /* binds the saved names in the current scope */
static inline uint32_t scope_depth(const Sema *s)
{
    return s->scope_starts.len;
}
NameSlot *scope_slot(Sema *s, Name n);
Symbol *scope_find(Sema *s, Name n);
Symbol *scope_find_here(Sema *s, Name n); /* in the current scope only */
const Type *scope_find_tag(Sema *s, Name n);
const Type *scope_find_tag_here(Sema *s, Name n);
void scope_bind(Sema *s, Name n, Symbol *sym);
void scope_bind_tag(Sema *s, Name n, const Type *t);
Symbol *symbol_new(Sema *s, SymbolKind k, Name n, const Type *t, Loc loc);
Name scope_suggest(Sema *s, Name wrong); /* a similar name in scope, or NULL */
Name suggest_field(Sema *s, const Record *r, Name wrong);
/* For a type that was never completed: "; did you mean `struct point`?", or "". */
const char *suggest_tag(Sema *s, const Type *t);

/* ---- spec.c, tag.c, declarator.c ----------------------------------------------------------- */
const Type *spec_type(Sema *s, Specs *specs, bool has_declarator);
const Type *tag_type(Sema *s, TagSpec *tag, bool alone, bool packed_enum);
/* definition: not NULL when a function's body follows; receives the scope of its parameters. */
const Type *declarator_type(Sema *s, const Type *base, Declarator *d, SavedScope *definition);
const Type *type_name_type(Sema *s, TypeName *tn);
const Type *type_name_storage(Sema *s, TypeName *tn, uint32_t allowed); /* SPEC_ bits */
void spec_only_type(Sema *s, const Specs *sp, uint32_t allowed); /* complains of more */
uint32_t spec_align(Sema *s, const AlignasSpec *list);
const Type *param_adjust(Sema *s, const Type *t);

/* ---- decl.c, decl_attr.c ------------------------------------------------------------------- */
void decl_external(Sema *s, Decl *d);
void decl_local(Sema *s, Decl *d);
void decl_vm_scope(Sema *s, Loc loc); /* a variably modified declaration: C23 6.8.7.2 */
void decl_static_assert(Sema *s, Decl *d);
Symbol *decl_implicit_function(Sema *s, Name n, Loc loc);
void decl_finish_unit(Sema *s);
void decl_add_global(Sema *s, Symbol *sym);
/* Classifies the list and completes those arguments that are expressions in this scope. */
void attrs_prepare(Sema *s, Attr *list);
void attrs_to_symbol(Sema *s, Symbol *sym, const Attr *attrs);
/* vector_size, mode: give another type. */
const Type *attrs_to_type(Sema *s, const Type *t, const Attr *attrs);
void sema_find_levels(Sema *s); /* level.c: fills Symbol.safe, Function.safe, Record.safe */
const Attr *attrs_notes(Sema *s, const Attr *list); /* those that go into Type.notes */

/* ---- init.c -------------------------------------------------------------------------------- */
/* Completes *init as the initialiser of an object of type t. The result is t, or for an array
 * of unknown size the completed type. */
const Type *init_object(Sema *s, const Type *t, Expr **init, bool is_static);

/* ---- expressions --------------------------------------------------------------------------- */
Expr *expr_check(Sema *s, Expr *e);   /* types e; no conversion of the result */
Expr *expr_rvalue(Sema *s, Expr *e);  /* expr_check and the conversions of 6.3.2.1 */
Expr *expr_discard(Sema *s, Expr *e); /* as a void expression */
Expr *expr_condition(Sema *s, Expr *e, const char *what); /* scalar rvalue */
bool expr_const_int(Sema *s, Expr **e,
                    i128 *value);         /* checks *e as an integer constant expression */
Expr *expr_error(Sema *s, const Expr *e); /* turns e into an error node */
Expr *expr_set_const(Expr *e, u128 value);
Expr *expr_string_new(Sema *s, const Expr *like, const char *bytes, uint32_t count);
Expr *expr_int_new(Sema *s, const Expr *like, const Type *t, u128 value);
const Expr *expr_strip(const Expr *e); /* the chosen one of _Generic and choose_expr */
Symbol *expr_symbol(const Expr *e);    /* of an identifier under conversions, or NULL */

Expr *expr_binary(Sema *s, Expr *e); /* expr_op.c: lhs and rhs are checked already */
Expr *expr_assign(Sema *s, Expr *e);
Expr *expr_cond(Sema *s, Expr *e);
Expr *expr_incdec(Sema *s, Expr *e);
bool expr_modifiable(Sema *s, const Expr *e, const char *what);
Expr *expr_call(Sema *s, Expr *e); /* expr_call.c */
Expr *expr_cast(Sema *s, Expr *e); /* expr_misc.c */
Expr *expr_compound_literal(Sema *s, Expr *e);
Expr *expr_sizeof(Sema *s, Expr *e);
Expr *expr_generic(Sema *s, Expr *e);
Expr *expr_stmt_expr(Sema *s, Expr *e);
Expr *expr_offsetof(Sema *s, Expr *e);
Expr *expr_types(Sema *s, Expr *e);         /* types_compatible_p, choose_expr, va_arg ... */
/* Complains that `user` wants a va_list unless o, an array of which has decayed, is one. */
bool expr_is_va_list(Sema *s, const Expr *o, const char *user);
Expr *expr_vector_binary(Sema *s, Expr *e); /* vector.c */
Expr *expr_vector_index(Sema *s, Expr *e);
uint64_t type_bytes(const Type *t);     /* size, of records and enums as they are now */
bool expr_is_any_result(const Expr *e); /* call of a target built-in: takes the type wanted */

/* ---- convert.c ----------------------------------------------------------------------------- */
Expr *convert_node(Sema *s, ConvertKind k, Expr *e, const Type *t);
Expr *convert_lvalue(Sema *s, Expr *e);            /* lvalue, array and function conversions */
const Type *convert_bit_field_type(Sema *s, const Expr *e); /* a bit-field's own type, or NULL */
Expr *convert_to(Sema *s, Expr *e, const Type *t); /* between scalars, or no-op */
Expr *convert_promote(Sema *s, Expr *e);
Expr *convert_argument_default(Sema *s, Expr *e);
/* As if by assignment; an error says what was being done. */
typedef enum AssignWhat { ASSIGN_ASSIGN, ASSIGN_INIT, ASSIGN_RETURN, ASSIGN_PASS } AssignWhat;
typedef struct AssignContext {
    AssignWhat what;
    Loc note; /* the parameter's declaration, or LOC_NONE */
} AssignContext;
Expr *convert_assign(Sema *s, Expr *e, const Type *t, const AssignContext *c);
/* A value goes to where type t is expected: noted, if these are pointers to functions. */
void convert_note_meeting(Sema *s, const Expr *e, const Type *t);
ConvertKind convert_kind(Sema *s, const Type *from, const Type *to);
const Type *convert_usual(Sema *s, Expr **a, Expr **b); /* converts both; the common type */
bool assign_compatible_records(Sema *s, const Type *a, const Type *b);

/* ---- stmt.c -------------------------------------------------------------------------------- */
void stmt_function_body(Sema *s, Function *f, Stmt *body);
void stmt_list(Sema *s, Stmt *first);
void stmt_block(Sema *s, Stmt *first); /* a scope of its own, with its __label__s */
Name stmt_label_use(Sema *s, Name n, Loc loc);
void stmt_local_labels(Sema *s, const Decl *d);

/* ---- print_init.c ---- */
void print_initialiser(const Unit *u, const Symbol *sym, Text *out); /* bytes and addresses */

#endif
