/* engine/reach.c - what of a state the rest of its path can come across.
 *
 * What comes in: a state. What goes out: the regions that its roots lead to (variables, what
 * callers and others hold), and the same state without the rest of what it knew:
 *
 *     { char *p = malloc(8); use(p); }     nothing reaches R5: a leak is asked for, then it goes
 *     if (IS_ERR(p)) ...                   "IS_ERR(p) was false" stays as long as something holds p
 *
 * A fact about a number stays while something holds the number, or an expression could make it
 * again. Deliberately imprecise: of few facts all stay, as looking costs more than they do. */
#include "engine/safe.h"

static void mark_value(Value v, BitSet seen, uint32_t *stack, uint32_t *depth)
{
    if (v.kind != VAL_PTR || bitset_has(seen, v.id))
        return;
    bitset_add(seen, v.id);
    stack[(*depth)++] = v.id;
}

uint32_t state_first_cell(const State *s, uint32_t region)
{
    uint32_t lo = 0, hi = s->cell_count;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (s->cells[mid].region < region)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static bool is_root(const Analysis *an, uint32_t r, bool with_locals, bool with_unknown)
{
    switch ((RegionKind)region_info(an, r)->kind) {
    case REGION_LOCAL: return with_locals;
    case REGION_GLOBAL: return !region_is_constant(an, r);
    case REGION_ENTRY: return true;
    case REGION_UNKNOWN: return with_unknown;
    case REGION_NONE:
    case REGION_STRING:
    case REGION_HEAP:
    case REGION_HANDLE: return false;
    }
    return false;
}

/* Where a region's cells and its state stand, in one look: the two tables are filled for the
 * regions of this state alone and never cleared, so an entry counts if what stands there is the
 * region's (Briggs and Torczon's sparse sets, 1993). */
typedef struct Reach {
    const State *s;
    BitSet seen;
    uint32_t *stack, depth;
    uint32_t *first_cell, *state_at; /* by region */
} Reach;

static Reach reach_new(Analysis *an, const State *s)
{
    uint32_t count = an->regions.len;
    if (an->reach_cap < count) {
        an->reach_cap = count * 2;
        an->reach_words = ARENA_ARRAY(an->arena, uint64_t, an->reach_cap / 64 + 1);
        an->reach_stack = ARENA_ARRAY(an->arena, uint32_t, (size_t)an->reach_cap * 3);
    }
    memset(an->reach_words, 0, ((size_t)count / 64 + 1) * sizeof *an->reach_words);
    return (Reach){.s = s,
                   .seen = {an->reach_words, count},
                   .stack = an->reach_stack,
                   .first_cell = an->reach_stack + an->reach_cap,
                   .state_at = an->reach_stack + (size_t)an->reach_cap * 2};
}

static void mark_from(Reach *x, uint32_t r)
{
    const State *s = x->s;
    uint32_t at = x->state_at[r], i = x->first_cell[r];
    if (at < s->region_count && s->regions[at].region == r &&
        (s->regions[at].life == LIFE_FREED || s->regions[at].life == LIFE_SCOPE))
        return; /* what only a dead object points to is lost */
    for (; i < s->cell_count && s->cells[i].region == r; i++)
        mark_value(s->cells[i].value, x->seen, x->stack, &x->depth);
}

/* Level safe: what we do not own somebody else does. */
static bool somebody_holds(const Analysis *an, const RegionState *rs)
{
    return rs->own == OWN_GIVEN || (an->safe && rs->own == OWN_NONE && rs->life == LIFE_LIVE &&
                                    region_info(an, rs->region)->kind == REGION_HEAP);
}

static BitSet reachable_from(Analysis *an, const State *s, bool with_locals, bool with_unknown,
                             Value extra)
{
    Reach x = reach_new(an, s);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        uint32_t r = s->cells[i].region;
        if (i && s->cells[i - 1].region == r)
            continue;
        x.first_cell[r] = i;
        if (is_root(an, r, with_locals, with_unknown))
            mark_value(value_ptr(r, 0), x.seen, x.stack, &x.depth);
    }
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        x.state_at[r] = i;
        bool over =
            s->regions[i].life == LIFE_SCOPE; /* only what points there makes a difference */
        if ((!over && is_root(an, r, with_locals, with_unknown)) ||
            (with_unknown && somebody_holds(an, &s->regions[i])))
            mark_value(value_ptr(r, 0), x.seen, x.stack, &x.depth);
    }
    if (with_locals)
        for (uint32_t i = 0; i < s->temp_count; i++)
            mark_value(s->temps[i].value, x.seen, x.stack, &x.depth);
    mark_value(extra, x.seen, x.stack, &x.depth);
    while (x.depth)
        mark_from(&x, x.stack[--x.depth]);
    return x.seen;
}

BitSet state_reachable(Analysis *an, const State *s, bool with_locals, Value extra)
{
    return reachable_from(an, s, with_locals, true, extra);
}

BitSet state_visible(Analysis *an, const State *s, Value v)
{
    return reachable_from(an, s, false, false, v);
}

static void mark_sym(const Analysis *an, BitSet seen, uint32_t sym, uint32_t depth)
{
    if (!sym || depth > 6 || bitset_has(seen, sym))
        return;
    bitset_add(seen, sym);
    const SymInfo *i = sym_info(an, sym);
    if (i->a.kind == VAL_SYM)
        mark_sym(an, seen, i->a.id, depth + 1);
    if (i->b.kind == VAL_SYM)
        mark_sym(an, seen, i->b.id, depth + 1);
}

typedef struct Marked {
    const State *s;
    BitSet seen; /* symbols that it holds */
} Marked;

static bool leads_to(const State *s, Value p)
{
    for (uint32_t i = 0; i < s->temp_count; i++)
        if (s->temps[i].value.kind == VAL_PTR && s->temps[i].value.id == p.id)
            return true;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].value.kind == VAL_PTR && s->cells[i].value.id == p.id)
            return true;
    return false;
}

static bool rests_on_marked(const Analysis *an, const Marked *m, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = sym_info(an, sym);
    if (bitset_has(m->seen, sym) || i->kind == SYMBOL_ENTRY)
        return true;
    if (i->kind == SYMBOL_BINARY && i->a.kind == VAL_PTR) /* v->list == empty_list, IS_ERR(p) */
        return value_is_entry(an, i->a) || value_is_entry(an, i->b) ||
               (i->b.kind == VAL_INT && leads_to(m->s, i->a));
    if (depth > 4)
        return false;
    return (i->a.kind == VAL_SYM && rests_on_marked(an, m, i->a.id, depth + 1)) ||
           (i->b.kind == VAL_SYM && rests_on_marked(an, m, i->b.id, depth + 1));
}

static bool is_marked(const Analysis *an, const void *marked, uint32_t sym)
{
    return rests_on_marked(an, marked, sym, 0);
}

/* Facts about numbers that nothing holds any more, and that no expression can produce again. */
static void tidy_facts(Analysis *an, State *s)
{
    if (s->fact_count + s->diff_count < 8)
        return;
    if (an->mark_cap < an->syms.len) {
        an->mark_cap = an->syms.len * 2;
        an->mark_words = ARENA_ARRAY(an->arena, uint64_t, an->mark_cap / 64 + 1);
    }
    memset(an->mark_words, 0, ((size_t)an->syms.len / 64 + 1) * sizeof *an->mark_words);
    BitSet seen = {an->mark_words, an->syms.len};
    for (uint32_t i = 0; i < s->cell_count; i++) {
        mark_sym(an, seen,
                 s->cells[i].value.kind == VAL_SYM ? s->cells[i].value.id
                                                   : s->cells[i].value.off_sym,
                 0);
        mark_sym(an, seen, s->cells[i].off_sym, 0);
    }
    for (uint32_t i = 0; i < s->temp_count; i++)
        mark_sym(an, seen,
                 s->temps[i].value.kind == VAL_SYM ? s->temps[i].value.id
                                                   : s->temps[i].value.off_sym,
                 0);
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionState *rs = &s->regions[i];
        mark_sym(an, seen, rs->size.kind == VAL_SYM ? rs->size.id : 0, 0);
        mark_sym(an, seen, rs->length.kind == VAL_SYM ? rs->length.id : 0, 0);
    }
    for (uint32_t i = 0; i < s->need_count; i++) {
        mark_sym(an, seen, s->needs[i].x.kind == VAL_SYM ? s->needs[i].x.id : 0, 0);
        mark_sym(an, seen, s->needs[i].y.kind == VAL_SYM ? s->needs[i].y.id : 0, 0);
    }
    for (uint32_t i = 0; i < s->callback_count; i++)
        for (uint32_t k = 0; k < s->callbacks[i].count; k++) {
            Value v = s->callbacks[i].args[k];
            mark_sym(an, seen, v.kind == VAL_SYM ? v.id : 0, 0);
        }
    Marked marked = {s, seen};
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->fact_count; i++)
        if (rests_on_marked(an, &marked, s->facts[i].sym, 0))
            s->facts[w++] = s->facts[i];
    s->fact_count = w;
    diffs_keep(an, s, is_marked, &marked);
}

/* What unknown memory, or what somebody else may hold, led to is out of sight when that goes: it is
 * no more lost than the cells are that lead to it. */
static void give_hidden(Analysis *an, State *s, BitSet led_to, BitSet seen)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        RegionState *rs = &s->regions[i];
        if (rs->own == OWN_YES && bitset_has(led_to, rs->region) && !bitset_has(seen, rs->region))
            rs->own = OWN_GIVEN;
    }
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        if (c->value.kind != VAL_PTR || !bitset_has(led_to, c->region) ||
            bitset_has(seen, c->region))
            continue;
        RegionState *held = state_region(an, s, c->value.id);
        if (held->own == OWN_YES)
            held->own = OWN_GIVEN;
    }
}

/* Level safe: what nobody here can come across goes only if it keeps its promises: otherwise it is
 * asked for at the return. */
static void tidy_safe(Analysis *an, State *s)
{
    BitSet keep = bitset_new(an->scratch, an->regions.len);
    BitSet named = reachable_from(an, s, true, false, value_unknown());
    (void)bitset_union(keep, named);
    BitSet held = reachable_from(an, s, true, true, value_unknown());
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        bool gone = life_is_released(s->regions[i].life); /* nobody looks there again */
        if (s->regions[i].own == OWN_YES ||
            (bitset_has(held, r) && !gone && !safe_is_whole(an, s, r)))
            bitset_add(keep, r);
    }
    for (uint32_t i = 0; i < s->loan_count; i++) { /* that its owner is gone is still to be known */
        const RegionState *owner = state_region_find(s, s->loans[i].owner);
        if (bitset_has(keep, s->loans[i].borrower) && owner && owner->life != LIFE_LIVE)
            bitset_add(keep, owner->region);
    }
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        if (bitset_has(keep, r))
            continue;
        safe_put_back(an, s, r);
        loans_hand_on(an, s, r);
    }
    state_collect(an, s, keep);
}

/* Drops what the rest of the path cannot come across: keeps states small. */
void state_tidy(Analysis *an, State *s)
{
    tidy_facts(an, s);
    if (s->cell_count + s->region_count < 12)
        return;
    bool owns = false;
    for (uint32_t i = 0; i < s->region_count && !owns && !an->safe; i++)
        owns = s->regions[i].own == OWN_YES;
    BitSet led_to = {0};
    if (owns) {
        led_to = bitset_new(an->scratch, an->regions.len);
        (void)bitset_union(led_to, reachable_from(an, s, true, true, value_unknown()));
    }
    if (an->safe) {
        tidy_safe(an, s);
        return;
    }
    BitSet seen = reachable_from(an, s, true, false, value_unknown());
    if (owns)
        give_hidden(an, s, led_to, seen);
    for (uint32_t i = 0; i < s->region_count && owns; i++) /* leaks are still to be asked for */
        if (s->regions[i].own == OWN_YES)
            bitset_add(seen, s->regions[i].region);
    state_collect(an, s, seen);
}

void state_collect(Analysis *an, State *s, BitSet reachable)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (bitset_has(reachable, s->cells[i].region))
            s->cells[w++] = s->cells[i];
    s->cell_count = w;
    w = 0;
    for (uint32_t i = 0; i < s->region_count; i++)
        if (bitset_has(reachable, s->regions[i].region))
            s->regions[w++] = s->regions[i];
    s->region_count = w;
    (void)an;
}
