/* engine/summary.h - the cases of a function, shared by those who make them (summary.c) and those
 * who apply them at calls (apply.c). Private to the engine. */
#ifndef CORTEN_ENGINE_SUMMARY_H
#define CORTEN_ENGINE_SUMMARY_H

#include "engine/engine.h"

enum { OUTCOME_UNKNOWN = 8 };
typedef struct Case {
    State *state; /* owned by the summary's arena */
    Value result;
    uint32_t outcome; /* can the result be below zero (1), zero (2), above (4); OUTCOME_UNKNOWN */
    Span at;          /* the return */
} Case;
/* Its result may be of several kinds. */
static inline bool case_is_open(const Case *c)
{
    return c->outcome != 1 && c->outcome != 2 && c->outcome != 4;
}

struct Summary {
    VEC(Case) cases;
    SymInfo *syms;
    uint32_t sym_count;
    RegionInfo *regions;
    uint32_t region_count;
    Event *events;
    uint32_t event_count;
    uint32_t param_count;
    bool returns_void;
    const Unit *unit;
    VEC(Case) pending; /* while the function is being analysed: states in its arena */
    Summary *fewer;    /* the same in half as many cases, for callers that are large; or NULL */
};

/* Sorts a short array by insertion. */
#define SORT_BY(T, data, count, before)                                                            \
    for (uint32_t i_ = 1; i_ < (count); i_++) {                                                    \
        T x_ = (data)[i_];                                                                         \
        uint32_t k_ = i_;                                                                          \
        for (; k_ > 0 && before(&x_, &(data)[k_ - 1]); k_--)                                       \
            (data)[k_] = (data)[k_ - 1];                                                           \
        (data)[k_] = x_;                                                                           \
    }

#endif
