/* engine/engine.h - the abstract interpreter: functions in, violated obligations and summaries out.
 *
 * Every access, release, scope end and call asks something of the state (engine/obligation.c). What
 * the path violates for certain becomes a Violation and is handed to `report` at once, while the
 * path's events can still be walked; what only a caller can answer stays in the function's summary
 * and is asked again at each call. The engine decides no policy and writes no message.
 *
 * Functions are analysed bottom-up over the call graph; those of a cycle together, until their
 * summaries no longer change (engine/recursion.c). */
#ifndef CORTEN_ENGINE_ENGINE_H
#define CORTEN_ENGINE_ENGINE_H

#include "engine/state.h"
#include "mir/program.h"

typedef enum ViolationKind {
    VIOLATION_FREED_USE,    /* access through, or passing on, of a pointer into a freed region */
    VIOLATION_MOVED_USE,    /* the same after realloc moved it */
    VIOLATION_SCOPE_USE,    /* the same after the variable's scope ended */
    VIOLATION_SCOPE_ESCAPE, /* a local's address leaves the function */
    VIOLATION_NULL,         /* dereference or non-null argument */
    VIOLATION_UNINIT,
    VIOLATION_RELEASED_TWICE,
    VIOLATION_RELEASE_INVALID, /* not an allocation, or not at its start */
    VIOLATION_RELEASE_FAMILY,
    VIOLATION_LOST,     /* the last owner is gone */
    VIOLATION_BOUNDS,   /* an access outside its object, or outside an array in it */
    VIOLATION_TYPE,     /* an object is used as one of another type */
    VIOLATION_OVERFLOW, /* arithmetic that decides a size leaves its type */
    VIOLATION_DIVISOR,
    VIOLATION_SHIFT,
    /* at level safe only: */
    VIOLATION_TAKEN_USE, /* access, or passing on, after ownership went to a callee */
    VIOLATION_OUTLIVES,  /* a borrow is stored where it may outlive what it borrows from */
    VIOLATION_CONTRACT,  /* a promise is not kept */
    VIOLATION_UNSAFE,    /* needs __unsafe */
    VIOLATION_GAVE_UP
} ViolationKind;

/* What is refused, of those kinds that have several reasons. */
typedef enum WhyRefused {
    WHY_NONE,
    WHY_INT_TO_POINTER,
    WHY_CONST_LOST,
    WHY_OPAQUE,       /* void * to T * */
    WHY_CAST,         /* of one object type to another */
    WHY_UNTAGGED,     /* a member of a union without a tag is read */
    WHY_UNSAFE_CALLEE,
    WHY_UNKNOWN_CALLEE,
    WHY_ASM,
    WHY_INVARIANT,    /* of a record does not hold */
    WHY_UNFILLED,     /* __inits, and not all is */
    WHY_MOVED_OUT,    /* a member no longer owns what it says */
    WHY_NOT_OWNED,    /* given as owned, and is not */
    WHY_OTHER_ORIGIN, /* the result borrows from what the declaration does not name */
    WHY_UNSAID,       /* several pointers, and none is said to be where the result comes from */
    WHY_INVALIDATES,  /* __noinvalidate, and it does */
    WHY_RESULT,       /* of NULL: the result, which is never null */
    WHY_MEMBER,       /* of NULL and the ends of lives: what a member holds, that others look at */
    WHY_DISAGREE      /* of TYPE: the tag, and the member that was written last */
} WhyRefused;

typedef struct Violation {
    ViolationKind kind;
    Span span;          /* where the finding stands */
    Span subject;       /* the expression that is spoken of; may be empty */
    uint32_t region;    /* 0: none */
    uint32_t event;     /* newest event of the path */
    uint32_t cause;     /* event that freed it, made it null ..., 0 unknown */
    bool maybe;         /* NULL: the value may be null (a contract says so), not is */
    bool argument;      /* it is an argument of a call to `callee` */
    bool reached;       /* not the argument itself, but something that the callee reaches from it */
    const char *callee; /* function called, or releasing function; NULL */
    const char *inner;  /* place inside the callee that needs it, as text; NULL */
    /* of the kinds that speak of numbers: */
    Value number;            /* the index, offset in bytes, divisor, shift count or left operand */
    Value other;             /* BOUNDS: bytes accessed; OVERFLOW: right operand */
    Interval range;          /* what `number` can be here; OVERFLOW: what the exact result can be */
    Value limit;             /* BOUNDS: elements of the array, bytes of the object; SHIFT: width */
    uint64_t element;        /* BOUNDS: bytes of an element of the array; 0: number is in bytes */
    uint32_t source;         /* symbol that came from outside and decides it; 0 */
    uint8_t op;              /* OVERFLOW: BinaryOp */
    enum { TEXT_NONE, TEXT_WITHOUT_END, TEXT_MAY_NOT_END } text; /* BOUNDS: wanted as a string */
    bool write;              /* BOUNDS: it is written */
    bool unproved;           /* level safe: not known to be so, only not known not to be */
    uint8_t why;             /* WhyRefused */
    const Type *held;        /* TYPE: of the object */
    const Type *wanted;      /* TYPE: that it is used as; OVERFLOW: of the arithmetic */
} Violation;

typedef struct Summary Summary;
typedef struct Component Component; /* functions that call each other in a cycle */
typedef struct Held Held;           /* what waits until it is known to be right */
typedef struct Workspace Workspace; /* memory of one analysis */
/* What a parameter is at a call: a constant; or the function that it, or a field of what it points
 * to, leads to. */
typedef struct Binding {
    uint32_t param;
    bool field;
    int64_t off; /* of the field */
    const Symbol *function; /* NULL: it is the number */
    int64_t number;
} Binding;
typedef struct FunctionResult {
    const MirFunction *fn;
    Summary *summary;  /* NULL: unknown (gave up, or being analysed) */
    Summary *building; /* of the analysis that is running */
    Component *cycle;  /* NULL: it is in none */
    uint32_t in_cycle; /* its position there */
    Held *held;        /* NULL: nothing is held back */
    const Binding *bound; /* what it is called with; NULL: by anybody, with anything */
    uint32_t bound_count;
    Entered *entered; /* an analysis for one call alone; NULL */
    uint32_t entries; /* how often it was analysed so */
    bool done, gave_up;
    bool coarse; /* ways were joined, for there were too many */
    bool safe;   /* at level safe: nobody's callee, and its own promises are checked */
    bool unfit;  /* bound to constants with which something is violated */
    bool broken; /* a fault of ours */
    bool may_not_return; /* some way through it ends in a call that does not come back */
    bool never_returns;
    uint64_t moves;  /* parameters, bit i for i: a pointer is moved by it, and kept */
    uint64_t walked; /* parameters, bit i for i: the bytes there are read one after the other */
    uint64_t steps; /* of all its analyses */
} FunctionResult;

typedef struct ContractEntry ContractEntry;
typedef struct Engine {
    Arena *arena; /* lives as long as the program: summaries */
    Program *program;
    uint64_t budget; /* steps, per function: instructions evaluated, weighed by state sizes */
    Map results;            /* MirFunction * -> FunctionResult * */
    Map function_of_symbol; /* Function * -> MirFunction * (definitions of each unit) */
    Map models;             /* Name -> const Symbol * of a model */
    Map model_variables;    /* the same for variables: stdout */
    Map read_contracts;     /* contracts.c: Name, or Symbol * of a static one -> ContractEntry * */
    Map symbol_units;       /* header.c: Symbol * of globals -> Unit * */
    VEC(ContractEntry *) contract_entries; /* the same, in their order */
    Map contracts;          /* Symbol * -> FunctionContract * */
    Map no_return;          /* MirFunction * -> 1: no path of it comes back */
    Map count_fields;       /* refcount.c: fields that count owners */
    Map bound;              /* bind.c: hash of a function and what it is bound to -> result */
    Map wants;              /* bind.c: MirFunction * -> where it finds functions to call */
    Map told;               /* recursion.c: function, kind and place of what was reported */
    uint32_t bound_depth;
    Map written;            /* callee.c: Symbol * of static variables that may be written */
    Map hooks;              /* hooks.c: variable or field -> the one function stored there, or 0 */
    Map memory_suites;      /* hooks.c: record -> 1 << MemoryRole of what its fields hold */
    Map type_families; /* typedef name of a pointee -> Name of the one function that releases it */
    Map outside_types; /* typedef name -> 1: what memory holds as this type came from outside */
    /* What is to be said of a violation, kept in `arena`; NULL: nothing. */
    void *(*tell)(void *ctx, Arena *arena, const Analysis *an, const Violation *v);
    void (*report)(void *ctx, const Unit *unit, const void *told);
    void *ctx;
    Text *states;          /* dump: states at each block, or NULL */
    const char *dump_only; /* of this function only; NULL: of all */
    uint32_t functions;
    const MirFunction *slowest;
    uint64_t slowest_ns, spent_ns; /* own time of functions, callees apart */
    Workspace *spare;              /* of analyses that are over */
} Engine;

Engine *engine_new(Arena *arena, Program *program);
/* Analyses every function of the program; those of safe code are then held to their level. */
void engine_run(Engine *e);
/* Holds a function of safe code to its level; false: it is not one. */
bool engine_safe(Engine *e, const MirFunction *f);
/* No analysis will follow: what they held on to is given back. */
void engine_end(Engine *e);

/* ---- inside the engine ----------------------------------------------------------------------- */
/* One state list; the order is the order of discovery. */
typedef struct StateList {
    State *first, *last;
    uint32_t count;
} StateList;
void state_list_add(StateList *l, State *s);

/* eval.c: one instruction; adds what follows to `out` (none: the path ended). Takes over `s`. */
void eval_inst(Analysis *an, State *s, const Inst *in, StateList *out);
Value eval_operand(Analysis *an, State *s, const Operand *o);
Span operand_span(const Analysis *an, const Operand *o);
Value inst_argument(Analysis *an, State *s, const Inst *in, uint32_t i); /* UNKNOWN: none */
Span inst_argument_span(const Analysis *an, const Inst *in, uint32_t i);
typedef struct PlaceRef {
    uint32_t region, off_sym;
    int64_t off;
    const Type *type;
    const Type *object; /* behind a pointer: the record through which it is reached, or NULL */
    int64_t lo, hi; /* off_sym: bytes [lo, hi) of the array that is indexed; lo == hi: unknown */
    bool known, dead;
    bool outside; /* an index on the way left its array, and that was reported */
} PlaceRef;
/* The bytes hold a number, and a pointer is wanted: the type as which it was stored; else NULL. */
const Type *number_as_pointer(const Analysis *an, const State *s, uint32_t region, int64_t off,
                              uint32_t off_sym, const Type *wanted);
void forget_holders(Analysis *an, State *s, uint32_t out);
/* A pointer was stored at `region`, an object whose place nobody knows: what it may have been. */
void forget_aliased(Analysis *an, State *s, uint32_t region);
/* Where a place is. check: it is going to be accessed. dead: the path ended in a report. */
PlaceRef eval_place(Analysis *an, State *s, PlaceId p, bool check);
/* The pointers in the object there are known by name, also those that nobody has looked at. */
void load_pointers(Analysis *an, State *s, const PlaceRef *r);
void eval_copy(Analysis *an, State *s, const Inst *in, StateList *out);

/* obligation.c: asks, reports, and goes on as if the answer had been yes. False: the path can't. */
void violate(Analysis *an, State *s, const Violation *v);
bool oblige_access(Analysis *an, State *s, Value pointer, Span subject, Span at);
typedef struct ArgumentAsk {
    const char *callee, *inner;
    bool nonnull, releases, reached;
} ArgumentAsk;
bool oblige_argument(Analysis *an, State *s, Value v, Span span, const ArgumentAsk *ask);
void release_value(Analysis *an, State *s, Value v, Name family, Span subject, const char *who,
                   const char *inner);
Value handle_at_entry(Analysis *an, State *s, Value v); /* v as a region, if it is such a number */
void check_lost(Analysis *an, State *s, Span span);
bool state_owns(const State *s);
void tell_given(Analysis *an, State *s);
/* Value v leaves our sight: what it reaches may be kept, released by others, and written. */
typedef enum EscapeWrites {
    ESCAPE_READS,         /* nothing is written */
    ESCAPE_WRITES_BEHIND, /* not the object itself, but what its pointers lead to */
    ESCAPE_WRITES_ALL
} EscapeWrites;
void escape_value(Analysis *an, State *s, Value v, EscapeWrites writes);
/* The pointers in the object that v points to leave our sight, it itself does not. */
void escape_behind(Analysis *an, State *s, Value v);
void forget_globals(Analysis *an, State *s);

/* need.c: obligations on numbers. What is violated is reported; what callers decide is noted as a
 * Need of the state; afterwards the path goes on as if it had held. False: it was violated. */
typedef struct NumberAsk {
    Span span, subject;
    const char *callee, *inner; /* asked by a call: of what a callee needs */
    const Type *object;         /* EXTENT: the record through which the access is made, or NULL */
    bool write;
    bool conditional; /* the callee's need hangs on what our callers decide: nothing is claimed */
    bool unsure; /* ... or on what it found in memory: only what the outside decides is claimed */
} NumberAsk;
bool oblige_extent(Analysis *an, State *s, Value pointer, Value bytes, const NumberAsk *ask);
/* Level safe: 0 <= where p points, and so many bytes from there are within the object. */
bool extent_is_proved(Analysis *an, State *s, Value p, Value bytes);
bool oblige_index(Analysis *an, State *s, Value index, uint64_t count, uint64_t element,
                  uint32_t region, const NumberAsk *ask);
/* So many bytes are accessed from the start of an array of `room` bytes in the region. */
bool oblige_room(Analysis *an, State *s, Value bytes, uint64_t room, uint32_t region,
                 const NumberAsk *ask);
bool oblige_divisor(Analysis *an, State *s, Value v, const Type *t, const NumberAsk *ask);
bool oblige_shift(Analysis *an, State *s, Value v, const Type *t, uint64_t width,
                  const NumberAsk *ask);
/* The number decides a size or a length: the arithmetic that made it must not have wrapped. */
bool oblige_size(Analysis *an, State *s, Value v, const NumberAsk *ask);
/* The pointer is kept where others find it: it must not lie before its object. */
void oblige_start(Analysis *an, State *s, Value p, const NumberAsk *ask);
/* The symbol from outside that can make the number negative; 0: none, or somebody has looked. */
uint32_t negative_by_outside(const Analysis *an, const State *s, Value v);
void need_string(Analysis *an, State *s, Value p, const NumberAsk *ask); /* callers are asked */
bool oblige_fits(Analysis *an, State *s, BinaryOp op, Value a, Value b, const Type *t,
                 const NumberAsk *ask);
/* Is the symbol made of the other one, or an answer about it? */
bool symbol_rests_on(const Analysis *an, uint32_t sym, uint32_t leaf);
/* Needs that no caller can answer go. */
void needs_of_callers(const Analysis *an, State *s);
bool value_decided_at_entry(const Analysis *an, Value v); /* summary.c */

/* call.c */
const FunctionContract *engine_contract(Engine *e, const Symbol *sym); /* as declared */
bool answer_used(const Analysis *an, const Inst *in); /* the call's result */
/* What is null on this path may be so only on the way to an error handler that does not come
 * back. */
void suppose_nulls(Analysis *an, State *s);
void overwrite_pointee(Analysis *an, State *s, Value v, const Type *pointee);
void eval_call(Analysis *an, State *s, const Inst *in, StateList *out);
struct Callee;
/* By what the declaration of the function, or its model, says. */
void call_declared(Analysis *an, State *s, const Inst *in, const struct Callee *c,
                   StateList *out);
typedef struct Callee {
    const Symbol *sym;      /* NULL: not known */
    const char *name;       /* for messages; NULL */
    FunctionResult *result; /* with a body in the program */
    const FunctionContract *contract;
    bool model, never_returns;
} Callee;
Callee callee_of(Analysis *an, State *s, const Inst *in);
Callee callee_by_symbol(Analysis *an, const Symbol *f);
/* enter.c: if every way through the callee that comes back, for what the state knows, uses the
 * object after it has released it, or releases it again, the event of that in the state; else 0.
 * *what: the kind, and who releases it again. */
uint32_t released_and_used(Analysis *an, State *s, const Inst *in, const Callee *c, uint32_t region,
                           Violation *what);
/* A number that the outside makes negative moves a pointer before its object, *region, in the
 * callee, where it is kept; NULL: no. The place of that, as text. */
const char *moved_before_start(Analysis *an, State *s, const Inst *in, const Callee *c,
                               uint32_t *region);
/* Does an object begin where pointers to the region at offset 0 point? Or *off bytes before. */
bool known_start(const Analysis *an, uint32_t region, int64_t *off);
/* The number that an extent stands for at this call; of an element type, in bytes. */
Value extent_value(Analysis *an, State *s, const Inst *in, const Extent *e, const Type *elem);
/* Puts v into the instruction's destination. */
void set_result(Analysis *an, State *s, const Inst *in, Value v);
/* libfn.c: effects named in models; false: none of that name, the contract speaks. */
bool eval_named(Analysis *an, State *s, const Inst *in, const char *name, const Callee *c,
                StateList *out);
void move_contents(Analysis *an, State *s, uint32_t from, uint32_t to);
/* Checked arithmetic; false: it is none. */
bool eval_overflow(Analysis *an, State *s, const Inst *in, StateList *out);
/* Argument i decides the size of an object. */
void ask_size(Analysis *an, State *s, const Inst *in, uint32_t i, Value size);
Value heap_make(Analysis *an, State *s, const Inst *in, const char *maker, Name family, Value size,
                Content content);
/* v, an object that was asked for, or null. */
Value result_or_null(Analysis *an, State *s, const Inst *in, Value v, const char *who);

/* summary.c */
void summary_add_exit(Analysis *an, State *s, Value result);
void summary_finish(Analysis *an);
uint32_t summary_case_count(const Summary *m);
/* All numbers of type t that the function can return; false: not known. */
bool summary_result_range(const Summary *m, const Type *t, Interval *out);
/* By how much, at most, the result is larger than what that parameter was; false: not known. */
bool summary_result_most(const FunctionResult *r, uint32_t param, i128 *most);
void summary_print(const FunctionResult *r, Text *out);
void summary_apply(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out);
const char *place_text(Arena *arena, const Unit *unit, Span span); /* "file.c:12:3" */

/* contracts.c: what --contracts says of functions that have no body here. */
struct ContractEntry {
    const Symbol *sym;      /* the prototype */
    const Unit *unit;       /* of it */
    FunctionResult *result; /* its cases; NULL: its annotations are all */
};
void engine_read_contracts(Engine *e);
const ContractEntry *engine_read_contract(const Engine *e, const Symbol *sym); /* NULL: none */
/* A function of the program's own: with a body here, or read. */
bool engine_has_named(const Engine *e, Name name);
bool engine_has(const Engine *e, const Symbol *sym);
/* What others know of a function with a body here: goes behind its cases. */
typedef struct ContractNotes {
    void (*formats)(void *ctx, const MirFunction *fn, Text *out);
    void *ctx;
} ContractNotes;
/* header.c: corten dump contracts (`only` of this name; all: static functions, too). */
void engine_print_contracts(Engine *e, const char *only, bool all, const ContractNotes *notes,
                            Text *out);
bool engine_field_counts(const Engine *e, const Field *f);
void engine_add_count(Engine *e, const Field *f);

/* refcount.c: fills Engine.count_fields; does the place's field count owners? */
void engine_find_counts(Engine *e);
/* Has an object of the type such a field? */
bool engine_is_counted(const Engine *e, const Type *t);
bool engine_counts_owners(const Engine *e, const MirFunction *fn, PlaceId place);
/* flags.c: fills Analysis.flags. */
void engine_find_flags(Analysis *an);
/* noreturn.c: fills Engine.no_return before anything is analysed. */
void engine_find_no_return(Engine *e);
bool engine_call_returns(const Engine *e, const Inst *in); /* of other instructions: true */
const MirFunction *engine_definition(const Engine *e, const Symbol *sym); /* NULL: no body */
/* leave.c */
void eval_return(Analysis *an, State *s, const Term *t);
void leave_function(Analysis *an, State *s, Value result); /* adds the state to its cases */
/* fixpoint.c */
FunctionResult *engine_function(Engine *e,
                                const MirFunction *fn); /* analysed now if it was not yet */
void engine_analyse(Engine *e, FunctionResult *r);  /* now, and perhaps again */
void engine_finished(Engine *e, FunctionResult *r); /* it was the last time */
/* callee.c: which functions a call through a pointer can be of. */
void engine_find_written(Engine *e);
/* False: it is none through a table of functions with an unknown index. */
bool call_by_table(Analysis *an, State *s, const Inst *in, StateList *out);
typedef enum MemoryRole { MEMORY_NONE, MEMORY_MADE, MEMORY_RELEASED } MemoryRole;
MemoryRole engine_memory_role(Engine *e, const Symbol *f); /* call.c */
/* callee.c: the function that an initialiser names; NULL: none, or one that was never declared. */
const Symbol *initialiser_function(const Expr *init);
/* hooks.c: the function that is stored where the called pointer was loaded from, if it releases
 * memory and no other is stored there; or NULL. */
void engine_find_hooks(Engine *e);
const Symbol *hooked_release(const Analysis *an, const Inst *in);
/* Does the block branch on a hook that is called on one side, where the other releases the same
 * memory without it? *way: the latter. */
bool hook_default(const Analysis *an, uint32_t block, BlockId *way);
/* bind.c: the analysis of the function as it is called here, where the caller knows functions that
 * it is given; NULL: it knows none. */
FunctionResult *engine_bound(Analysis *an, State *s, const Inst *in, const MirFunction *fn);
/* The same for constants, where `plain`, the analysis for any call, had to join; else `plain`. */
FunctionResult *engine_for_constants(Analysis *an, State *s, const Inst *in, FunctionResult *plain);
bool bound_to_constants(const FunctionResult *r);
/* Within such an analysis: what was violated; a way that came back. */
void entered_violation(Analysis *an, State *s, const Violation *v);
void entered_exit(Analysis *an, State *s);
void bind_entry(Analysis *an, State *s);
void unbind_exit(Analysis *an, State *s);
const Symbol *function_at(const Analysis *an, Value v); /* NULL: it points to none */
/* callback.c: takes down the call of a function that was found at entry. */
void callback_note(Analysis *an, State *s, const Inst *in);
/* What the functions that a declared one calls (corten_calls) ask of the arguments; and what they
 * may do. False: no way through them comes back. */
bool callback_declared(Analysis *an, State *s, const Inst *in, const struct Callee *c);
/* recursion.c */
Component *cycle_of_one(Engine *e, FunctionResult *r);
void engine_find_cycles(Engine *e);
void cycle_analyse(Engine *e, Component *c);
/* Reports, or holds back for as long as the function's analysis is not the last one. */
void engine_report(Analysis *an, const Violation *v);
Text *engine_states_text(Analysis *an); /* where its states are dumped to, or NULL */
/* What is a call of r, from `an`, known by? */
typedef enum CallKnown {
    CALL_UNKNOWN, /* nothing: unknown code */
    CALL_BY_SUMMARY,
    CALL_WITHIN,  /* by the summary so far, of a function of the same cycle */
    CALL_NO_RETURN /* the same, and so far no way is known on which it returns */
} CallKnown;
CallKnown engine_call_known(Analysis *an, FunctionResult *r);
/* How many steps may the analysis take that begins now? Of a round, so many that the next round can
 * take as many again. */
uint64_t engine_most_steps(const Engine *e, const FunctionResult *r);
/* Does any of the functions name this number? */
bool cycle_names_number(const Component *c, int64_t n);
/* fold.c: what a function that calls itself finds deep inside of what it was given, or made, is
 * cut short. */
void fold_exit(Analysis *an, State *s, Value *result);
void call_within(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out);
/* Equal for summaries that say the same, whatever their numbering. */
uint64_t summary_hash(const FunctionResult *r);

#endif
