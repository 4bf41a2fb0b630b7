/* engine/safe.h - level safe: the strict reading of the same states. Private to the engine.
 *
 * A safe function is analysed by itself: its parameters are what its declaration says, each callee
 * does what its declaration says, and what memory holds is what its types say. The three meet in
 * one notion, the promise of a pointer's type (safe_promise.c). What a state does not prove is
 * reported (safe.c), calls are taken by contract (safe_call.c), and at a return the function has to
 * have kept its own (safe_leave.c).
 *
 *     struct buf { char *__own __counted_by(cap) data; size_t cap; };
 *     void f(struct buf *b)     R1: *b, live, non-null, as declared
 *     b->data                   R2: owned, non-null, of R1's cap bytes; lives in R1
 *     grow(b)                   R1 as declared again; R2 may have moved
 *
 * Not covered yet: parameters that alias, arrays that are filled in part, arrays of owners;
 * docs/soundness.md has the list. */
#ifndef CORTEN_ENGINE_SAFE_H
#define CORTEN_ENGINE_SAFE_H

#include "contract/formula.h"
#include "engine/strfn.h"

/* What is known of a safe function while it is analysed. */
struct Safe {
    const FunctionContract *contract;
    Value *entry;            /* by parameter: its value when the function was entered */
    const Symbol *sym;
    bool settling; /* an array's elements are looked at (safe_part.c) */
};

/* Is what stands here held to the level? Not inside __unsafe. */
bool safe_here(const Analysis *an);
/* Not proved: reported as what it would be, and the path goes on as if it held. */
void safe_doubt(Analysis *an, State *s, const Violation *v);
/* A pointer that is null only where its count is 0 is none where there is something. */
bool safe_has_elements(const Analysis *an, const State *s, const RegionState *rs);
/* As what is the use of an object reported that is, or may be, gone? */
ViolationKind safe_kind_of_end(const Analysis *an, const RegionState *rs);
/* Others may point into it, by the promise of a parameter that it lives in; who: the function that
 * may end what it owns, or NULL. */
void safe_ask_invalidates(Analysis *an, State *s, uint32_t region, Span at, const char *who);
/* Something that only __unsafe may do, or a promise that is broken: at the place. */
void safe_refuse(Analysis *an, State *s, ViolationKind kind, WhyRefused why, Span at,
                 const char *who);

/* ---- promises (safe_promise.c) --------------------------------------------------------------- */
/* What a pointer of this type is declared to be. */
typedef struct Promise {
    Level level;
    const Formula *count; /* elements, or bytes when `bytes` */
    const Formula *end;
    const Formula *filled; /* only the first of them hold something; NULL: all do */
    bool bytes;
    bool string;
    bool known;   /* somebody said something of it: an annotation, or the default of safe code */
    bool unclear; /* an annotation that is not understood */
} Promise;
Promise promise_of(Analysis *an, const Type *pointer, const Attr *attrs, bool safe);

/* Where the names in a formula are looked up. */
typedef struct Scope {
    enum { SCOPE_FIELDS, SCOPE_ENTRY, SCOPE_CALL } kind;
    uint32_t region, off_sym; /* FIELDS: the object */
    int64_t base;
    const Type *record;
    const Inst *call;
    const FunctionContract *contract; /* ENTRY, CALL */
    Value result;
    const Type *result_type;
} Scope;
/* UNKNOWN: not understood. */
Value formula_value(Analysis *an, State *s, const Formula *f, const Scope *scope, const Type **t);
/* 1 holds, 0 does not, -1 not known. */
int formula_truth(Analysis *an, State *s, const Formula *f, const Scope *scope);
bool formula_assume(Analysis *an, State *s, const Formula *f, const Scope *scope, bool truth);

/* How many bytes are promised behind the pointer; UNKNOWN: that is not said, or not understood. */
Value promised_bytes(Analysis *an, State *s, const Promise *p, const Scope *scope,
                     const Type *elem);
/* A pointer of which only its promise is known. holder: the object it was read from, or 0. */
Value promised_pointer(Analysis *an, State *s, const Type *pointer, const Promise *p,
                       const Scope *scope, uint32_t holder);
/* The record around a byte of an object of type t: where it begins and which member it is. */
typedef struct Member {
    const Type *record;
    const Field *field;
    int64_t base;
} Member;
bool member_at(const Type *t, int64_t off, Member *out);
/* An index into a counted array: off is within one element of type t. */
int64_t safe_in_element(const Type *t, int64_t off);
/* The invariant of the record at `base` is assumed of what is read now, before anything changes. */
void safe_open(Analysis *an, State *s, uint32_t region, int64_t base, uint32_t off_sym,
               const Type *record);
/* What is counted by the field is looked at before that is written: it is as it was. */
void safe_open_counted(Analysis *an, State *s, Value at, const Type *record, Name count);
/* Everything in the object that it owns gets a name, so that its loss is seen. */
void safe_open_owners(Analysis *an, State *s, Value at, const Type *t);
/* Does an object of the type own something? */
bool type_owns(const Type *t);

/* ---- parts of arrays (safe_part.c) ----------------------------------------------------------- */
/* An object that is an array, or a member array of one. */
typedef struct Array {
    uint32_t region;
    int64_t base; /* bytes from the object's start */
    const Type *elem;
    Value count; /* of elements; UNKNOWN */
} Array;
/* The array that p points into; the outermost one. */
bool array_at(const Analysis *an, const State *s, Value p, Array *out);
/* Which elements are as declared: [from, to); false: that is not known. */
bool part_range(const Analysis *an, const State *s, const Array *a, Value *from, Value *to);
void part_set(Analysis *an, State *s, const Array *a, Value from, Value to);
/* Is there more to say of it than the object's content does? */
bool part_is_known(const Analysis *an, const State *s, const Array *a);
/* Are those bytes as declared for certain? */
bool part_has(Analysis *an, State *s, Value p, Value bytes);
/* Is it certain that no elements behind so many bytes are? */
bool part_is_within(Analysis *an, State *s, const Array *a, Value bytes);
/* All arrays of the object. */
void part_settle_all(Analysis *an, State *s, uint32_t region);
/* Before something is written at p: which other elements it may be. */
void part_before_store(Analysis *an, State *s, Value p, uint64_t size, Value v);
/* What the object still owns gets a name, of many of a kind one: it is lost with it. */
void part_open_owners(Analysis *an, State *s, Value p);
/* So many bytes of elements from p on are as declared from now on. */
void part_fill(Analysis *an, State *s, const Array *a, Value p, Value bytes);
/* The same by memset, of numbers; false: it is no array of them. */
bool safe_fill_elements(Analysis *an, State *s, Value p, Value bytes);
bool safe_copy_elements(Analysis *an, State *s, Value to, Value from, Value bytes, Span at,
                        const char *who);
/* realloc: what is in the one is in the other. */
void part_move(Analysis *an, State *s, uint32_t from, uint32_t to);
/* Before a join: one way has filled, or emptied, what the other has not touched. */
void part_align(Analysis *an, State *into, State *from);

/* ---- lives ----------------------------------------------------------------------------------- */
void loan_put(Analysis *an, State *s, Loan l);
/* `borrower` points into what `owner` keeps alive. */
void loan_add(Analysis *an, State *s, uint32_t borrower, uint32_t owner);
bool loan_is(const State *s, uint32_t borrower, uint32_t owner);
void loan_drop(State *s, uint32_t borrower);
/* It does not live there any more. */
void loan_end(State *s, uint32_t borrower, uint32_t owner);
/* What pointers in `holder` lead to is kept alive by `owner`. */
void loan_note(Analysis *an, State *s, uint32_t holder, uint32_t owner);
void loans_of_content_drop(State *s, uint32_t holder);
/* What keeps `from`, or what it holds, alive keeps `to` alive: as a whole, or what that holds. */
void loans_copy(Analysis *an, State *s, uint32_t to, uint32_t from, bool content);
/* The region goes out of sight: what it kept alive is kept alive by what keeps it. */
void loans_hand_on(Analysis *an, State *s, uint32_t region);
typedef enum EndOwned { END_SPARES_OWNED, END_TAKES_OWNED } EndOwned;
/* The region's life ends so, and with it whatever is borrowed from it. What it owns itself goes
 * with it, or is left to be looked for: lost, or held by somebody. */
void safe_end(Analysis *an, State *s, uint32_t region, Life life, uint32_t event, EndOwned owned);
/* What lives in the region, not the region itself, ends so. */
void safe_end_within(Analysis *an, State *s, uint32_t region, Life life, uint32_t event,
                     EndOwned owned);
/* What may be the same object by another name is gone, perhaps. */
void safe_doubt_twins(Analysis *an, State *s, uint32_t region, uint32_t event);

/* ---- two names of one object (safe_alias.c) -------------------------------------------------- */
bool safe_may_alias(const Analysis *an, const State *s, uint32_t a, uint32_t b);
/* Something was stored at p, as the type: what other names knew of it is as declared. */
void safe_alias_store(Analysis *an, State *s, Value p, uint64_t size, const Type *stored);
/* Objects of its type that it may be; in scratch memory. */
uint32_t safe_aliases(Analysis *an, const State *s, uint32_t region, uint32_t **out);

/* ---- transfer -------------------------------------------------------------------------------- */
/* False: the general reading of the instruction holds. */
bool safe_inst(Analysis *an, State *s, const Inst *in, StateList *out);
void safe_call(Analysis *an, State *s, const Inst *in, StateList *out);
void safe_entry(Analysis *an, State *s);
void safe_return(Analysis *an, State *s, const Term *t);
/* `return OP value` of a result of type t, as a number. */
Value safe_condition(Analysis *an, State *s, const When *w, Value result, const Type *t);
/* Is the region, or what keeps it alive, what the parameter pointed to? */
bool safe_comes_from(const Analysis *an, const State *s, uint32_t region, uint32_t param);
/* Is the parameter said to be stored into the one of that name? */
bool safe_captured_by(const FunctionContract *k, uint32_t param, Name by);
/* May the result of such a function borrow from what parameter i leads to? */
bool safe_result_from(const FunctionContract *k, uint32_t i);
/* May others look at the object now? Each promise that it does not keep is reported at `at`. */
typedef struct KeepAsk {
    Span at;
    const char *callee;
    bool at_return;
    bool silent; /* only the answer counts */
} KeepAsk;
/* The object of type t at p; false: it does not. */
bool safe_keeps(Analysis *an, State *s, Value p, const Type *t, const KeepAsk *ask);
/* So many elements as were promised are there at p, and no more are filled than that. */
bool safe_keeps_elements(Analysis *an, State *s, Value p, const Promise *promise,
                         const Scope *scope, const Type *elem, const KeepAsk *ask);
/* The tag that says whether the member of a union may be read, and its value. */
bool safe_tag(Analysis *an, const Field *f, Name *field, const Formula **value);
bool safe_access(Analysis *an, State *s, Value p, Span subject, Span at, const ArgumentAsk *ask);
/* Does the object keep its promises as it is? */
bool safe_is_whole(Analysis *an, const State *s, uint32_t region);
/* What it holds is the object's again, under no names of ours. */
void safe_put_back(Analysis *an, State *s, uint32_t region);
/* The same of one cell. */
void safe_put_back_cell(Analysis *an, State *s, uint32_t index);
/* Names of the two states are brought together before they are joined (safe_align.c). */
void safe_align(Analysis *an, State *into, State *from);
void safe_fold(Analysis *an, State *s);
/* A branch was taken for v: a character that is not 0 is not where a string ends. */
void safe_learned(Analysis *an, State *s, Value v);
void safe_gave_up(Analysis *an);

#endif
