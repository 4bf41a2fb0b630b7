/* engine/summary.c - what a function does, as a bounded list of cases.
 *
 * A case is an exit state of the function, cut down to what a caller can see: what it learned of
 * the values it found at entry (its condition), what it needed of the pointers, what memory holds
 * afterwards, and the result.
 *
 *     int take(struct s *p) { if (p->n > 8) { free(p); return -1; } return 0; }
 *         case 1: *p needed, p->n in [9, ..]; *p freed; result -1
 *         case 2: *p needed, p->n in [.., 8];           result 0
 *
 * Past the bound, cases that a caller cannot tell apart by the result are joined first. When the
 * function is done its cases are copied out of its arena, renumbered: nothing else of it survives.
 * engine/apply.c is the other half: a call by the cases. */
#include "engine/summary.h"

enum { MAX_RANKED = 256 }; /* regions of a case; of more the order of accesses is not kept */
#define MAX_CASES 8        /* of small states; fewer of large ones */

const char *place_text(Arena *arena, const Unit *unit, Span span)
{
    Position p = source_position(unit->map, span.begin);
    if (!p.file || !p.path)
        return "";
    return arena_printf(arena, "%s:%u:%u", p.path, p.line, p.column);
}

static Summary *summary_of(Analysis *an)
{
    FunctionResult *r = an->result;
    if (!r->building)
        r->building = ARENA_NEW(an->arena, Summary);
    return r->building;
}

/* Does the number depend on something that the caller knows? */
static bool depends_on_entry(const Analysis *an, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = sym_info(an, sym);
    if (i->kind == SYMBOL_ENTRY || i->kind == SYMBOL_LENGTH)
        return true;
    if (i->kind == SYMBOL_FRESH || depth > 8)
        return false;
    return (i->a.kind == VAL_SYM && depends_on_entry(an, i->a.id, depth + 1)) ||
           (i->b.kind == VAL_SYM && depends_on_entry(an, i->b.id, depth + 1)) ||
           i->a.kind == VAL_PTR;
}

static bool decided_at_entry(const Analysis *an, uint32_t sym, uint32_t depth);

static bool operand_decided_at_entry(const Analysis *an, Value v, uint32_t depth)
{
    if (v.kind == VAL_SYM)
        return decided_at_entry(an, v.id, depth + 1);
    if (v.kind != VAL_PTR)
        return v.kind == VAL_INT;
    uint8_t kind = region_info(an, v.id)->kind;
    return kind == REGION_ENTRY || kind == REGION_GLOBAL || kind == REGION_LOCAL;
}

/* A matter of the caller's values, and perhaps of others: those may be tied to the former in ways
 * that we do not see. What the callee got elsewhere alone may go either way. */
static bool rests_on_entry(const Analysis *an, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = sym_info(an, sym);
    if (i->kind == SYMBOL_ENTRY || i->kind == SYMBOL_LENGTH)
        return true;
    if (i->kind == SYMBOL_FRESH || depth > 8)
        return false;
    return (i->a.kind == VAL_SYM && rests_on_entry(an, i->a.id, depth + 1)) ||
           (i->b.kind == VAL_SYM && rests_on_entry(an, i->b.id, depth + 1));
}

/* Is it a matter of the caller's values alone? */
static bool decided_at_entry(const Analysis *an, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = sym_info(an, sym);
    if (i->kind == SYMBOL_ENTRY || i->kind == SYMBOL_LENGTH)
        return true;
    if (i->kind == SYMBOL_FRESH || depth > 8)
        return false;
    return operand_decided_at_entry(an, i->a, depth) && operand_decided_at_entry(an, i->b, depth);
}

bool value_decided_at_entry(const Analysis *an, Value v)
{
    return operand_decided_at_entry(an, v, 0);
}

static bool state_mentions(const State *s, Value result, uint32_t sym)
{
    if (result.kind == VAL_SYM && result.id == sym)
        return true;
    for (uint32_t i = 0; i < s->need_count; i++)
        if ((s->needs[i].x.kind == VAL_SYM && s->needs[i].x.id == sym) ||
            (s->needs[i].y.kind == VAL_SYM && s->needs[i].y.id == sym))
            return true;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].value.kind == VAL_SYM && s->cells[i].value.id == sym)
            return true;
    return false;
}

typedef struct Seen {
    const State *s;
    Value result;
} Seen;

static bool callers_see(const Analysis *an, const void *ctx, uint32_t sym)
{
    const Seen *seen = ctx;
    return depends_on_entry(an, sym, 0) || state_mentions(seen->s, seen->result, sym);
}

/* What is known of it by what it was converted from, which no caller sees. */
static void note_converted(Analysis *an, State *s, Value v)
{
    const SymInfo *i = v.kind == VAL_SYM ? sym_info(an, v.id) : NULL;
    if (!i || i->kind != SYMBOL_CONVERT || depends_on_entry(an, v.id, 0))
        return;
    const Fact *known = fact_find(s, v.id);
    Interval is = state_interval(an, s, value_sym(v.id, 0), i->type);
    Fact f = known ? *known : (Fact){.sym = v.id, .when = an->steps};
    f.lo = is.lo, f.hi = is.hi;
    state_put_fact(an, s, &f);
}

static void drop_private_facts(Analysis *an, State *s, Value result)
{
    needs_of_callers(an, s);
    note_converted(an, s, result);
    for (uint32_t i = 0; i < s->cell_count; i++)
        note_converted(an, s, s->cells[i].value);
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->fact_count; i++)
        if (depends_on_entry(an, s->facts[i].sym, 0) || state_mentions(s, result, s->facts[i].sym))
            s->facts[w++] = s->facts[i];
    s->fact_count = w;
    Seen seen = {s, result};
    diffs_keep(an, s, callers_see, &seen);
}

/* "Returned -1 and touched nothing" and "returned 0 and filled it" are told apart by the result:
 * cases of one outcome are joined first. Can it be below zero (1), zero (2), above (4)? */
static uint32_t outcome(const Analysis *an, const State *s, Value v)
{
    if (v.kind == VAL_PTR) {
        int null = state_nullness(an, s, v);
        Interval error;
        if (state_is_error(an, s, v, &error))
            return 1;
        return null == 1 ? 2 : null == 0 ? 4 : 6;
    }
    const Type *t = an->fn->locals.data[0].type;
    if (v.kind == VAL_UNKNOWN || v.kind == VAL_UNINIT || !t)
        return OUTCOME_UNKNOWN;
    Interval i = state_interval(an, s, v, t);
    if (t->is_unsigned && i.lo > INT32_MAX) /* (size_t)-1 */
        return 1;
    return (i.lo < 0 ? 1u : 0) | (i.lo <= 0 && i.hi >= 0 && !state_excludes(an, s, v, 0) ? 2u : 0) |
           (i.hi > 0 ? 4u : 0);
}

static bool same_outcome(const Analysis *an, const Case *a, const Case *b)
{
    if (a->result.kind == VAL_INT && b->result.kind == VAL_INT)
        return a->result.num == b->result.num;
    return outcome(an, a->state, a->result) == outcome(an, b->state, b->result);
}

/* Of the first `count` cases the one that a join with c changes least; UINT32_MAX: none. */
static uint32_t closest_case(const Analysis *an, const Summary *m, const Case *c, uint32_t count,
                             bool of_its_outcome)
{
    uint32_t best = UINT32_MAX, best_distance = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        const Case *x = &m->pending.data[i];
        if (of_its_outcome && !same_outcome(an, x, c))
            continue;
        uint32_t d = state_distance(an, x->state, c->state, best_distance);
        if (d < best_distance)
            best = i, best_distance = d;
    }
    return best;
}

/* What bounds both results bounds the one that stands for them: at most so many were read. */
enum { MAX_BOUNDS = 8 };
typedef struct Bound {
    uint32_t sym;
    i128 up, down; /* result - sym, sym - result */
} Bound;

static i128 result_bound(const Analysis *an, const State *s, Value a, Value b)
{
    return linear_most(an, s,
                       linear_sub(linear_exact(an, s, a, NULL), linear_exact(an, s, b, NULL)));
}

static uint32_t common_bounds(const Analysis *an, const Case *x, const Case *y, Bound *out)
{
    uint32_t n = 0;
    for (int side = 0; side < 2; side++) {
        const State *s = side ? y->state : x->state;
        Value v = side ? y->result : x->result;
        for (uint32_t i = 0; v.kind == VAL_SYM && i < s->diff_count && n < MAX_BOUNDS; i++) {
            const Diff *d = &s->diffs[i];
            uint32_t sym = d->a == v.id ? d->b : d->b == v.id ? d->a : 0;
            if (!sym || !value_is_entry(an, value_sym(sym, 0)))
                continue;
            Value b = value_sym(sym, 0);
            i128 up = result_bound(an, x->state, x->result, b);
            i128 more = result_bound(an, y->state, y->result, b);
            i128 down = result_bound(an, x->state, b, x->result);
            i128 less = result_bound(an, y->state, b, y->result);
            out[n++] = (Bound){sym, up > more ? up : more, down > less ? down : less};
        }
    }
    return n;
}

static void keep_bounds(Analysis *an, const Case *c, const Bound *b, uint32_t count)
{
    const i128 most = (i128)1 << 31;
    for (uint32_t i = 0; i < count; i++) {
        Value sym = value_sym(b[i].sym, 0);
        if (b[i].up < most)
            (void)state_assume_diff(an, c->state, c->result, sym, b[i].up);
        if (b[i].down < most)
            (void)state_assume_diff(an, c->state, sym, c->result, b[i].down);
    }
}

static bool points(const Analysis *an, const Case *c)
{
    return c->result.kind == VAL_PTR && state_nullness(an, c->state, c->result) == 0;
}

/* It may be this object that comes back, under a name that says so no more. */
static void give_result(Analysis *an, State *s, Value v)
{
    if (v.kind != VAL_PTR)
        return;
    RegionState *rs = state_region(an, s, v.id);
    if (rs->own == OWN_YES || region_info(an, v.id)->kind == REGION_ENTRY)
        rs->own = OWN_GIVEN;
}

static void join_case(Analysis *an, Case *into, const Case *c)
{
    const Type *t = an->fn->locals.data[0].type;
    bool same = value_same(into->result, c->result);
    bool numbers =
        !same && value_is_number(into->result) && value_is_number(c->result) && type_is_integer(t);
    Interval a = {0, 0}, b = {0, 0};
    bool not_zero = false;
    if (numbers) { /* -EINVAL or -ENOMEM is some number below zero */
        a = state_interval(an, into->state, into->result, t);
        b = state_interval(an, c->state, c->result, t);
        not_zero = state_excludes(an, into->state, into->result, 0) &&
                   state_excludes(an, c->state, c->result, 0);
    }
    bool nonnull = !same && t->kind == TYPE_POINTER && points(an, into) && points(an, c);
    an->result->coarse = true;
    Bound bounds[MAX_BOUNDS];
    uint32_t count = numbers ? common_bounds(an, into, c, bounds) : 0;
    state_join(an, into->state, c->state);
    state_drop(an, c->state);
    if (same)
        return;
    give_result(an, into->state, into->result);
    give_result(an, into->state, c->result);
    into->result = value_unknown();
    if (nonnull) {
        RegionInfo some = {.kind = REGION_UNKNOWN, .type = t->elem, .span = an->span};
        into->result = value_ptr(region_new(an, &some), 0);
        state_region(an, into->state, into->result.id)->null = NULL_NO;
    }
    if (!numbers)
        return;
    into->result = value_sym(sym_fresh(an, t, false), 0);
    (void)state_assume_interval(an, into->state, into->result, t, a.lo < b.lo ? a.lo : b.lo,
                                a.hi > b.hi ? a.hi : b.hi);
    if (not_zero)
        (void)state_assume_not(an, into->state, into->result, t, 0);
    keep_bounds(an, into, bounds, count);
}

/* Joins two of the cases that end alike; false: all end in different ways. */
static bool make_room(Analysis *an, Summary *m)
{
    for (uint32_t i = m->pending.len; i-- > 1;) {
        Case c = m->pending.data[i];
        uint32_t into = closest_case(an, m, &c, i, true);
        if (into == UINT32_MAX)
            continue;
        join_case(an, &m->pending.data[into], &c);
        m->pending.data[i] = m->pending.data[--m->pending.len];
        return true;
    }
    return false;
}

/* Joins the two of all cases that it changes least. */
static void join_two(Analysis *an, Summary *m)
{
    uint32_t best = UINT32_MAX, a = 0, b = 0;
    for (uint32_t i = 1; i < m->pending.len; i++)
        for (uint32_t k = 0; k < i; k++) {
            uint32_t d =
                state_distance(an, m->pending.data[i].state, m->pending.data[k].state, best);
            if (d < best)
                best = d, a = k, b = i;
        }
    Case c = m->pending.data[b];
    m->pending.data[b] = m->pending.data[--m->pending.len];
    join_case(an, &m->pending.data[a], &c);
}

void summary_add_exit(Analysis *an, State *s, Value result)
{
    if (an->result->entered) {
        entered_exit(an, s);
        return;
    }
    Summary *m = summary_of(an);
    drop_private_facts(an, s, result);
    for (uint32_t i = 0; i < m->pending.len; i++)
        if (value_same(m->pending.data[i].result, result) &&
            state_equal(an, m->pending.data[i].state, s)) {
            state_merge_equal(an, m->pending.data[i].state, s);
            state_drop(an, s);
            return;
        }
    uint32_t most = s->cell_count > 160  ? MAX_CASES / 4
                    : s->cell_count > 60 ? MAX_CASES / 2
                                         : MAX_CASES;
    if (m->pending.len < most) {
        Case c = {.state = s, .result = result, .at = an->span};
        VEC_PUSH(an->arena, &m->pending, c);
        return;
    }
    Case now = {.state = s, .result = result, .at = an->span};
    if (never_comes_back(an)) {
        VEC_PUSH(an->arena, &m->pending, now);
        join_two(an, m);
        return;
    }
    uint32_t into = closest_case(an, m, &now, m->pending.len, true);
    if (into == UINT32_MAX && make_room(an, m)) {
        VEC_PUSH(an->arena, &m->pending, now);
        return;
    }
    if (into == UINT32_MAX)
        into = closest_case(an, m, &now, m->pending.len, false);
    join_case(an, &m->pending.data[into], &now);
}

/* ---- keeping: only what the cases mention survives the function's arena, renumbered ---------- */
typedef struct Keep {
    Analysis *an;
    Arena *to;
    uint32_t *regions, *syms, *events; /* old id -> new id, 0: not kept */
    uint32_t *order;                   /* kept regions and symbols to look into: id << 1 | is_sym */
    uint32_t order_len, looked;
    uint32_t region_count, sym_count, event_count;
} Keep;

static void keep_region(Keep *k, uint32_t r)
{
    if (r && !k->regions[r]) {
        k->regions[r] = ++k->region_count;
        k->order[k->order_len++] = r << 1;
    }
}

static void keep_sym(Keep *k, uint32_t s)
{
    if (s && !k->syms[s]) {
        k->syms[s] = ++k->sym_count;
        k->order[k->order_len++] = s << 1 | 1;
    }
}

static void keep_event(Keep *k, uint32_t e)
{
    if (e && !k->events[e])
        k->events[e] = ++k->event_count;
}

static void keep_value(Keep *k, Value v)
{
    if (v.kind == VAL_SYM)
        keep_sym(k, v.id);
    else if (v.kind == VAL_PTR)
        keep_region(k, v.id), keep_sym(k, v.off_sym);
    else if (v.kind == VAL_INT)
        keep_event(k, v.id);
}

static void keep_state(Keep *k, const State *s)
{
    for (uint32_t i = 0; i < s->cell_count; i++) {
        keep_region(k, s->cells[i].region);
        keep_region(k, s->cells[i].alias);
        keep_sym(k, s->cells[i].off_sym);
        keep_value(k, s->cells[i].value);
    }
    for (uint32_t i = 0; i < s->region_count; i++) {
        keep_region(k, s->regions[i].region);
        keep_event(k, s->regions[i].event);
        keep_event(k, s->regions[i].null_event);
        keep_value(k, s->regions[i].size);
        keep_value(k, s->regions[i].length);
    }
    for (uint32_t i = 0; i < s->fact_count; i++)
        keep_sym(k, s->facts[i].sym);
    for (uint32_t i = 0; i < s->need_count; i++) {
        keep_region(k, s->needs[i].region);
        keep_value(k, s->needs[i].x);
        keep_value(k, s->needs[i].y);
    }
    for (uint32_t i = 0; i < s->diff_count; i++)
        keep_sym(k, s->diffs[i].a), keep_sym(k, s->diffs[i].b);
    for (uint32_t i = 0; i < s->callback_count; i++) {
        keep_value(k, s->callbacks[i].function);
        for (uint32_t j = 0; j < s->callbacks[i].count; j++)
            keep_value(k, s->callbacks[i].args[j]);
    }
}

/* What a kept symbol or region is made from is kept as well. */
static void keep_closure(Keep *k)
{
    while (k->looked < k->order_len) {
        uint32_t id = k->order[k->looked++];
        if (id & 1) {
            const SymInfo *i = sym_info(k->an, id >> 1);
            keep_value(k, i->a);
            keep_value(k, i->b);
            keep_region(k, i->region);
            keep_sym(k, i->off_sym);
        } else {
            const RegionInfo *i = region_info(k->an, id >> 1);
            keep_region(k, i->parent);
            keep_region(k, i->moved_from);
            keep_sym(k, i->off_sym);
            keep_value(k, i->size);
        }
    }
}

static Value kept_value(const Keep *k, Value v)
{
    if (v.kind == VAL_SYM)
        v.id = k->syms[v.id];
    else if (v.kind == VAL_PTR)
        v.id = k->regions[v.id], v.off_sym = k->syms[v.off_sym];
    else if (v.kind == VAL_INT)
        v.id = k->events[v.id];
    return v;
}

/* Renumbering may change the order that lookups rely on: sort again. */
static bool cell_before(const Cell *a, const Cell *b)
{
    if (a->region != b->region)
        return a->region < b->region;
    return a->off_sym != b->off_sym ? a->off_sym < b->off_sym : a->off < b->off;
}
static bool region_before(const RegionState *a, const RegionState *b)
{
    return a->region < b->region;
}
static bool fact_before(const Fact *a, const Fact *b)
{
    return a->sym < b->sym;
}

static bool diff_before(const Diff *a, const Diff *b)
{
    return a->a != b->a ? a->a < b->a : a->b < b->b;
}

/* The first, the second, ...: all that callers can ask is which came before which. */
static void rank_accesses(State *n)
{
    uint64_t ranks[MAX_RANKED] = {0};
    for (uint32_t i = 0; i < n->region_count && n->region_count <= MAX_RANKED; i++)
        for (uint32_t k = 0; k < n->region_count && n->regions[i].last; k++)
            ranks[i] += n->regions[k].last && n->regions[k].last <= n->regions[i].last;
    for (uint32_t i = 0; i < n->region_count; i++)
        n->regions[i].last = i < MAX_RANKED ? ranks[i] : 0;
}

static State *kept_state(const Keep *k, const State *s)
{
    State *n = arena_copy(k->to, s, sizeof *s);
    n->cells = s->cell_count ? arena_copy(k->to, s->cells, s->cell_count * sizeof *s->cells) : NULL;
    n->regions = s->region_count
                     ? arena_copy(k->to, s->regions, s->region_count * sizeof *s->regions)
                     : NULL;
    n->facts = s->fact_count ? arena_copy(k->to, s->facts, s->fact_count * sizeof *s->facts) : NULL;
    n->diffs = s->diff_count ? arena_copy(k->to, s->diffs, s->diff_count * sizeof *s->diffs) : NULL;
    n->needs = s->need_count ? arena_copy(k->to, s->needs, s->need_count * sizeof *s->needs) : NULL;
    n->callbacks = s->callback_count
                       ? arena_copy(k->to, s->callbacks, s->callback_count * sizeof *s->callbacks)
                       : NULL;
    n->diff_cap = n->diff_count, n->need_cap = n->need_count, n->callback_cap = n->callback_count;
    rank_accesses(n);
    n->temps = NULL;
    n->next = NULL;
    n->temp_count = n->temp_cap = n->event = 0;
    n->cell_cap = n->cell_count, n->region_cap = n->region_count, n->fact_cap = n->fact_count;
    for (uint32_t i = 0; i < n->cell_count; i++) {
        n->cells[i].region = k->regions[n->cells[i].region];
        n->cells[i].alias = k->regions[n->cells[i].alias];
        n->cells[i].off_sym = k->syms[n->cells[i].off_sym];
        n->cells[i].value = kept_value(k, n->cells[i].value);
    }
    for (uint32_t i = 0; i < n->region_count; i++) {
        n->regions[i].region = k->regions[n->regions[i].region];
        n->regions[i].event = k->events[n->regions[i].event];
        n->regions[i].null_event = k->events[n->regions[i].null_event];
        n->regions[i].size = kept_value(k, n->regions[i].size);
        n->regions[i].length = kept_value(k, n->regions[i].length);
    }
    for (uint32_t i = 0; i < n->need_count; i++) {
        Need *need = &n->needs[i];
        need->region = k->regions[need->region];
        need->x = kept_value(k, need->x);
        need->y = kept_value(k, need->y);
        if (!need->inner)
            need->inner = arena_printf(k->to, "`%s` (%s)", NAME_TEXT(k->an->fn->sym->name),
                                       place_text(k->to, k->an->fn->unit, need->at));
    }
    for (uint32_t i = 0; i < n->callback_count; i++) {
        Callback *c = &n->callbacks[i];
        c->function = kept_value(k, c->function);
        for (uint32_t j = 0; j < c->count; j++)
            c->args[j] = kept_value(k, c->args[j]);
    }
    for (uint32_t i = 0; i < n->diff_count; i++) {
        n->diffs[i].a = k->syms[n->diffs[i].a];
        n->diffs[i].b = k->syms[n->diffs[i].b];
    }
    for (uint32_t i = 0; i < n->fact_count; i++)
        n->facts[i].sym = k->syms[n->facts[i].sym];
    SORT_BY(Cell, n->cells, n->cell_count, cell_before);
    SORT_BY(RegionState, n->regions, n->region_count, region_before);
    SORT_BY(Fact, n->facts, n->fact_count, fact_before);
    SORT_BY(Diff, n->diffs, n->diff_count, diff_before);
    return n;
}

static void keep_tables(Keep *k, Summary *m)
{
    Analysis *an = k->an;
    m->region_count = k->region_count + 1;
    m->regions = ARENA_ARRAY(k->to, RegionInfo, m->region_count);
    m->sym_count = k->sym_count + 1;
    m->syms = ARENA_ARRAY(k->to, SymInfo, m->sym_count);
    m->event_count = k->event_count + 1;
    m->events = ARENA_ARRAY(k->to, Event, m->event_count);
    for (uint32_t i = 1; i < an->events.len; i++)
        if (k->events[i])
            m->events[k->events[i]] = an->events.data[i];
    for (uint32_t i = 1; i < an->syms.len; i++) {
        if (!k->syms[i])
            continue;
        SymInfo *n = &m->syms[k->syms[i]];
        *n = an->syms.data[i];
        n->depends = rests_on_entry(an, i, 0) || decided_at_entry(an, i, 0);
        n->blurred |= n->point != 0;
        n->a = kept_value(k, n->a);
        n->b = kept_value(k, n->b);
        n->region = k->regions[n->region];
        n->off_sym = k->syms[n->off_sym];
    }
    for (uint32_t i = 1; i < an->regions.len; i++) {
        if (!k->regions[i])
            continue;
        RegionInfo *n = &m->regions[k->regions[i]];
        *n = an->regions.data[i];
        n->parent = k->regions[n->parent];
        n->moved_from = k->regions[n->moved_from];
        n->off_sym = k->syms[n->off_sym];
        n->size = kept_value(k, n->size);
        if ((n->kind == REGION_HEAP || n->kind == REGION_HANDLE) && !n->inner)
            n->inner = arena_printf(k->to, "`%s` (%s)", NAME_TEXT(an->fn->sym->name),
                                    place_text(k->to, m->unit, n->span));
    }
}

static bool needs_as_much(const State *s, const Need *n)
{
    for (uint32_t i = 0; i < s->need_count; i++)
        if (need_covers(&s->needs[i], n))
            return true;
    return false;
}

/* What every way through the function needs, or calls, it does whatever decides between them. */
static void mark_common_needs(Summary *m)
{
    for (uint32_t i = 0; i < m->cases.len; i++) {
        State *s = m->cases.data[i].state;
        for (uint32_t k = 0; k < s->need_count; k++) {
            bool all = true;
            for (uint32_t j = 0; j < m->cases.len && all; j++)
                all = needs_as_much(m->cases.data[j].state, &s->needs[k]);
            s->needs[k].always = all;
        }
        for (uint32_t k = 0; k < s->callback_count; k++) {
            bool all = true;
            for (uint32_t j = 0; j < m->cases.len && all; j++)
                all = callbacks_cover(m->cases.data[j].state, &s->callbacks[k]);
            s->callbacks[k].always = all;
        }
    }
}

/* The same of pointers: what every way asks for comes before all that decides between the ways. */
static void mark_common_objects(Summary *m)
{
    for (uint32_t r = 1; r < m->region_count; r++) {
        uint32_t n = 0;
        for (uint32_t i = 0; i < m->cases.len; i++) {
            const RegionState *rs = state_region_find(m->cases.data[i].state, r);
            n += rs && m->regions[r].kind == REGION_ENTRY && rs->flags & REGION_NEEDED;
        }
        for (uint32_t i = 0; n && n == m->cases.len && i < n; i++)
            ((RegionState *)state_region_find(m->cases.data[i].state, r))->when = 0;
    }
}

/* Copies the exits into the program's arena: nothing of the function's arena survives. */
static Summary *keep_exits(Analysis *an, const Summary *exits)
{
    Engine *e = an->engine;
    Summary *m = ARENA_NEW(e->arena, Summary);
    m->param_count = an->fn->param_count;
    m->returns_void = type_is_void(an->fn->locals.data[0].type);
    m->unit = an->fn->unit;
    Keep k = {.an = an, .to = e->arena};
    k.regions = ARENA_ARRAY(an->arena, uint32_t, an->regions.len);
    k.syms = ARENA_ARRAY(an->arena, uint32_t, an->syms.len);
    k.events = ARENA_ARRAY(an->arena, uint32_t, an->events.len);
    k.order = ARENA_ARRAY(an->arena, uint32_t, an->regions.len + an->syms.len);
    for (uint32_t i = 0; exits && i < exits->pending.len; i++) {
        keep_state(&k, exits->pending.data[i].state);
        keep_value(&k, exits->pending.data[i].result);
    }
    keep_closure(&k);
    keep_tables(&k, m);
    for (uint32_t i = 0; exits && i < exits->pending.len; i++) {
        const Case *from = &exits->pending.data[i];
        Case c = {kept_state(&k, from->state), kept_value(&k, from->result),
                  outcome(an, from->state, from->result), from->at};
        VEC_PUSH(e->arena, &m->cases, c);
    }
    mark_common_needs(m);
    if (!an->result->may_not_return)
        mark_common_objects(m);
    return m;
}

static void join_closest(Analysis *an, Summary *m)
{
    if (make_room(an, m))
        return;
    Case last = m->pending.data[--m->pending.len];
    join_case(an, &m->pending.data[closest_case(an, m, &last, m->pending.len, false)], &last);
}

void summary_finish(Analysis *an)
{
    Summary *exits = an->result->building, *m = keep_exits(an, exits);
    uintptr_t yes;
    an->result->never_returns =
        m->cases.len == 0 || map_get(&an->engine->no_return, MAP_KEY_PTR(an->fn), &yes);
    an->result->summary = m;
    bool coarse = an->result->coarse;
    for (uint32_t most = MAX_CASES / 2; most >= 2; most /= 2)
        if (m->cases.len > most) {
            while (exits->pending.len > most)
                join_closest(an, exits);
            m = m->fewer = keep_exits(an, exits);
        }
    an->result->coarse = coarse;
}

bool summary_result_range(const Summary *m, const Type *t, Interval *out)
{
    Interval all = interval_of_type(t);
    *out = (Interval){all.hi, all.lo};
    for (uint32_t i = 0; i < m->cases.len; i++) {
        const Case *c = &m->cases.data[i];
        const Fact *f = c->result.kind == VAL_SYM ? fact_find(c->state, c->result.id) : NULL;
        if (c->result.kind != VAL_INT && (!f || c->result.num))
            return false;
        Interval here = f ? (Interval){f->lo, f->hi}
                          : (Interval){value_number(c->result, t), value_number(c->result, t)};
        out->lo = here.lo < out->lo ? here.lo : out->lo;
        out->hi = here.hi > out->hi ? here.hi : out->hi;
    }
    return m->cases.len > 0;
}

/* What the parameter held at entry. */
static uint32_t entry_symbol(const Summary *m, uint32_t param)
{
    for (uint32_t i = 1; i < m->sym_count; i++) {
        const SymInfo *info = &m->syms[i];
        const RegionInfo *r = info->kind == SYMBOL_ENTRY ? &m->regions[info->region] : NULL;
        if (r && r->kind == REGION_LOCAL && r->index == param + 1 && !info->off && !info->off_sym)
            return i;
    }
    return 0;
}

bool summary_result_most(const FunctionResult *r, uint32_t param, i128 *most)
{
    const Summary *m = r->summary;
    uint32_t entry = entry_symbol(m, param);
    Analysis view = {.fn = r->fn};
    view.regions.data = m->regions;
    view.regions.len = m->region_count;
    view.syms.data = m->syms;
    view.syms.len = m->sym_count;
    *most = -INT128_FAR;
    for (uint32_t i = 0; i < m->cases.len && entry; i++) {
        const Case *c = &m->cases.data[i];
        if (!value_is_number(c->result))
            return false;
        Linear l = linear_sub(linear_exact(&view, c->state, c->result, NULL),
                              linear_exact(&view, c->state, value_sym(entry, 0), NULL));
        i128 up = linear_interval(&view, c->state, &l).hi;
        *most = up > *most ? up : *most;
    }
    return entry && m->cases.len > 0 && *most < (i128)1 << 31;
}

uint32_t summary_case_count(const Summary *m)
{
    return m->cases.len;
}

void summary_print(const FunctionResult *r, Text *out)
{
    text_addf(out, "%s:", NAME_TEXT(r->fn->sym->name));
    if (!r->summary) {
        text_add(out, r->gave_up ? " gave up\n" : " unknown\n");
        return;
    }
    text_addf(out, "%s\n", r->never_returns ? " never returns" : "");
    Analysis view = {.fn = r->fn};
    view.regions.data = r->summary->regions;
    view.regions.len = r->summary->region_count;
    view.syms.data = r->summary->syms;
    view.syms.len = r->summary->sym_count;
    for (uint32_t i = 0; i < r->summary->cases.len; i++) {
        const Case *c = &r->summary->cases.data[i];
        text_addf(out, " case %u, result ", i + 1);
        value_print(c->result, out);
        text_add_char(out, '\n');
        state_print(&view, c->state, out);
    }
}
