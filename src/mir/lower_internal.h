/* mir/lower_internal.h - what the files of the lowering share: the state, and who does what.
 *
 *   lower.c        the driver; locals, temps, blocks, emitting; clean-up of the finished graph
 *   lower_scope.c  which variables are alive where; leaving scopes by falling out or by a jump
 *   lower_stmt.c   statements
 *   lower_expr.c   values: a scalar expression becomes an Operand
 *   lower_assign.c operators with a side effect: = op= ++ --
 *   lower_place.c  lvalues become Places, structs and unions flow from place to place
 *   lower_cond.c   && || ! ?: as jumps
 *   lower_call.c   calls, lower_builtin.c  calls of __builtin functions
 *   lower_init.c   initialisers
 *   lower_vla.c    sizes that are known at run time only
 *   lower_asm.c    asm statements
 *   lower_escape.c jumps out of nested functions
 */
#ifndef CORTEN_MIR_LOWER_INTERNAL_H
#define CORTEN_MIR_LOWER_INTERNAL_H

#include "mir/mir.h"

/* A variable that is alive. The nodes form persistent lists (each knows its elder), so that one
 * pointer is the whole state of a program point, and a jump is the way from one list to another. */
typedef struct LiveNode {
    struct LiveNode *elder;
    LocalId local;
    uint32_t length;             /* of the list from here, this node included */
} LiveNode;

typedef struct MirLabel {
    struct MirLabel *outer;      /* the local label declared before (__label__), or NULL */
    Name name;
    BlockId block;
    LiveNode *state;             /* what is alive at the label; valid once defined */
    bool defined, address_taken;
} MirLabel;

typedef struct PendingGoto {     /* gotos are finished last, when all labels are known */
    BlockId from;
    LiveNode *state;
    MirLabel *label;             /* NULL: computed, to every label whose address was taken */
    Span span;
} PendingGoto;

typedef struct PendingAsm {
    BlockId from;
    LiveNode *state;
    MirLabel **labels;           /* NULL: of a function around this one */
    Span span;
} PendingAsm;

typedef struct CaseEntry { SwitchCase range; LiveNode *state; } CaseEntry;
typedef struct SwitchFrame {
    struct SwitchFrame *outer;
    VEC(CaseEntry) cases;
    BlockId fallback;            /* `default:`, or NO_BLOCK */
    LiveNode *fallback_state;
    const Type *type;            /* of the promoted controlling expression */
} SwitchFrame;

typedef struct LoopFrame {       /* where `break` and `continue` go */
    struct LoopFrame *outer;
    BlockId brk, cont;           /* cont: NO_BLOCK in a switch outside loops */
    LiveNode *brk_state, *cont_state;
} LoopFrame;

typedef struct Lower {
    Arena *arena;                /* the function's */
    const Unit *unit;
    Function *source;
    MirFunction *f;
    BlockId cur;                 /* block being filled; NO_BLOCK after a jump */
    VEC(Inst) open;              /* its instructions; moved into the block when it ends */
    LiveNode *live;
    uint32_t scope;              /* nesting depth of the current block */
    bool unsafe;                 /* inside __unsafe { } */
    bool answered;               /* inside (void)...: what is dropped, is dropped on purpose */
    Map locals;                  /* Symbol * -> LocalId + 1 */
    Map vla_sizes;               /* size expression of a VLA -> LocalId + 1 of the element count */
    Map labels;                  /* Name -> MirLabel *: labels of function scope */
    MirLabel *local_labels;      /* __label__, innermost first */
    VEC(MirLabel *) address_taken;
    VEC(PendingGoto) gotos;
    VEC(PendingAsm) asm_gotos;
    VEC(LocalId) temps;          /* aggregate temps that end with the full expression */
    LoopFrame *loop;
    SwitchFrame *switch_;
    uint32_t depth;              /* of recursion, see lower_enter */
} Lower;

#define LOWER_MAX_DEPTH 20000    /* the parser bounds nesting far below; this is the last guard */

static inline Span span_of(const Expr *e) { return (Span){ e->begin, e->end }; }

/* ---- lower.c -------------------------------------------------------------------------------- */
BlockId lower_new_block(Lower *l);
void lower_start(Lower *l, BlockId b);              /* goes on in b, also from an open block */
void lower_goto(Lower *l, BlockId to, Span span);   /* ends the block; nothing when it has ended */
void lower_end(Lower *l, Term t);                   /* ends the block with t */
BlockId lower_suspend(Lower *l);                    /* leaves the block open, to be ended later */
Inst *lower_emit(Lower *l, InstOp op, Span span);   /* valid until the next emit */
LocalId lower_local(Lower *l, LocalKind kind, const Type *type, Symbol *sym, Span span);
LocalId lower_temp(Lower *l, const Type *type, Span span);
Operand lower_temp_operand(const Lower *l, LocalId t);
Operand lower_int(Lower *l, const Type *type, i128 value);
Operand lower_zero(Lower *l, const Type *type);     /* 0, 0.0 or a null pointer */
Operand lower_float(Lower *l, const Type *type, long double value);
const Type *lower_size_type(const Lower *l);
const Type *lower_ptrdiff_type(const Lower *l);
void lower_finish(Lower *l);                        /* lower_tidy.c */
void lower_enter(Lower *l);                         /* guards recursion; then l->depth-- */
static inline bool lower_is_aggregate(const Type *t)
{
    return t->kind == TYPE_STRUCT || t->kind == TYPE_UNION || t->kind == TYPE_ARRAY;
}

/* ---- lower_scope.c -------------------------------------------------------------------------- */
void lower_live(Lower *l, LocalId local, Span span);             /* emits LIVE and remembers */
void lower_live_push(Lower *l, LocalId local);                   /* remembers only */
/* Cleanups and DEAD; l->live stays as it is. */
void lower_leave(Lower *l, LiveNode *from, LiveNode *to, Span span);
void lower_switch_state(Lower *l, LiveNode *from, LiveNode *to, Span span); /* leaves and enters */
void lower_jump(Lower *l, BlockId to, LiveNode *state, Span span);
void lower_scope_end(Lower *l, LiveNode *outer, Span span);      /* leaves and forgets */
LiveNode *lower_common(LiveNode *a, LiveNode *b);
void lower_end_temps(Lower *l, uint32_t mark, Span span);        /* DEAD for those since mark */
void lower_keep_temps(Lower *l, uint32_t mark);        /* they end with the scope instead */
MirLabel *lower_label(Lower *l, Name name);
void lower_declare_label(Lower *l, Name name);                   /* __label__ */
void lower_take_label(Lower *l, MirLabel *label);
void lower_finish_jumps(Lower *l);

/* ---- lower_escape.c ------------------------------------------------------------------------- */
void lower_escape_begin(Lower *l);                     /* the hidden variable, on entry */
/* Is it a label of a function around this one, and which of those that are jumped to? */
bool lower_escape_label(const Lower *l, Name name, const Function **owner, uint32_t *number);
void lower_escape_goto(Lower *l, const Function *owner, uint32_t number, Span span);
void lower_escape_computed(Lower *l, Operand x, LiveNode *live, Span span);
void lower_escape_check(Lower *l, bool returns, Span span); /* after a call */
bool lower_may_escape(const Lower *l);                 /* is there anything to check? */

/* ---- statements ----------------------------------------------------------------------------- */
void lower_stmt(Lower *l, const Stmt *s);
void lower_goto_address(Lower *l, Operand x, Span span);         /* goto *x */
void lower_decl(Lower *l, const Decl *d);
/* The body of ({ }): its value when `dest` is none and the type is scalar, else into dest. */
Operand lower_stmt_expr(Lower *l, const Expr *e, bool want, PlaceId dest);
void lower_asm(Lower *l, const Stmt *s);

/* ---- expressions ---------------------------------------------------------------------------- */
Operand lower_value(Lower *l, const Expr *e);       /* of scalar (complex, vector) type */
void lower_void(Lower *l, const Expr *e);           /* for its side effects */
void lower_full(Lower *l, const Expr *e);           /* as lower_void; a full expression */
Operand lower_convert(Lower *l, Operand v, ConvertKind k, const Type *to, Span span);
Operand lower_convert_auto(Lower *l, Operand v, const Type *to, Span span); /* finds the kind */
Operand lower_binary(Lower *l, BinaryOp op, Operand x, Operand y, const Type *type, Span span);
Operand lower_ptradd(Lower *l, Operand p, Operand n, const Type *elem, const Type *type, Span span);
Operand lower_negate_index(Lower *l, Operand n, Span span);
Operand lower_assign(Lower *l, const Expr *e, bool want);
Operand lower_incdec(Lower *l, const Expr *e, bool want);
Operand lower_call(Lower *l, const Expr *e, bool want, PlaceId dest);
Operand lower_builtin(Lower *l, const Expr *e, Symbol *callee, bool want, PlaceId dest);
Operand lower_va_list(Lower *l, const Expr *e);     /* address of the va_list e */
void lower_call_args(Lower *l, const Expr *e, Operand *args);
Operand lower_string(Lower *l, const Expr *e, const Type *pointer);

void lower_cond(Lower *l, const Expr *e, BlockId yes, BlockId no);
void lower_controlling(Lower *l, const Expr *e, BlockId yes, BlockId no); /* a full expression */
Operand lower_logical(Lower *l, const Expr *e);     /* value of && || */
Operand lower_select(Lower *l, const Expr *e, bool want, PlaceId dest); /* ?: */

/* ---- places --------------------------------------------------------------------------------- */
enum { BUILDER_STEPS = 4 };      /* most places have fewer */
typedef struct PlaceBuilder {
    Place p;                     /* p.count: steps so far */
    Projection few[BUILDER_STEPS];
    VEC(Projection) more;        /* those after the first few */
} PlaceBuilder;
static inline Projection *lower_step_at(PlaceBuilder *b, uint32_t i)
{
    return i < BUILDER_STEPS ? &b->few[i] : &b->more.data[i - BUILDER_STEPS];
}
void lower_build(Lower *l, const Expr *e, PlaceBuilder *b); /* lvalue or struct */
void lower_build_variable(Lower *l, Symbol *sym, PlaceBuilder *b, Span span);
void lower_build_local(Lower *l, LocalId local, PlaceBuilder *b, Span span);
void lower_build_deref(Lower *l, Operand pointer, const Type *type, PlaceBuilder *b, Span span);
void lower_step(Lower *l, PlaceBuilder *b, Projection p);
void lower_unstep(PlaceBuilder *b, const Type *type); /* the last step is taken back */
PlaceId lower_place_done(Lower *l, PlaceBuilder *b);
PlaceId lower_place(Lower *l, const Expr *e);
PlaceId lower_local_place(Lower *l, LocalId local, Span span);
PlaceId lower_deref_place(Lower *l, Operand pointer, const Type *type, Span span);
Operand lower_load(Lower *l, PlaceId p, const Type *type, Span span);
void lower_store(Lower *l, PlaceId p, Operand v, uint8_t flags, Span span);
void lower_zero_fill(Lower *l, PlaceId p, Span span);
void lower_copy(Lower *l, PlaceId to, PlaceId from, uint8_t flags, Span span);
Operand lower_address(Lower *l, PlaceId p, const Type *type, Span span); /* type: the pointer's */
/* A struct, union or array value: the place where it is. With dest: it is put there. */
PlaceId lower_aggregate(Lower *l, const Expr *e, PlaceId dest);
PlaceId lower_aggregate_temp(Lower *l, const Type *type, Span span);
PlaceId lower_compound_literal(Lower *l, const Expr *e);

/* ---- initialisers, sizes -------------------------------------------------------------------- */
void lower_init(Lower *l, PlaceBuilder *target, const Expr *init);
void lower_scan_labels(Lower *l, const Expr *init);  /* &&label inside a static initialiser */
void lower_vla_type(Lower *l, const Type *t);        /* evaluates the sizes inside t, once */
void lower_type_name(Lower *l, const TypeName *n, const Type *t); /* the same; n may be NULL */
void lower_typeof(Lower *l, const Specs *s, const Type *t);
Operand lower_sizeof(Lower *l, const Type *t, Span span);
bool lower_variable_size(const Type *t);             /* sizeof t is a run-time value */
/* GNU: offset at which r's segment n begins; see Segment in sema/type.h. */
Operand lower_segment(Lower *l, const Record *r, uint32_t n, Span span);

#endif
