/* engine/obligation.c - what is asked of a state, and what is done with the answer.
 *
 *     use(p->x)      live(p)  non-null(p)            obligations of an access
 *     free(p)        live(p)  at-start(p)  family(p)
 *     }              nobody owning dies here
 *
 * Answers: proved (silence); violated on this path (report, then go on as if it had held, so that
 * one mistake is one finding); asked of the caller (a pointer that was there at entry is marked
 * NEEDED); unknown (silence in audit). */
#include "engine/safe.h"

static uint64_t report_key(const Violation *v)
{
    return hash_mix(hash_mix(1, v->kind), (uint64_t)v->span.begin << 32 | v->span.end);
}

/* The object's life ended after the last join, and no question was answered since: whatever the
 * join has blurred, it happens. */
static bool ended_since(const Analysis *an, const State *s, uint32_t cause)
{
    if (cause < s->joined || !cause)
        return false;
    uint8_t kind = an->events.data[cause].kind;
    if (kind != EVENT_FREE && kind != EVENT_MOVE && kind != EVENT_SCOPE)
        return false;
    for (uint32_t e = s->event; e > cause; e = an->events.data[e].prev)
        if (an->events.data[e].kind == EVENT_BRANCH)
            return false;
    return true;
}

/* Up to the last join what all ways agreed on counts, afterwards the path. */
uint32_t release_doubts(const Analysis *an, const State *s, const RegionState *rs, uint32_t upto)
{
    bool before = rs->event < s->joined;
    if (!life_is_released(rs->life) || (s->generalised && before && !rs->agreed))
        return UINT32_MAX;
    uint32_t n = before && s->generalised ? rs->agreed - 1u : 0;
    for (uint32_t e = upto; s->generalised && e && e >= s->joined; e = an->events.data[e].prev) {
        const Event *at = &an->events.data[e];
        if (at->kind != EVENT_BRANCH || at->free)
            continue;
        if (!at->blurred || e < rs->event)
            return UINT32_MAX;
        n++;
    }
    return n;
}

/* Released, and then no more than one variable that a join has blurred was asked: the program asks
 * because some way goes there. */
static bool released_since(const Analysis *an, const State *s, const Violation *v)
{
    const RegionState *rs = v->region && !v->reached ? state_region_find(s, v->region) : NULL;
    return (v->kind == VIOLATION_FREED_USE || v->kind == VIOLATION_RELEASED_TWICE) && rs &&
           rs->event == v->cause && release_doubts(an, s, rs, s->event) <= 1;
}

/* Null is the answer of a library to a question, not an allocation or a callee that failed: what
 * the join has blurred may have decided it. */
static bool was_found(const Analysis *an, const Violation *v)
{
    if (v->kind != VIOLATION_NULL)
        return false;
    return v->region ? region_info(an, v->region)->kind != REGION_HEAP
                     : !an->events.data[v->cause].inner;
}

/* Null or out of bounds by a constant, or null or freed since the last join, on branches since then
 * that may come out either way. */
static bool free_since(const Analysis *an, const State *s, const Violation *v)
{
    bool place = v->kind == VIOLATION_BOUNDS || v->kind == VIOLATION_TYPE;
    bool constant = (v->kind == VIOLATION_NULL && !v->cause) ||
                    (place && v->number.kind == VAL_INT && v->limit.kind == VAL_INT);
    if ((v->kind != VIOLATION_NULL && v->kind != VIOLATION_FREED_USE && !place &&
         v->kind != VIOLATION_RELEASED_TWICE) ||
        (!constant && (v->cause < s->joined || was_found(an, v))) || v->reached)
        return false; /* what a callee reaches depends on ways that it chose by blurred values */
    for (uint32_t e = s->event; e && e >= s->joined; e = an->events.data[e].prev)
        if (an->events.data[e].kind == EVENT_BRANCH && !an->events.data[e].free)
            return false;
    return true;
}

/* if (n == 0) puts("empty"); x / n: the program itself takes it for possible. */
static bool asked_for_zero(const State *s, const Violation *v)
{
    const Fact *f = v->kind == VIOLATION_DIVISOR && v->number.kind == VAL_SYM
                        ? fact_find(s, v->number.id)
                        : NULL;
    return f && f->asked && v->range.lo == 0 && v->range.hi == 0;
}

static void report_once(Analysis *an, const State *s, const Violation *v)
{
    uintptr_t seen;
    uint64_t key = report_key(v);
    if (map_get(&an->reported, key, &seen))
        return;
    map_put(&an->reported, key, 1);
    Violation full = *v;
    full.event = s->event;
    engine_report(an, &full);
}

void violate(Analysis *an, State *s, const Violation *v)
{
    if (an->entered) {
        entered_violation(an, s, v);
        return;
    }
    if (an->safe) {
        if (safe_here(an))
            report_once(an, s, v);
        return;
    }
    /* perhaps only the join made it possible; an owner that all joined paths agree on and that is
     * overwritten here is lost all the same */
    bool overwritten = v->kind == VIOLATION_LOST && an->inst && an->inst->op == INST_STORE;
    /* what one number decides, whichever way the path came: a number from outside, a counter */
    bool decided = v->source != 0 || asked_for_zero(s, v);
    if (s->generalised && !overwritten && !decided && !ended_since(an, s, v->cause) &&
        !free_since(an, s, v) && !released_since(an, s, v))
        return;
    bool in_call = an->inst && an->inst->op == INST_CALL;
    /* where nothing was left to callers, they don't decide what a callee left to its own */
    if (s->latent &&
        ((v->kind == VIOLATION_UNINIT && s->by_caller) || (v->kind == VIOLATION_LOST && in_call)))
        return;
    if (v->kind == VIOLATION_LOST && !an->comes_back[an->block])
        return; /* the end of the program takes it */
    /* a search that goes on for a reason that nobody knows may go beyond what was filled */
    const Type *held = v->region ? region_info(an, v->region)->type : NULL;
    bool variable = held && (type_is_integer(held) || held->kind == TYPE_POINTER);
    if (v->kind == VIOLATION_UNINIT && !v->argument && !variable && s->guessed & GUESSED_STAY)
        return;
    if ((s->weak && !decided) ||
        (an->inst && (an->inst->flags & INST_IMPLICIT) && v->kind == VIOLATION_UNINIT))
        return;
    /* a way for some callers, perhaps not for those that give the functions that it is bound to */
    if (an->result->bound_count && (s->by_caller || s->by_memory))
        return;
    /* what happened before a question that was asked twice may be tied to its first answer */
    if (s->again && v->cause <= s->again)
        return;
    report_once(an, s, v);
}

static ViolationKind dead_kind(uint8_t life)
{
    return life == LIFE_SCOPE   ? VIOLATION_SCOPE_USE
           : life == LIFE_MOVED ? VIOLATION_MOVED_USE
                                : VIOLATION_FREED_USE;
}

static bool is_dead(uint8_t life)
{
    return life_is_released(life) || life == LIFE_SCOPE;
}

static bool null_violation(Analysis *an, State *s, Value p, Span at, Span subject,
                           const ArgumentAsk *ask)
{
    Violation v = {.kind = VIOLATION_NULL, .span = at, .subject = subject};
    if (ask)
        v.argument = true, v.callee = ask->callee, v.inner = ask->inner, v.reached = ask->reached;
    if (p.kind == VAL_INT) {
        v.cause = p.id;
        v.number = p;
        if (!p.id || !an->events.data[p.id].supposed)
            violate(an, s, &v);
        return false;
    }
    RegionState *rs = state_region(an, s, p.id);
    /* found null by a test, and then a way was taken that other data of the caller's decide: data
     * that may well be tied to it */
    bool tied = rs->null == NULL_IS && (rs->flags & REGION_TESTED) && s->by_caller > rs->when;
    if ((rs->flags & REGION_SUPPOSED) || tied)
        return false;
    v.region = p.id;
    v.cause = rs->null_event;
    v.maybe = rs->null == NULL_MAYBE;
    violate(an, s, &v);
    rs = state_region(an, s, p.id);
    bool goes_on = rs->null == NULL_MAYBE;
    rs->null = NULL_NO;
    return goes_on;
}

/* if (copy) *to = copy; after a join that has lost which of the ways made the copy: perhaps only
 * those on which `to` was looked at before. */
static bool decided_by_lost(const Analysis *an, const State *s)
{
    for (uint32_t e = s->event; s->generalised && e && e >= s->joined; e = an->events.data[e].prev)
        if (an->events.data[e].kind == EVENT_BRANCH && an->events.data[e].lost)
            return true;
    return false;
}

static void note_needed(const Analysis *an, const State *s, RegionState *rs, Span at)
{
    rs->null = NULL_NO;
    if (decided_by_lost(an, s))
        return;
    rs->flags |= REGION_NEEDED;
    rs->need = at;
    rs->when = an->steps;
}

/* Is this the first time that the function needs an object here? &p->m alone has not needed it. */
static bool nobody_asked(const Analysis *an, const RegionState *rs)
{
    return rs->null == NULL_UNKNOWN ||
           (rs->null == NULL_NO && !(rs->flags & (REGION_NEEDED | REGION_TESTED)) &&
            region_info(an, rs->region)->kind == REGION_ENTRY);
}

/* The pointer must not be null and must point to something alive. */
bool oblige_access(Analysis *an, State *s, Value p, Span subject, Span at)
{
    if (an->safe)
        return safe_access(an, s, p, subject, at, NULL);
    if (is_no_address(p))
        return null_violation(an, s, p, at, subject, NULL);
    if (p.kind != VAL_PTR)
        return true;
    RegionState *rs = state_region(an, s, p.id);
    if (rs->null == NULL_IS || rs->null == NULL_MAYBE)
        if (!null_violation(an, s, p, at, subject, NULL))
            return false;
    rs = state_region(an, s, p.id);
    if (nobody_asked(an, rs))
        note_needed(an, s, rs, at);
    if (!is_dead(rs->life)) {
        rs->last = ++an->clock;
    } else {
        Violation v = {.kind = dead_kind(rs->life),
                       .span = at,
                       .subject = subject,
                       .region = p.id,
                       .cause = rs->event};
        violate(an, s, &v);
        if (v.kind == VIOLATION_SCOPE_USE)
            state_forget_region(an, s, p.id, CONTENT_ANY);
        state_region(an, s, p.id)->life = LIFE_UNKNOWN;
    }
    return true;
}

bool oblige_argument(Analysis *an, State *s, Value p, Span span, const ArgumentAsk *ask)
{
    if (!span.begin)
        span = an->span; /* a literal has no place of its own */
    if (an->safe)
        return safe_access(an, s, p, span, span, ask);
    if (is_no_address(p))
        return !ask->nonnull || null_violation(an, s, p, span, span, ask) || !p.id;
    if (p.kind != VAL_PTR)
        return true;
    if (region_info(an, p.id)->kind == REGION_HANDLE && !ask->releases)
        ; /* -1 as a descriptor is an error at run time, not a null dereference */
    else if (ask->nonnull) {
        RegionState *rs = state_region(an, s, p.id);
        if (rs->null == NULL_IS || rs->null == NULL_MAYBE) {
            if (region_info(an, p.id)->kind != REGION_HANDLE &&
                !null_violation(an, s, p, span, span, ask))
                return false;
        } else if (nobody_asked(an, rs)) {
            note_needed(an, s, rs, span);
        }
    }
    RegionState *rs = state_region(an, s, p.id);
    if (!is_dead(rs->life))
        rs->last = ++an->clock;
    else if (!ask->releases && !(rs->flags & REGION_PASSED_ON)) {
        Violation v = {.kind = dead_kind(rs->life),
                       .span = span,
                       .subject = span,
                       .region = p.id,
                       .cause = rs->event,
                       .argument = true,
                       .reached = ask->reached,
                       .callee = ask->callee,
                       .inner = ask->inner};
        violate(an, s, &v);
        state_region(an, s, p.id)->life = LIFE_UNKNOWN;
    }
    return true;
}

/* A DIR * is closed by closedir wherever it came from: what all models that make such a pointer
 * agree on is known from the name of the type alone. */
static bool family_matches(const Analysis *an, const RegionInfo *info, Name family, bool inside)
{
    /* a release function of the program's own is made of others; a callee may have called it */
    if (info->kind == REGION_HEAP || info->kind == REGION_HANDLE)
        return info->family == family ||
               (inside && info->family && engine_has_named(an->engine, info->family));
    uintptr_t wanted;
    if (!info->type || !info->type->alias ||
        !map_get(&an->engine->type_families, MAP_KEY_PTR(info->type->alias), &wanted))
        return true;
    /* 1: the makers disagree; and who defines the release function may release as it likes */
    return wanted == 1 || (Name)wanted == family ||
           (wanted && engine_has_named(an->engine, (Name)wanted));
}

static uint32_t handle_region(Analysis *an, uint32_t number)
{
    const SymInfo sym = *sym_info(an, number);
    uint64_t key = hash_mix(UINT64_C(0x4a), number);
    uintptr_t got;
    if (map_get(&an->entry_cons, key, &got))
        return (uint32_t)got;
    RegionInfo info = {.kind = REGION_ENTRY,
                       .type = sym.type,
                       .handle = true,
                       .parent = sym.region,
                       .off = sym.off,
                       .off_sym = sym.off_sym,
                       .span = an->span};
    got = region_new(an, &info);
    map_put(&an->entry_cons, key, got);
    return (uint32_t)got;
}

/* What callers learn of the numbers that were given away: if they are handles, others may hold
 * them. */
void tell_given(Analysis *an, State *s)
{
    for (uint32_t i = 0; i < 32 && s->given >> i; i++)
        if (s->given >> i & 1) {
            uint32_t r = handle_region(an, state_entry_number(an, i).id);
            RegionState *rs = state_region(an, s, r);
            if (rs->life == LIFE_LIVE)
                rs->own = OWN_GIVEN;
        }
}

/* A number that was there at entry and is released as a handle: from here on it is a region, so
 * that a second release, and the caller's own, are seen. */
Value handle_at_entry(Analysis *an, State *s, Value v)
{
    if (v.kind != VAL_SYM || v.num || sym_info(an, v.id)->kind != SYMBOL_ENTRY)
        return v;
    uint32_t got = handle_region(an, v.id);
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (value_same(s->cells[i].value, v))
            s->cells[i].value = value_ptr(got, 0);
    for (uint32_t i = 0; i < s->temp_count; i++)
        if (value_same(s->temps[i].value, v))
            s->temps[i].value = value_ptr(got, 0);
    return value_ptr(got, 0);
}

static bool is_no_allocation(const RegionInfo *i)
{
    return i->kind == REGION_LOCAL || i->kind == REGION_GLOBAL || i->kind == REGION_STRING ||
           i->is_static;
}

/* Allocated, alive, ours, at its start, and by this family. */
static void ask_release(Analysis *an, State *s, Value p, Name family, Span subject, const char *who,
                        const char *inner)
{
    const RegionInfo info = *region_info(an, p.id);
    const RegionState *rs = state_region(an, s, p.id);
    Violation v = {.span = subject,
                   .subject = subject,
                   .region = p.id,
                   .callee = who,
                   .inner = inner,
                   .argument = true,
                   .cause = rs->event};
    bool not_heap = is_no_allocation(&info);
    bool inside = info.kind == REGION_HEAP && p.num != 0 && !p.off_sym;
    if (an->safe && rs->life != LIFE_LIVE && rs->life != LIFE_FREED) {
        ArgumentAsk ask = {.callee = who};
        (void)safe_access(an, s, p, subject, subject, &ask);
    } else if (an->safe && rs->life == LIFE_LIVE && rs->own != OWN_YES && !not_heap &&
               info.kind != REGION_HANDLE && !(rs->flags & REGION_BLAMED)) {
        v.kind = VIOLATION_RELEASE_INVALID; /* it is only lent */
        v.why = WHY_NOT_OWNED;
        v.cause = 0;
        violate(an, s, &v);
    } else if (life_is_released(rs->life)) {
        v.kind = VIOLATION_RELEASED_TWICE;
        violate(an, s, &v);
    } else if (not_heap || inside) {
        v.kind = VIOLATION_RELEASE_INVALID;
        v.cause = 0;
        violate(an, s, &v);
    } else if (!family_matches(an, &info, family, inner != NULL)) {
        v.kind = VIOLATION_RELEASE_FAMILY;
        violate(an, s, &v);
        escape_value(an, s, p, ESCAPE_READS); /* what it holds is not lost as well */
        state_region(an, s, p.id)->flags |= REGION_BLAMED;
    }
}

void release_value(Analysis *an, State *s, Value p, Name family, Span subject, const char *who,
                   const char *inner)
{
    if (!an->safe)
        p = handle_at_entry(an, s, p);
    if (p.kind != VAL_PTR)
        return;
    const RegionInfo info = *region_info(an, p.id);
    RegionState *rs = state_region(an, s, p.id);
    if (rs->null == NULL_IS)
        return;
    ask_release(an, s, p, family, subject, who, inner);
    if (is_no_allocation(&info))
        return;
    if (an->safe)
        safe_ask_invalidates(an, s, p.id, subject, NULL);
    if (an->safe && p.num == 0 && !p.off_sym)
        part_open_owners(an, s, p);
    uint32_t e = event_add(an, s, EVENT_FREE, p.id, an->span, who, inner);
    an->events.data[e].family = family;
    rs = state_region(an, s, p.id);
    rs->life = LIFE_FREED;
    rs->release_off = p.num;
    rs->own = OWN_NONE;
    rs->event = e;
    Value *same;
    for (uint32_t n = state_candidates(an, s, p.id, &same), i = 0; i < n; i++) {
        rs = state_region(an, s, same[i].id);
        rs->life = rs->life == LIFE_LIVE ? LIFE_UNKNOWN : rs->life;
        rs->own = rs->own == OWN_YES ? OWN_GIVEN : rs->own;
    }
    state_region(an, s, p.id)->last = ++an->clock;
    if (an->safe) {
        safe_end(an, s, p.id, LIFE_FREED, e, END_SPARES_OWNED);
        safe_doubt_twins(an, s, p.id, e);
    }
}

/* ---- leaks ----------------------------------------------------------------------------------- */
bool state_owns(const State *s)
{
    for (uint32_t i = 0; i < s->region_count; i++)
        if (s->regions[i].own == OWN_YES && s->regions[i].null != NULL_IS)
            return true;
    return false;
}

/* Lost because a callee of this unit freed the only holder: there it was lost. */
static Span freed_holder(const Analysis *an, const State *s, uint32_t lost)
{
    for (uint32_t i = 0; i < s->cell_count; i++) {
        if (s->cells[i].value.kind != VAL_PTR || s->cells[i].value.id != lost)
            continue;
        const RegionState *h = state_region_find(s, s->cells[i].region);
        if (h && h->life == LIFE_FREED && h->event)
            return an->events.data[h->event].inner_span;
    }
    return (Span){LOC_NONE, LOC_NONE};
}

void check_lost(Analysis *an, State *s, Span span)
{
    if (!state_owns(s))
        return;
    BitSet seen = state_reachable(an, s, true, value_unknown());
    for (uint32_t i = 0; i < s->region_count; i++) {
        RegionState *rs = &s->regions[i];
        if (rs->own != OWN_YES || rs->null == NULL_IS || bitset_has(seen, rs->region))
            continue;
        rs->own = OWN_GIVEN;
        if (rs->life != LIFE_LIVE)
            continue;
        Violation v = {.kind = VIOLATION_LOST, .span = span, .region = rs->region};
        Span holder = freed_holder(an, s, rs->region);
        if (holder.begin)
            v.span = holder;
        violate(an, s, &v);
        rs = &s->regions[i];
    }
}

/* ---- escapes --------------------------------------------------------------------------------- */
static bool type_is_const(const Type *t)
{
    return t && (t->quals & QUAL_CONST);
}

/* Has a branch of this path looked at what the region holds? */
static bool was_asked(const Analysis *an, const State *s, uint32_t r)
{
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const SymInfo *sym = sym_info(an, s->facts[i].sym);
        for (int depth = 0; sym->kind != SYMBOL_ENTRY && sym->a.kind == VAL_SYM && depth < 4;
             depth++)
            sym = sym_info(an, sym->a.id);
        if (sym->kind == SYMBOL_ENTRY && sym->region == r)
            return true;
    }
    return false;
}

/* Everything reachable from the `first` ones, once each: given away. What may be written is
 * anything afterwards: all of it, what lies behind the pointers in it (const stops no further),
 * nothing. */
static void escape_regions(Analysis *an, State *s, const uint32_t *first, uint32_t count,
                           EscapeWrites writes)
{
    if (an->escape_cap < an->regions.len) {
        an->escape_cap = an->regions.len * 2;
        an->escape_words = ARENA_ARRAY(an->arena, uint64_t, an->escape_cap / 64 + 1);
        an->escape_stack = ARENA_ARRAY(an->arena, uint32_t, an->escape_cap);
    }
    memset(an->escape_words, 0, ((size_t)an->regions.len / 64 + 1) * sizeof *an->escape_words);
    BitSet seen = {an->escape_words, an->regions.len};
    uint32_t *stack = an->escape_stack, depth = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!bitset_has(seen, first[i])) {
            stack[depth++] = first[i];
            bitset_add(seen, first[i]);
        }
    while (depth) {
        uint32_t r = stack[--depth];
        RegionState *rs = state_region(an, s, r);
        const RegionInfo *info = region_info(an, r);
        if (rs->own == OWN_YES || info->kind == REGION_ENTRY)
            rs->own = OWN_GIVEN;
        if (info->kind == REGION_ENTRY && writes != ESCAPE_READS)
            rs->flags |= REGION_BEHIND;
        if (info->kind == REGION_STRING ||
            (info->kind == REGION_GLOBAL && type_is_const(info->type)))
            continue;
        for (uint32_t i = state_first_cell(s, r); i < s->cell_count && s->cells[i].region == r;
             i++) {
            Value v = s->cells[i].value;
            state_give_number(an, s, v);
            if (v.kind == VAL_PTR && !bitset_has(seen, v.id)) {
                bitset_add(seen, v.id);
                stack[depth++] = v.id;
            }
        }
        if (writes == ESCAPE_WRITES_ALL || (writes == ESCAPE_WRITES_BEHIND && r != *first)) {
            if (was_asked(an, s, r))
                state_region(an, s, r)->flags |= REGION_ASKED;
            state_forget_region(an, s, r, CONTENT_ANY);
        }
    }
}

void escape_value(Analysis *an, State *s, Value v, EscapeWrites writes)
{
    state_give_number(an, s, v);
    if (v.kind == VAL_PTR)
        escape_regions(an, s, &v.id, 1, writes);
}

void escape_behind(Analysis *an, State *s, Value v)
{
    uint32_t *held = ARENA_ARRAY(an->scratch, uint32_t, s->cell_count + 1), n = 0;
    for (uint32_t i = state_first_cell(s, v.id); i < s->cell_count && s->cells[i].region == v.id;
         i++)
        if (s->cells[i].value.kind == VAL_PTR)
            held[n++] = s->cells[i].value.id;
    if (region_info(an, v.id)->kind == REGION_ENTRY)
        state_region(an, s, v.id)->flags |= REGION_BEHIND;
    escape_regions(an, s, held, n, ESCAPE_WRITES_ALL);
}

void forget_globals(Analysis *an, State *s)
{
    uint32_t *globals = ARENA_ARRAY(an->scratch, uint32_t, s->cell_count + 1), n = 0;
    s->globals_unknown = true;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        uint32_t r = s->cells[i].region;
        const RegionInfo *info = region_info(an, r);
        if (info->kind == REGION_GLOBAL && !type_is_const(info->type) &&
            (!n || globals[n - 1] != r))
            globals[n++] = r;
    }
    if (n)
        escape_regions(an, s, globals, n, ESCAPE_WRITES_ALL);
}
