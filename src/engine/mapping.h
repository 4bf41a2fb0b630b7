/* engine/mapping.h - a case of a callee laid over the state of a caller: what apply.c shares with
 * ways.c, callback.c and names.c. Private to the four. */
#ifndef CORTEN_ENGINE_MAPPING_H
#define CORTEN_ENGINE_MAPPING_H

#include "engine/summary.h"

/* What a function that was given has released, whichever way it went. */
typedef struct Released {
    uint32_t region, event;
} Released;
typedef VEC(Released) ReleasedList;

enum { DEEPEST_CALLBACK = 2 }; /* a function may be handed itself, and call what it is handed */

/* A call of a function that a callee was given, made by that callee. */
typedef struct CallbackCall {
    const Callback *call;  /* in the caller's values */
    const char *asker;     /* the callee that makes it */
    int from[MOST_PASSED]; /* argument of the caller's call that each came through; -1: of none */
    bool conditional;      /* only our own callers know if it is made */
    uint32_t depth;        /* calls of given functions that it is made in */
} CallbackCall;

typedef struct Mapping {
    Analysis *an;
    const Inst *in;
    const CallbackCall *by; /* it is a call that a callee makes; NULL: `in` */
    const Summary *m;
    const Case *c;
    const Callee *callee;
    State *s; /* the caller's state, being changed */
    Value *regions;
    bool *region_done;
    Value *syms;
    bool *sym_done;
    ReleasedList released; /* by callbacks */
    bool conditional;      /* the case narrowed something that the caller's callers decide */
    uint32_t began;        /* the events there were before it */
    bool blind;            /* what a join has blurred decided for this way: what it ends may live */
    bool only; /* every other case contradicts the caller: it was this way, whatever it rests on */
    bool dead;
    const Violation *other_name; /* what it would violate if it were certain: names.c; or NULL */
    uint32_t ordinal; /* where fresh names go on */
} Mapping;

Mapping mapping_new(Analysis *an, State *s, const Inst *in, const Callee *c, const Summary *m,
                    uint32_t which);
/* Does the case contradict the caller? Then it is dead. */
void mapping_begin(Mapping *x);
/* Conditions, needs and everything that is looked up at entry. False: the case can't be. */
bool mapping_ask(Mapping *x);
/* The state after it, which was x->s; NULL: the case can't be. */
State *mapping_apply(Mapping *x);
/* What the callee calls so, in the caller. */
Value mapping_value(Mapping *x, Value v);
Value mapping_region(Mapping *x, uint32_t r);
/* Is the region that of a parameter? Which? */
bool mapping_parameter(const Mapping *x, uint32_t region, uint32_t *index);
/* names.c: when its objects were accessed; start: Analysis.clock before the call. */
void mapping_carry_accesses(Mapping *x, uint64_t start);
/* What all ways that come back would violate is reported. */
void mapping_agree_on_names(Mapping *ways, State *const *after, uint32_t count);
/* The same where joins in the callee have left open which way it is; s: the state at the call. */
void mapping_enter_for_names(Mapping *ways, const State *s, State *const *after, uint32_t count);
/* What becomes of an object. */
void mapping_carry_region(Mapping *x, const RegionState *rs);

/* The objects are released now, at this call. */
void callback_release(Analysis *an, State *s, const Inst *in, const ReleasedList *released);
/* What the call asks of the caller's state. False: no way through it comes back. */
bool callback_ask(Analysis *an, State *s, const Inst *in, const CallbackCall *by,
                  ReleasedList *released);

#endif
