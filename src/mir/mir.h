/* mir/mir.h - the control-flow graph over places that every analysis works on.
 *
 *     int f(struct s *p) { return p->n + 1; }
 *
 *     fn f {                                     locals: _0 result, _1 p, _2.. temps
 *       bb0:
 *         _2 = load _1                           every read of an object is one instruction
 *         _3 = load (*_2).n                      a place: base, then fields and indices
 *         _4 = _3 + 1:int                        operands are temps or constants, never memory
 *         store _0 = _4
 *         return
 *     }
 *
 * Everything that C leaves implicit is written out: conversions, short circuit, order of evaluation
 * (left to right, where C leaves it open), scope ends (`dead`), cleanup attributes (calls),
 * switch, VLA sizes. A *temp* is written once, or once on each path that meets (?: && ||), before
 * it is read on every path, and its address is never taken. A variable lives in a local that is
 * only reached through places. A place dereferences at most once, at its base:
 * p->q->r is `_2 = load _1; _3 = load (*_2).q; ... (*_3).r`.
 * p[i] on a pointer is `_t = ptradd p, i` then (*_t); a[i] on an array is the projection [i].
 *
 * A variable's storage begins with LIVE where its declaration is reached (a jump past it: at the
 * jump), and ends with DEAD wherever control leaves its block, after its cleanup call. Parameters
 * have neither. Compound literals are variables without a symbol; aggregate temps end with
 * the full expression. The entry block has no predecessors.
 *
 * mir_verify checks all of this after each lowering in debug builds. */
#ifndef CORTEN_MIR_MIR_H
#define CORTEN_MIR_MIR_H

#include "sema/sema.h"

typedef struct LocalId { uint32_t i; } LocalId;
typedef struct BlockId { uint32_t i; } BlockId;
typedef struct PlaceId { uint32_t i; } PlaceId;
#define ID_NONE UINT32_MAX
#define NO_LOCAL ((LocalId){ ID_NONE })
#define NO_PLACE ((PlaceId){ ID_NONE })
#define NO_BLOCK ((BlockId){ ID_NONE })
static inline bool local_is(LocalId l) { return l.i != ID_NONE; }
static inline bool place_is(PlaceId p) { return p.i != ID_NONE; }

typedef enum OperandKind {
    OPERAND_NONE,
    OPERAND_TEMP,      /* local: a temp */
    OPERAND_INT,       /* bits: the value, sign- or zero-extended by its type from 64 bits */
    OPERAND_WIDE,      /* index into MirFunction.wide: integers of more than 64 bits */
    OPERAND_FLOAT,     /* index into MirFunction.floats */
    OPERAND_NULL,      /* null pointer (also nullptr) */
    OPERAND_GLOBAL,    /* address of sym + bits bytes; functions, too */
    OPERAND_STRING,    /* address of string literal `index` + bits bytes */
    OPERAND_BLOCK,     /* &&label */
    OPERAND_PLACE,     /* call arguments only: an aggregate by value */
    OPERAND_UNDEF      /* indeterminate: the value of a function that fell off its end */
} OperandKind;

typedef struct Operand {
    uint8_t kind;                /* OperandKind */
    uint32_t index;              /* LocalId, PlaceId, BlockId or table index */
    const Type *type;            /* never NULL but for NONE */
    union { uint64_t bits; } u;
    Symbol *sym;                 /* OPERAND_GLOBAL */
} Operand;

typedef enum ProjectionKind { PROJ_FIELD, PROJ_INDEX, PROJ_REAL, PROJ_IMAG } ProjectionKind;
typedef struct Projection {
    uint8_t kind;
    const Field *field;          /* FIELD: of a struct or union; bit-fields as well */
    Operand index;               /* INDEX: of an array or vector, integer of any width */
    const Type *type;            /* of the place after this step */
} Projection;

typedef enum PlaceBase {
    PLACE_LOCAL, PLACE_GLOBAL, PLACE_DEREF,
    PLACE_UPVAR                  /* outer function's local */
} PlaceBase;
typedef struct Place {
    uint8_t base;                /* PlaceBase */
    LocalId local;               /* LOCAL; a variable, or an aggregate temp */
    Symbol *sym;                 /* GLOBAL; UPVAR */
    Operand pointer;             /* DEREF: a temp or an address constant */
    const Type *base_type;       /* of the base object (the pointee) */
    uint32_t first, count;       /* in MirFunction.projections */
    const Type *type;            /* of the whole place */
    Span span;                   /* of the lvalue expression */
} Place;

typedef enum InstOp {
#define INST(e, m) INST_##e,
#include "mir/mir.def"
#undef INST
    INST_OP_COUNT
} InstOp;

enum { INST_VOLATILE = 1, INST_ATOMIC = 2,
       INST_IMPLICIT = 4,        /* not written by the user: cleanup, zero fill, returned value */
       INST_UNSAFE = 8,          /* inside __unsafe { } */
       INST_NORETURN = 16,       /* call that does not come back; an UNREACHABLE follows */
       INST_RETURNS_TWICE = 32,  /* setjmp */
       INST_INIT = 64,           /* a store of a declaration's initialiser */
       INST_VOID_CAST = 128 };   /* the result was discarded by an explicit (void), or only an
                                  * operator looked at it: !f(); */

typedef struct AsmInfo {
    AsmStmt *stmt;                       /* its texts; NULL when gone with the tree */
    PlaceId *outs; uint32_t out_count;   /* written (and read when "+") */
    bool clobbers_memory;
} AsmInfo;

typedef struct Inst {
    uint8_t op;                  /* InstOp */
    uint8_t sub;                 /* UnaryOp, BinaryOp, ConvertKind */
    uint8_t flags;
    LocalId dst;                 /* temp written; of LIVE, DEAD, VLA: the variable */
    PlaceId a, b;
    Operand x, y;
    Operand *args; uint32_t arg_count;
    const Span *arg_spans;       /* CALL, BUILTIN: where each argument stands; NULL: not known */
    uint32_t builtin;            /* BuiltinId */
    const Type *type;            /* PTRADD, PTRSUB: element; VA_ARG: asked for; CALL: function */
    AsmInfo *asm_;
    Span span;                   /* of the expression, for messages */
} Inst;

typedef enum TermKind {
    TERM_NONE, TERM_GOTO, TERM_BRANCH, TERM_SWITCH, TERM_RETURN, TERM_UNREACHABLE,
    TERM_GOTO_COMPUTED, TERM_ASM_GOTO
} TermKind;
typedef struct SwitchCase { i128 lo, hi; BlockId target; Span span; } SwitchCase; /* inclusive */
typedef struct Term {
    uint8_t kind;                /* TermKind */
    Operand x;                   /* condition (integer or pointer: != 0), switch value, address */
    BlockId then, other;         /* GOTO then; BRANCH then/other; SWITCH: other is the default */
    SwitchCase *cases; uint32_t case_count;
    BlockId *targets; uint32_t target_count; /* computed goto, asm goto (then: fall through) */
    AsmInfo *asm_;
    Span span;                   /* of the condition or statement; implicit RETURN: closing brace */
    bool implicit;               /* return at the closing brace; loop back edge */
} Term;

typedef struct Block {
    VEC(Inst) insts;
    Term term;
    bool unsafe;
} Block;

typedef enum LocalKind { LOCAL_RETURN, LOCAL_PARAM, LOCAL_VAR, LOCAL_TEMP } LocalKind;
typedef struct Local {
    uint8_t kind;                /* LocalKind */
    bool address_taken;          /* by an operand, or a nested function uses it */
    bool aggregate_temp;         /* a place without name: a struct result, a compound literal */
    bool discarded;              /* (void)x; or if (0) f(x); stands somewhere: a use, and no read */
    const Type *type;
    Symbol *sym;                 /* PARAM, VAR */
    Span span;                   /* declaration; of a temp: the expression whose value it holds */
    uint32_t scope;              /* nesting depth of its block */
} Local;

typedef struct MirString {
    const char *bytes;           /* count elements, without the terminating zero */
    uint32_t count;
    uint8_t elem_size;
    const Type *type;            /* of the array */
} MirString;

/* A label whose address is a value: &&name. */
typedef struct MirLabelValue { Name name; BlockId block; } MirLabelValue;

typedef struct MirFunction {
    Arena *arena;
    Symbol *sym;
    Function *source;            /* NULL when read back from text */
    const Unit *unit;
    VEC(Local) locals;           /* [0] result (type void possible), then params in order */
    uint32_t param_count;
    VEC(Block) blocks;           /* [0] entry; unreachable ones are removed */
    VEC(Place) places;
    VEC(Projection) projections;
    VEC(u128) wide;
    VEC(long double) floats;
    VEC(MirString) strings;
    VEC(MirLabelValue) labels;   /* for static tables of label addresses; not part of the text */
    Span end;                    /* closing brace */
    uint32_t inst_count;
} MirFunction;

/* Lowers one function of the unit. NULL when it is broken (sema said so). BUGs through `arena`. */
MirFunction *mir_lower(Arena *arena, const Unit *unit, Function *f);

/* Checks the invariants above; BUG with the function's name and the instruction on a violation. */
void mir_verify(Arena *scratch, const MirFunction *f);

/* Text form: types and symbols that the function mentions, then the function; reads back. */
void mir_print(const MirFunction *f, Text *out);
void mir_print_inst(const MirFunction *f, const Inst *in, Text *out);
void mir_print_term(const MirFunction *f, const Term *t, Text *out);
void mir_print_place(const MirFunction *f, PlaceId p, Text *out);
void mir_print_operand(const MirFunction *f, const Operand *o, Text *out);
/* Reads what mir_print wrote. NULL and a message with a line number on malformed text. */
MirFunction *mir_read(Arena *arena, Names *names, const Target *target, const char *text,
                      size_t len, const char **error);

/* ---- graph facts, computed once per function ------------------------------------------------ */
typedef struct MirGraph {
    uint32_t block_count;
    BlockId *rpo;                /* reverse post-order, block_count entries */
    uint32_t *rpo_index;         /* by block */
    BlockId *idom;               /* immediate dominator; the entry's is itself */
    BlockId **preds; uint32_t *pred_count;
    bool *loop_head;             /* target of a back edge (retreating edge in rpo) */
    BitSet *live_in;             /* by block: locals live on entry; not those of taken address */
} MirGraph;
MirGraph *mir_graph(Arena *arena, const MirFunction *f);
/* Successors in order; at most `cap` are written, the count is returned. */
uint32_t mir_successors(const Term *t, BlockId *out, uint32_t cap);

static inline const Place *mir_place(const MirFunction *f, PlaceId p)
{
    return &f->places.data[p.i];
}
static inline const Local *mir_local(const MirFunction *f, LocalId l)
{
    return &f->locals.data[l.i];
}

#endif
