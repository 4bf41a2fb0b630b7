/* engine/state.h - one path's knowledge: memory, facts about numbers, the story so far.
 *
 * Regions and symbols are numbered per analysed function and their descriptions never change;
 * what changes along a path is kept in the State, which is a plain value that can be copied.
 *
 *     char *p = malloc(n);      p's cell: PTR(H1+0)   H1: heap, size n, live, owned, null: maybe
 *     if (p == NULL) return;    this state: H1 null: no        the other: H1 null: is
 *     *p = 0;                   cell (H1, 0, 1): INT 0         H1 content: uninit elsewhere
 *     free(p);                  H1: freed (with the place)
 *
 * A pointer is (region, offset); an unknown pointer gets a region of its own when it is first seen
 * (lazy materialisation), so aliases of one unknown pointer stay aliases. A region's *content*
 * says what bytes without a cell hold: nothing yet, zero, what the caller had there at entry
 * (materialised when read, so that a summary knows what it asked for), or anything.
 *
 * Numbers are symbols plus constants, with an interval per symbol and bounds on differences of two
 * symbols (relation.c); sizes of objects are numbers like any other. What a number must satisfy and
 * only a caller can answer is a Need (need.c).
 *
 * Deliberately imprecise: two unknown pointers are taken for different objects; a store at a
 * symbolic offset forgets the other cells of the array that it lies in, or of the region; 128-bit
 * numbers are unknown. */
#ifndef CORTEN_ENGINE_STATE_H
#define CORTEN_ENGINE_STATE_H

#include "contract/contract.h"
#include "mir/mir.h"

/* ---- values ---------------------------------------------------------------------------------- */
typedef enum ValueKind {
    VAL_UNKNOWN, /* anything; becomes a fresh symbol when it is read */
    VAL_UNINIT,  /* indeterminate */
    VAL_INT,     /* num, as 64 bits of its type; origin: index of the event that explains a null */
    VAL_SYM,     /* symbol id + num */
    VAL_PTR      /* region id + num + value of symbol off_sym; also handles (fd) */
} ValueKind;
typedef struct Value {
    uint8_t kind;
    uint32_t id;      /* symbol or region; INT: origin */
    uint32_t off_sym; /* PTR: symbol added to the offset, 0 none */
    int64_t num;
} Value;
static inline Value value_unknown(void)
{
    return (Value){VAL_UNKNOWN, 0, 0, 0};
}
static inline Value value_int(int64_t n)
{
    return (Value){VAL_INT, 0, 0, n};
}
static inline Value value_sym(uint32_t s, int64_t n)
{
    return (Value){VAL_SYM, s, 0, n};
}
static inline Value value_ptr(uint32_t r, int64_t n)
{
    return (Value){VAL_PTR, r, 0, n};
}
static inline bool value_is_number(Value v)
{
    return v.kind == VAL_INT || v.kind == VAL_SYM;
}
/* A constant as the number that its type takes it for: num is its 64 bits. t may be NULL. */
static inline i128 value_number(Value v, const Type *t)
{
    return t && type_is_integer(t) && t->is_unsigned && t->width == 64 ? (i128)(uint64_t)v.num
                                                                       : (i128)v.num;
}
static inline bool is_comparison(int op)
{
    return op >= BIN_LT && op <= BIN_NE;
}
bool value_same(Value a, Value b); /* the same value for certain (origins ignored) */

typedef enum SymKind {
    SYMBOL_FRESH, /* nothing known of where it comes from */
    SYMBOL_ENTRY, /* the number at (region, off) when the function was entered */
    SYMBOL_BINARY,
    SYMBOL_UNARY,
    SYMBOL_CONVERT, /* op over values a, b: hash-consed */
    SYMBOL_LENGTH,  /* of the string at the start of region when the function was entered */
    SYMBOL_PTR_INT  /* a number made from pointer a */
} SymKind;
typedef struct SymInfo {
    uint8_t kind;
    uint8_t op;    /* BinaryOp, UnaryOp, ConvertKind (UNION: the same bits) */
    uint8_t depth; /* of the expression that it is; past a bound a symbol says no more what it is */
    uint32_t block; /* FRESH: of the call that made it; UINT32_MAX: no call */
    bool outside;   /* comes from outside the program: any value of its type is feasible */
    uint32_t told_in; /* region that holds it as a type for what comes from outside (__le16); or 0:
                         who has looked at it before, and how, nobody here knows */
    bool again;     /* read from memory that was read before, until unknown code got hold of it */
    bool loaded;    /* read from memory */
    bool text;      /* the length of a string */
    bool memory;    /* read from an object of which nobody here knows what it holds */
    bool depends;   /* in a summary: on what the function found at entry */
    bool blurred;   /* FRESH: what a callee's join made, and left in memory */
    const Type *type;
    Value a, b;
    uint32_t region;
    int64_t off;
    uint32_t off_sym; /* ENTRY, and what was read at a symbolic offset */
    uint32_t about;   /* FRESH: the answer of a function to a question about this symbol, or 0 */
    uint32_t point;   /* a join made it: 1 + the block; or 0 */
    int64_t step;     /* a counter of the loop at that block: it takes every value in its bounds */
    Span span;        /* where it was first seen */
    const char *who;  /* outside: the function that let it in, or NULL */
} SymInfo;

/* ---- regions --------------------------------------------------------------------------------- */
typedef enum RegionKind {
    REGION_NONE,
    REGION_LOCAL,  /* a variable or aggregate temp: index is its local */
    REGION_GLOBAL, /* sym: variables and functions */
    REGION_STRING, /* index: string literal */
    REGION_HEAP,   /* made by an allocation in this function or in a callee of it */
    REGION_HANDLE, /* an owned number such as a file descriptor; "null" means its none value */
    REGION_ENTRY,  /* what the pointer at (parent, off) pointed to when the function was entered */
    REGION_UNKNOWN /* pointee of some other unknown pointer */
} RegionKind;
typedef struct RegionInfo {
    uint8_t kind;
    uint32_t index;
    const Symbol *sym;
    const Type *type; /* of the object as far as known (pointee type), or NULL */
    uint32_t parent;
    int64_t off;
    uint32_t off_sym;    /* where the pointer stood: ENTRY, and UNKNOWN read at a symbolic offset */
    Value size;          /* bytes, when it was made; UNKNOWN when not known */
    Name family;         /* release function; NULL: malloc family */
    bool outside;        /* what it holds comes from outside the program: argv, getenv's */
    bool memory;         /* UNKNOWN: the pointer was read from such an object */
    bool again;          /* UNKNOWN: as of SymInfo */
    bool automatic;      /* HEAP: alloca's, gone when the function returns */
    bool given;          /* UNKNOWN: library code handed it out; what it holds may be anything */
    uint32_t moved_from; /* HEAP: realloc made it of this region */
    bool is_static;      /* UNKNOWN: the library's own memory, which `maker` (getenv) gave away */
    bool counted;        /* level safe: it may be null only where it has no elements */
    bool promised;       /* level safe: pointers in it have the defaults of safe code */
    bool handle;         /* ENTRY: not a pointee but the owned number itself, of type `type` */
    int64_t none;        /* HANDLE */
    const char *maker;   /* function that made it, "malloc", for messages */
    uint32_t block;      /* of the call that made it; UINT32_MAX: no call */
    Span span;           /* declaration or allocation, in this function */
    const char *inner;   /* "`make` (a.c:12:24)" when it was made inside a callee, or NULL */
} RegionInfo;

typedef enum Life {
    LIFE_LIVE,
    LIFE_FREED,
    LIFE_MOVED /* realloc */,
    LIFE_SCOPE,
    LIFE_UNKNOWN,
    LIFE_TAKEN /* level safe: a callee owns it now */
} Life;
static inline bool life_is_released(uint8_t life)
{
    return life == LIFE_FREED || life == LIFE_MOVED || life == LIFE_TAKEN;
}
typedef enum NullState {
    NULL_UNKNOWN,
    NULL_MAYBE /* a contract says so */,
    NULL_NO,
    NULL_IS
} NullState;
typedef enum OwnState {
    OWN_NONE,
    OWN_YES,
    OWN_GIVEN /* escaped: somebody else may release it */
} OwnState;
typedef enum Content {
    CONTENT_ENTRY,
    CONTENT_UNINIT,
    CONTENT_ZERO,
    CONTENT_ANY
} Content;
enum {
    REGION_NEEDED = 1,      /* was accessed before its nullness was known: callers must give one */
    REGION_TESTED = 2,      /* nullness was learned from a branch */
    REGION_WRITTEN = 4,     /* written through since entry */
    REGION_BEHIND = 8,      /* what its pointers lead to may have been written by unknown code */
    REGION_BLAMED = 16,     /* its release was reported here: callers are spared */
    REGION_SUPPOSED = 32,   /* null only because a callee tests it: no claim of ours */
    REGION_PASSED_ON = 128, /* a descriptor in a stream: open, but no longer ours to close */
    REGION_ASKED = 64,      /* a branch asked what it held before unknown code got hold of it */
    REGION_VETTED = 256     /* an array of strings, which may be bounded by now: texts.c */
};
typedef struct RegionState {
    uint32_t region;
    uint8_t life, null, own, content;
    uint16_t flags;
    uint32_t event;      /* index of the event that freed it, or ended its scope */
    uint32_t null_event; /* index of the event that says why it may be null */
    uint8_t agreed;      /* FREED: on all ways that were joined last; 1 + release_doubts of one */
    uint64_t asked;      /* hash of the last search in it; 0: none since it was written */
    bool asked_null;     /* that found nothing */
    int64_t outside_from, outside_to; /* bytes that came from outside the program: [from, to) */
    const Type *held;                 /* HEAP: the record as which it was filled, or NULL */
    Value size;                       /* bytes of the object; UNKNOWN */
    Value length;                     /* of the string that starts at its first byte; UNKNOWN */
    int64_t release_off; /* FREED: bytes from the region's start to the pointer that was released */
    Span need;           /* first access, when REGION_NEEDED */
    uint64_t when;       /* Analysis.steps when its nullness was needed or tested */
    uint64_t last;       /* Analysis.clock when it was accessed last; FREED: released; 0: never */
} RegionState;

/* ---- cells, facts, events -------------------------------------------------------------------- */
typedef struct Cell {
    uint32_t region, off_sym;
    int64_t off;   /* bytes from the region's start, plus symbol off_sym */
    uint64_t size; /* bytes; a larger cell of UNKNOWN, UNINIT or INT 0 covers all its bytes */
    Value value;
    const Type *type; /* as which it was stored; NULL: not known */
    int64_t lo, hi;   /* off_sym: the bytes [lo, hi) are all that it can lie in */
    bool ended;       /* UNKNOWN, level safe: there is a zero among these bytes */
    bool sometimes;   /* what was there at entry, read on some of the joined ways only */
    uint32_t alias;   /* UNKNOWN: what was there at entry, unless it is what this region is; or 0 */
    Span written;     /* the store, for "stored here" */
} Cell;

/* Level safe: where the ends of an array's part, numbers of elements, stand (safe_part.c). */
#define PART_FROM (-((int64_t)1 << 40))
static inline bool cell_is_part(const Cell *c)
{
    return !c->off_sym && c->off <= PART_FROM + 8;
}

enum {
    VAGUE_ABOVE = 1, /* it may have an upper bound that we don't know */
    VAGUE_BELOW = 2
};

typedef struct Fact {
    uint32_t sym;
    bool has_ne;
    uint64_t when;   /* Analysis.steps when something of it was learned first */
    i128 lo, hi, ne; /* value in [lo, hi], and not ne */
    uint64_t holes;  /* bit n: not n, for n in 0 .. 63 */
    bool asked;      /* a branch asked it */
    uint8_t vague;   /* VAGUE_*: somebody may have asked in a way that is not understood */
} Fact;

/* a - b <= most, as integers. */
typedef struct Diff {
    uint32_t a, b;
    i128 most;
    bool structural; /* by what the two are, not by what a branch asked */
    uint64_t when;   /* Analysis.steps when it was learned */
} Diff;

/* What must hold of numbers at this point of the path, and only a caller can say. */
typedef enum NeedKind {
    NEED_EXTENT,  /* 0 <= x and x + y <= size of the object `region` */
    NEED_INDEX,   /* 0 <= x < limit */
    NEED_SHIFT,   /* the same */
    NEED_DIVISOR, /* x != 0 */
    NEED_STRING,  /* the string at x of the object `region` ends within it */
    NEED_FITS     /* x op y does not leave the type; it decides a size. 0 - y: a negation */
} NeedKind;
typedef struct Need {
    uint8_t kind, op;
    bool write;
    uint32_t region;
    Value x, y;
    uint64_t limit;
    const Type *type;  /* EXTENT: of the object through which it is reached, or NULL; FITS: of the
                          arithmetic; else of x */
    Span at;           /* in this function */
    const char *inner; /* the place in a callee of this function, as text; NULL */
    uint64_t when;     /* Analysis.steps */
    bool always;       /* in a summary: in each of its cases */
    bool unsure;       /* a branch that neither callers nor the outside decide led here */
} Need;

/* A call of a function that was found at entry, for callers who know which it is (callback.c). */
enum { MOST_PASSED = 4 };
typedef struct Callback {
    Value function; /* PTR: what a parameter, or a field behind one, points to */
    uint32_t count;
    Value args[MOST_PASSED];         /* UNKNOWN: nothing that callers know */
    const char *places[MOST_PASSED]; /* where each is passed, as text */
    const char *place;               /* of the call */
    bool untouched;                  /* what callers see of memory was as they left it */
    bool unsure;                     /* as of Need */
    bool always;
    uint64_t when; /* Analysis.steps */
} Callback;

typedef enum EventKind {
    EVENT_ALLOC,
    EVENT_FREE,
    EVENT_MOVE,
    EVENT_SCOPE,
    EVENT_NULL,
    EVENT_BRANCH,
    EVENT_DECLARED,
    EVENT_STORE
} EventKind;
typedef struct Event {
    uint32_t prev; /* index of the event before it on this path, 0 none */
    uint8_t kind;
    bool taken;    /* BRANCH */
    bool free;     /* BRANCH: may go either way, whatever a join has blurred: see free_choice */
    bool blurred;  /* BRANCH: it asks for what a variable holds since a join */
    bool lost;     /* BRANCH: it asks for something of which a join has left nothing */
    bool supposed; /* NULL: only because a callee looked at what our callers decide */
    uint32_t region;
    Span span;
    const char *who;    /* function that did it: "free" */
    Name family;        /* FREE: of the release; NULL: malloc's */
    const char *inner;  /* place inside a callee, as text, or NULL */
    Span inner_span;    /* the same as a span, when the callee is of the same unit; else empty */
    bool relinks;       /* FREE: the callee wrote to memory that it had not made as well */
    uint32_t holder;    /* FREE: region and bytes where the callee found the pointer; 0: as its */
    int64_t holder_off; /* argument, or nobody knows */
} Event;

typedef struct TempValue {
    uint32_t local;
    Value value;
} TempValue;

enum {
    GUESSED_SEARCH = 64, /* a loop was not left, or was, for what data of others holds */
    GUESSED_ROUNDS = 1,  /* a loop ran more than once, as often as only callers or memory know */
    GUESSED_DATA = 8,    /* a round of a loop took a way for what data of others holds */
    GUESSED_CASE = 16,  /* a callee took a way that only callers decide, whatever was asked since */
    GUESSED_ANSWER = 4, /* a branch asked what nobody here can know */
    GUESSED_STAY = 2    /* and was not left on a condition that asks other things than a counter */
};

/* Level safe: what `borrower` names is kept alive by `owner`; or only what its pointers lead to. */
typedef struct Loan {
    uint32_t borrower, owner;
    bool content;
} Loan;

typedef struct State {
    Cell *cells;
    uint32_t cell_count, cell_cap; /* sorted by (region, off_sym, off) */
    RegionState *regions;
    uint32_t region_count, region_cap; /* sorted by region */
    Fact *facts;
    uint32_t fact_count, fact_cap; /* sorted by sym */
    TempValue *temps;
    uint32_t temp_count, temp_cap; /* sorted by local */
    Diff *diffs;
    uint32_t diff_count, diff_cap; /* sorted by (a, b) */
    Need *needs;
    uint32_t need_count, need_cap; /* in the order in which they were met */
    Callback *callbacks;
    uint32_t callback_count, callback_cap; /* in the order in which they were made */
    Loan *loans;
    uint32_t loan_count, loan_cap;         /* sorted */
    uint32_t event;                        /* newest event of the path */
    uint16_t weak;         /* rests on a loop that might run not even once; nothing is reported */
    uint8_t guessed;       /* GUESSED_*: what it rests on beside its conditions */
    const Inst *latent_at; /* latent: the call, the last of several; NULL: not known */
    bool latent;           /* a callee took a way that only this function's callers decide, and no
                                  branch here has looked at the outcome yet */
    uint64_t by_caller;    /* Analysis.steps when a branch last took what only callers, or what an
                                  unknown object holds, decide; or 0 */
    uint32_t again;        /* newest event when a branch asked again what was asked before unknown
                                  code might have changed it (it hardly ever did); or 0 */
    uint64_t by_memory;    /* Analysis.steps when this way was first taken for what an unknown
                                  object holds: only the program's data decide if it exists; or 0 */
    uint64_t lossy;   /* Analysis.steps since when this is several ways whose conditions on what
                                  was there at entry facts can't tell; or 0 */
    bool condemned;   /* entered for one call: that was violated which is asked (enter.c) */
    bool generalised; /* was joined or widened on the way */
    uint32_t joined_block; /* generalised: where that was */
    uint32_t joined;       /* generalised: the events there were at the last time */
    uint32_t given;        /* bit n: parameter n is a number, and others may hold it by now */
    bool globals_unknown;  /* unknown code ran: globals may have changed */
    struct State *next;    /* in a work list */
    uint64_t hash;         /* cache for the duplicate test */
    uint32_t visits;       /* loop heads passed: the round of fresh names */
} State;

typedef struct SymList {
    uint32_t *data, len, cap;
} SymList;

/* ---- loops (loops.c) ------------------------------------------------------------------------- */
typedef struct Counter {
    uint32_t local;
    int64_t step; /* per round; of a pointer in bytes */
} Counter;
typedef struct Loop {
    uint32_t head;
    uint32_t blocks; /* in the body */
    BitSet body;
    VEC(Counter) counters;
    bool unsure; /* it was left, or not, on a condition that is neither known nor from outside */
} Loop;

/* ---- the analysis of one function: tables shared by all its states --------------------------- */
typedef struct Analysis Analysis;
typedef struct Entered Entered;
struct Analysis {
    Arena *arena;   /* function lifetime */
    Arena *scratch; /* emptied after each instruction */
    const MirFunction *fn;
    const MirGraph *graph;
    struct Engine *engine;
    VEC(SymInfo) syms;       /* [0] unused */
    VEC(RegionInfo) regions; /* [0] unused */
    VEC(Event) events;       /* [0] unused */
    Map sym_cons;            /* hash of a derived symbol -> id */
    Map region_of_symbol;    /* Symbol* -> region */
    Map entry_cons;          /* hash of (parent, off) -> region or symbol */
    uint32_t *region_of_local;
    uint32_t argc; /* in main: the symbol that is in its first parameter; else 0 */
    uint32_t *region_of_string;
    State *free_states; /* recycled */
    struct FunctionResult *result;
    Entered *entered; /* what the one call knows that this is for (enter.c); NULL: any call */
    uint64_t steps;      /* instructions evaluated so far */
    uint64_t most_steps; /* there may be */
    uint64_t clock;      /* accesses and releases so far */
    uint32_t round,
        ordinal; /* of the state being evaluated: fresh names are (inst, round, ordinal) */
    Map fresh_cons;
    const Inst *inst; /* being evaluated */
    Span span;        /* of it, or of the terminator */
    /* by temp: index of the instruction that reads it last, in its block; the block's length: its
     * terminator; UINT32_MAX: other blocks read it */
    uint32_t *last_use;
    uint32_t *def_block; /* by temp: block that writes it; UINT32_MAX: several */
    uint64_t *reach_words;
    uint32_t *reach_stack;
    uint32_t reach_cap; /* scratch of state_reachable */
    uint64_t *escape_words;
    uint32_t *escape_stack;
    uint32_t escape_cap; /* scratch of escape_value */
    uint64_t *mark_words;
    uint32_t mark_cap;           /* scratch of state_tidy */
    bool *comes_back;            /* by block: is there a way from it to a return? */
    uint32_t block;              /* being evaluated */
    uint32_t *flags, flag_count; /* flags.c: locals that several branches ask */
    Map reported;                /* (kind, place) that was reported already */
    VEC(Loop) loops;             /* [0] unused */
    uint32_t *loop_of;           /* by block: the innermost loop; 0 none */
    struct SymList *joined;      /* by block: the symbols that joins there have made */
    struct Safe *safe;           /* level safe; NULL: audit */
};

/* No way through the function comes back: what it needs is all that callers learn of it. */
static inline bool never_comes_back(const Analysis *an)
{
    return an->comes_back && !an->comes_back[0];
}

/* enter.c: what is found at entry, which is `fresh` for all that the callee knows; an object of the
 * caller. */
Value entered_value(Analysis *an, State *s, uint32_t region, int64_t off, const Type *type,
                    Value fresh);
void entered_region(const Analysis *an, RegionState *rs);

State *state_new(Analysis *an);
State *state_copy(Analysis *an, const State *s);
void state_drop(Analysis *an, State *s);

uint32_t region_new(Analysis *an, const RegionInfo *info);
/* The region that this instruction makes: two paths that pass it in the same round of their loops
 * call it by the same number, so that they can be compared. */
uint32_t region_fresh(Analysis *an, const RegionInfo *info);
uint32_t region_for_symbol(Analysis *an, const Symbol *sym);
uint32_t region_for_string(Analysis *an, uint32_t index);
static inline const RegionInfo *region_info(const Analysis *an, uint32_t r)
{
    return &an->regions.data[r];
}
RegionState *state_region(Analysis *an, State *s,
                          uint32_t r); /* made with its defaults when absent */
const RegionState *state_region_find(const State *s, uint32_t r); /* NULL: defaults apply */

uint32_t sym_fresh(Analysis *an, const Type *type, bool outside);
uint32_t sym_length(Analysis *an, uint32_t region, const Type *type);
uint32_t sym_derived(Analysis *an, SymKind kind, uint8_t op, Value a, Value b, const Type *type);
static inline const SymInfo *sym_info(const Analysis *an, uint32_t s)
{
    return &an->syms.data[s];
}
bool value_is_outside(const Analysis *an, Value v);

Value state_temp(const State *s, LocalId l);
void state_set_temp(Analysis *an, State *s, LocalId l, Value v);
void state_drop_temp(State *s, uint32_t local);

/* Memory without obligations. off_sym 0: a constant offset. */
Value state_load(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                 const Type *type);
Value state_peek(const Analysis *an, const State *s, uint32_t region, int64_t off, uint32_t off_sym,
                 uint64_t size,
                 const Cell **cell); /* no materialising: UNKNOWN when it would have to */
void state_store(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                 uint64_t size, Value v);
/* The same at a symbolic offset that is known to lie in the bytes [lo, hi); lo == hi: it is not. */
void state_store_within(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                        uint64_t size, Value v, int64_t lo, int64_t hi);
/* The same for what was there already, by another value: nothing is stored by that. */
void state_restate(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                   uint64_t size, Value v, int64_t lo, int64_t hi);
/* The cell as it is, for what was there already: nothing is overwritten by it. */
void state_put_cell(Analysis *an, State *s, const Cell *c);
/* What was just stored there was stored as this type. */
void state_set_type(State *s, uint32_t region, int64_t off, uint32_t off_sym, const Type *type);
void state_fill(Analysis *an, State *s, uint32_t region, int64_t off, uint64_t size,
                Value v); /* a covering cell */
/* The cell is gone; what it owned may be anybody's. */
void state_remove_cell(Analysis *an, State *s, uint32_t i);
/* The region's content says what is there; what the cell held is of no account. */
void state_forget_cell(State *s, uint32_t i);
/* safe_align.c: level safe, does the region's content say enough of it? */
bool safe_may_forget(const Analysis *an, const State *s, uint32_t i);
/* The scalar, or array of scalars, of this size that an object of type t has at the offset; NULL:
 * none. */
const Type *type_at(const Type *t, int64_t off, uint64_t size);
/* The end of the array member in which the offset lies; 0: it is in none. */
uint64_t array_end(const Type *t, uint64_t off);
/* Do the bytes there come from outside the program? */
bool state_is_outside(const Analysis *an, const State *s, uint32_t region, int64_t off);
/* From here on they do, for so many bytes; UNKNOWN: to the end of the array, or of the object. */
void state_mark_outside(Analysis *an, State *s, Value p, Value bytes);
/* texts.c: arrays of strings, such as the command line. */
bool region_is_texts(const Analysis *an, uint32_t region);
void texts_asked(Analysis *an, State *s, Value v); /* a branch asked v */
void text_vetted(Analysis *an, State *s, Value text); /* it may be any of those in its array */
void texts_vet(Analysis *an, State *s, uint32_t array); /* all of it may be bounded */
void text_stored(Analysis *an, State *s, uint32_t array, Value v);
/* Is it an argument of main? Then it is null, or not, as argc says; false: that contradicts it. */
bool text_assume_null(Analysis *an, State *s, uint32_t text, bool is_null);
/* Is what the array leads to, whatever that is by now, as long as it likes? */
bool texts_unvetted(const Analysis *an, const State *s, uint32_t array);
bool text_is_vetted(const Analysis *an, const State *s, uint32_t text);
/* v, if it is a number that a parameter held at entry, may be anybody's: it may be a handle. */
void state_give_number(const Analysis *an, State *s, Value v);
/* The number that the parameter held at entry. */
Value state_entry_number(Analysis *an, uint32_t param);
/* Owners kept in these bytes may have been overwritten or not: no claim is made of them any
 * more. */
void state_give_range(Analysis *an, State *s, uint32_t region, int64_t off, uint64_t size);
void state_forget_region(Analysis *an, State *s, uint32_t region, Content content); /* all cells */
/* Level safe: the region's content says what these bytes hold. */
void state_forget_range(Analysis *an, State *s, Value p, uint64_t size);
/* callee.c: is it a variable that nobody writes, with functions in its initialiser? The pointer
 * that it has at the offset: a function's address, or null; false: something else. */
bool holds_functions(const Analysis *an, uint32_t region);
bool function_held(Analysis *an, uint32_t region, int64_t off, Value *out);
/* Is it a variable of const type? What was read of it is there for whoever reads it again. */
bool region_is_constant(const Analysis *an, uint32_t region);
/* Is it one that has this number, or a null pointer, at the offset? */
bool number_held(const Analysis *an, uint32_t region, int64_t off, const Type *type, Value *out);
/* engine.c: does what memory holds as this type come from outside? */
bool type_is_told(const Analysis *an, const Type *type);
/* v was read at off + off_sym of the region: a pointer may be any of those that stand there. */
void note_candidates(Analysis *an, const State *s, Value v, uint32_t region, int64_t off,
                     uint32_t off_sym);
/* Those that one to the region may be, by where it was read; in scratch memory. */
uint32_t state_candidates(Analysis *an, const State *s, uint32_t region, Value **out);
/* safe_part.c: level safe, an array: what is known of single elements is settled before it is
 * looked at, or written, where only a symbol says; false: the object is none. */
typedef enum Settle {
    SETTLE_NEW, /* those that are none of the part yet, or no more */
    SETTLE_ALL, /* those of the part that are as declared have no names of their own any more */
    SETTLE_DRAIN /* those at its ends that were found to be null leave it */
} Settle;
bool safe_settle(Analysis *an, State *s, Value p, Settle how);
bool safe_is_array(const Analysis *an, const State *s, uint32_t region, int64_t off,
                   uint32_t off_sym);
/* Arrays in these bytes are written as a whole. */
void safe_forget_parts(const Analysis *an, State *s, uint32_t region, int64_t off, uint64_t size);
/* Is there more to say of the array at that offset than the object's content does? */
bool safe_has_part(const Analysis *an, const State *s, uint32_t region, int64_t off);
/* Is something there for certain? */
bool safe_is_filled(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                    uint64_t size);
/* safe_promise.c: level safe, what is there is as its type was declared. */
Value safe_read(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                const Type *type);
/* Is what the cell holds as declared, and owned by nobody here? */
bool safe_cell_is_lent(Analysis *an, const State *s, const Cell *c);
/* A value of the type about which nothing is known; pointers get a region. */
Value value_fresh(Analysis *an, State *s, const Type *type, bool outside);
/* The same, read from the region. */
Value value_read(Analysis *an, State *s, uint32_t region, const Type *type, bool outside);
/* Does it rest on what was read from unknown objects; on what was there at entry? */
bool value_is_memory(const Analysis *an, Value v);
bool value_is_entry(const Analysis *an, Value v);
bool value_was_found(const Analysis *an, Value v); /* the same, lengths of strings apart */
bool value_is_loaded(const Analysis *an, Value v); /* on what was read from any memory */
bool value_is_joined(const Analysis *an, Value v);  /* on what a join made of two numbers */
bool value_is_blurred(const Analysis *an, Value v); /* on what a callee's joins have left */
bool value_is_again(const Analysis *an, Value v);

uint32_t state_first_cell(const State *s,
                          uint32_t region); /* index of its first cell, or of where it would be */
uint32_t event_add(Analysis *an, State *s, EventKind kind, uint32_t region, Span span,
                   const char *who, const char *inner);

/* Regions reachable from the state's roots, as a bit per region. with_locals: locals and temps are
 * roots, too; extra: one more root value. The set is scratch: good until the next call. */
BitSet state_reachable(Analysis *an, const State *s, bool with_locals, Value extra);
/* Drops what is not in the set. */
/* What is left when the function has returned v: unknown memory counts no more. */
BitSet state_visible(Analysis *an, const State *s, Value v);
void state_collect(Analysis *an, State *s, BitSet reachable);
/* Drops what the rest of the path cannot come across: keeps states small. */
void state_tidy(Analysis *an, State *s);
/* obligation.c: how often, since the object was released and up to that event, did the path take a
 * way for what a join has blurred? UINT32_MAX: too much of it is unknown to tell if it was. */
uint32_t release_doubts(const Analysis *an, const State *s, const RegionState *rs, uint32_t upto);
/* What a join has lost, ours or a callee's, has chosen this way: claims may rest on what comes
 * after the event `since`, and on releases before the event `before`. */
void state_note_joined(Analysis *an, State *s, uint32_t before, uint32_t since);
/* Which objects are gone: ways that differ in that are joined last. */
uint64_t state_ended(const State *s);
uint64_t state_hash(Analysis *an, const State *s);
/* Same memory, temps and region states; facts and stories may differ. */
bool state_equal(const Analysis *an, const State *a, const State *b);
/* Facts that hold in either: hulls. For states of equal memory. */
void state_merge_facts(Analysis *an, State *into, const State *from);
/* `from` is equal to `into` and goes: what only one of them looked at was looked at sometimes. */
void state_merge_equal(Analysis *an, State *into, const State *from);
/* Does the cell hold what was there at entry? It says no more than that somebody looked. */
bool cell_is_entry(const Analysis *an, const Cell *c);
/* rename.c: the names that joins at the block gave are those of the round before. */
void state_rename_joined(Analysis *an, State *s, uint32_t block);
/* into becomes a state that describes both; what differs becomes unknown. */
void state_join(Analysis *an, State *into, const State *from);
/* How much the join would lose; no less than `limit`: exactly how much does not matter. */
uint32_t state_distance(const Analysis *an, const State *a, const State *b, uint32_t limit);
void value_print(Value v, Text *out);
void state_print(const Analysis *an, const State *s, Text *out);

enum { NULL_PAGE = 4096 }; /* an address below this is no object's, as null is none */
/* Neither are the last ones of the address space: ERR_PTR(-ENOMEM), MAP_FAILED. */
static inline bool is_error_number(int64_t n)
{
    return n < 0 && n > -NULL_PAGE;
}
/* Null, or what a callee returned in its place. */
static inline bool is_no_address(Value p)
{
    return p.kind == VAL_INT && (p.num == 0 || (p.id && p.num > -NULL_PAGE && p.num < NULL_PAGE));
}

/* (size_t)-1, the sum of sizes that went too far: no allocation can be so large. */
static inline bool size_is_impossible(Value size)
{
    return size.kind == VAL_INT && size.num < 0;
}

/* ---- numbers --------------------------------------------------------------------------------- */
typedef struct Interval {
    i128 lo, hi;
} Interval;
Interval interval_of_type(const Type *t);
Interval state_interval(const Analysis *an, const State *s, Value v, const Type *t);
/* The same, by what is known of the numbers that it is the sum of as well. */
Interval state_range(const Analysis *an, const State *s, Value v, const Type *t);
bool state_excludes(const Analysis *an, const State *s, Value v,
                    int64_t n); /* v != n for certain */
/* Of 0 .. 63, as bits. */
uint64_t state_excluded(const Analysis *an, const State *s, Value v);
/* How the comparison comes out for all numbers of both; -1: that depends. */
int compare_intervals(BinaryOp op, Interval a, Interval b);
/* Learns that v (of type t) lies in [lo, hi]; false when that contradicts the state. */
bool state_assume_interval(Analysis *an, State *s, Value v, const Type *t, i128 lo, i128 hi);
const Fact *fact_find(const State *s, uint32_t sym); /* NULL: nothing but the type */
void state_put_fact(Analysis *an, State *s, const Fact *f);
uint64_t fact_outside(const Fact *f); /* values in 0 .. 63 that the fact excludes, as bits */
bool state_assume_not(Analysis *an, State *s, Value v, const Type *t, i128 n);
/* The truth of a condition: 1, 0, or -1 unknown. */
int state_truth(Analysis *an, const State *s, Value v, const Type *t);
bool state_assume(Analysis *an, State *s, Value v, const Type *t, bool truth);
/* A branch asked v: claims about what it rests on hold only as far as the answer is understood.
 * Vague: somebody else may have asked. */
void state_note_asked(Analysis *an, State *s, Value v);
void state_note_vague(Analysis *an, State *s, Value v, uint8_t how);
/* Is the pointer null: 1 yes, 0 no, -1 unknown, 2 may be, by a contract. */
int state_nullness(const Analysis *an, const State *s, Value v);
/* Is it an error number for certain? Then one of these. */
bool state_is_error(const Analysis *an, const State *s, Value p, Interval *is);
Value value_binary(Analysis *an, State *s, BinaryOp op, Value a, Value b, const Type *operand,
                   const Type *result);
Value value_unary(Analysis *an, State *s, UnaryOp op, Value a, const Type *result);
Value value_convert(Analysis *an, State *s, ConvertKind kind, Value a, const Type *from,
                    const Type *to);
/* Bytes from the start of its object to where a pointer points, as a number. */
static inline Value value_offset(Value p)
{
    return p.off_sym ? value_sym(p.off_sym, p.num) : value_int(p.num);
}
/* The same bits as a number of another kind: an integer's as a floating one's. */
Value value_bits(Analysis *an, Value a, const Type *to);
Value value_ptr_add(Analysis *an, State *s, Value p, Value index, const Type *index_type,
                    int64_t scale);

void engine_find_loops(Analysis *an);
const Loop *loop_at(const Analysis *an, uint32_t head); /* NULL: none begins there */
/* The step of a counter of the loop with this head; 0: it is none. */
int64_t loop_step(const Analysis *an, uint32_t head, uint32_t local);
/* Does the branch at the end of the block compare a counter of the loop? */
bool loop_asks_counter(const Analysis *an, uint32_t block, const Loop *l);
/* Is the loop left when one of its counters gets somewhere? */
bool loop_is_counted(const Analysis *an, const Loop *l);

/* ---- relations between numbers (relation.c) -------------------------------------------------- */
/* A sum of symbols: term[0].by * term[0].sym + ... + add, over the mathematical integers. */
typedef struct Linear {
    struct {
        uint32_t sym;
        i128 by;
    } term[6];
    uint32_t count;
    i128 add;
    bool known; /* false: something else */
} Linear;
/* Sums, differences and multiples are taken apart as if they did not wrap: where they do, what they
 * decide is wrong already. */
Linear linear_of(const Analysis *an, const State *s, Value v);
/* Only where nothing wraps. t: the type of a constant v, or NULL: signed. */
Linear linear_exact(const Analysis *an, const State *s, Value v, const Type *t);
/* The same, sums of two symbols left whole. */
Linear linear_whole(const Analysis *an, const State *s, Value v);
/* Multiples as well. */
Linear linear_plain(const Analysis *an, const State *s, Value v);
Linear linear_sub(Linear a, Linear b);
Linear linear_add(Linear a, Linear b);
/* All values that it can have, by intervals and by what is known of differences. */
Interval linear_interval(const Analysis *an, const State *s, const Linear *l);
/* The upper end of it; at least INT128_FAR: none. */
i128 linear_most(const Analysis *an, const State *s, Linear l);
/* Rounds towards minus infinity; d > 0. */
i128 floor_div(i128 n, i128 d);
/* Learns a - b <= most; false when that contradicts the state. */
bool state_assume_diff(Analysis *an, State *s, Value a, Value b, i128 most);
/* Learns x + y - z <= most. */
bool state_assume_within(Analysis *an, State *s, uint32_t x, uint32_t y, uint32_t z, i128 most);
/* The same of a number that an operator makes and its operand. */
void state_relate(Analysis *an, State *s, Value a, Value b, i128 most);
/* Level safe: the same of a sum, where one part of it is at most what the other leaves of z. */
void state_relate_sum(Analysis *an, State *s, Value sum, Value x, Value y);
/* Least known upper bound of a - b; at least INT128_FAR: none. */
i128 state_diff(const Analysis *an, const State *s, uint32_t a, uint32_t b);
/* Drops the bounds on symbols that are not kept; what follows from them for others stays. */
typedef bool SymbolTest(const Analysis *an, const void *ctx, uint32_t sym);
void diffs_keep(Analysis *an, State *s, SymbolTest *keep, const void *ctx);
void diffs_join(Analysis *an, State *into, const State *from);

/* ---- needs (need.c) -------------------------------------------------------------------------- */
void state_add_need(Analysis *an, State *s, const Need *n);
/* Was something asked of the number that may be an upper bound? */
bool may_be_bounded(const Analysis *an, const State *s, uint32_t sym);
bool need_covers(const Need *more, const Need *less);    /* who has the one has the other */
uint32_t needs_lost(const State *a, const State *b);
void needs_join(State *into, const State *from);         /* what both need */
void callbacks_join(State *into, const State *from);     /* what both call */
bool callbacks_cover(const State *s, const Callback *c); /* is it there already? */
#define INT128_FAR ((i128)1 << 100)
#define LARGEST ((i128)1 << 47) /* no object is larger */

#endif
