/* engine/summary.c - what a function does, as a bounded list of cases; and a call by its cases.
 *
 * A case is an exit state of the function, cut down to what a caller can see: what it learned of
 * the values it found at entry (its condition), what it needed of the pointers, what memory holds
 * afterwards, and the result.
 *
 *     int take(struct s *p) { if (p->n > 8) { free(p); return -1; } return 0; }
 *         case 1: *p needed, p->n in [9, ..]; *p freed; result -1
 *         case 2: *p needed, p->n in [.., 8];           result 0
 *
 * Applying a case: the callee's symbols and regions that stood for things at entry are looked up in
 * the caller's state (lazily, materialising further); facts that contradict the caller kill the
 * case; needs are asked; then freed regions, stored cells and the result are carried over. As in
 * compositional separation-logic analyses (Calcagno, Distefano, O'Hearn, Yang, POPL 2009) and with
 * the manifest/latent distinction of Le et al., OOPSLA 2022.
 *
 * Imprecise on purpose: two parameters are taken for different objects inside the callee. */
#include "engine/engine.h"

#define MAX_CASES 8 /* of small states; fewer of large ones */

typedef struct Case {
    State *state; /* owned by the summary's arena */
    Value result;
    uint32_t outcome; /* of outcome() */
    Span at;          /* the return */
} Case;

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
    State *exits; /* while the function is being analysed: states in its arena */
    VEC(Case) pending;
};

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
    if (!r->summary)
        r->summary = ARENA_NEW(an->arena, Summary);
    return r->summary;
}

/* Does the number depend on something that the caller knows? */
static bool depends_on_entry(const Analysis *an, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = sym_info(an, sym);
    if (i->kind == SYMBOL_ENTRY)
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
    if (i->kind == SYMBOL_ENTRY)
        return true;
    if (i->kind == SYMBOL_FRESH || depth > 8)
        return false;
    return (i->a.kind == VAL_SYM && rests_on_entry(an, i->a.id, depth + 1)) ||
           (i->b.kind == VAL_SYM && rests_on_entry(an, i->b.id, depth + 1));
}

static bool decided_at_entry(const Analysis *an, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = sym_info(an, sym);
    if (i->kind == SYMBOL_ENTRY || i->kind == SYMBOL_FRESH || depth > 8)
        return i->kind == SYMBOL_ENTRY;
    return operand_decided_at_entry(an, i->a, depth) && operand_decided_at_entry(an, i->b, depth);
}

static bool state_mentions(const State *s, Value result, uint32_t sym)
{
    if (result.kind == VAL_SYM && result.id == sym)
        return true;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].value.kind == VAL_SYM && s->cells[i].value.id == sym)
            return true;
    return false;
}

static void drop_private_facts(const Analysis *an, State *s, Value result)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->fact_count; i++)
        if (depends_on_entry(an, s->facts[i].sym, 0) || state_mentions(s, result, s->facts[i].sym))
            s->facts[w++] = s->facts[i];
    s->fact_count = w;
}

/* "Returned -1 and touched nothing" and "returned 0 and filled it" are told apart by the result:
 * cases of one outcome are joined first. Can it be below zero (1), zero (2), above (4)? */
enum { OUTCOME_UNKNOWN = 8 };
static uint32_t outcome(const Analysis *an, const State *s, Value v)
{
    if (v.kind == VAL_PTR) {
        int null = state_nullness(an, s, v);
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
        uint32_t d = state_distance(an, x->state, c->state);
        if (d < best_distance)
            best = i, best_distance = d;
    }
    return best;
}

static void join_case(Analysis *an, Case *into, const Case *c)
{
    if (!value_same(into->result, c->result))
        into->result = value_unknown();
    state_join(an, into->state, c->state);
    state_drop(an, c->state);
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

void summary_add_exit(Analysis *an, State *s, Value result)
{
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
        keep_sym(k, s->cells[i].off_sym);
        keep_value(k, s->cells[i].value);
    }
    for (uint32_t i = 0; i < s->region_count; i++) {
        keep_region(k, s->regions[i].region);
        keep_event(k, s->regions[i].event);
        keep_event(k, s->regions[i].null_event);
    }
    for (uint32_t i = 0; i < s->fact_count; i++)
        keep_sym(k, s->facts[i].sym);
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

/* Renumbering may change the order that lookups rely on: sort again, by insertion. */
#define SORT_BY(T, data, count, before)                                                            \
    for (uint32_t i_ = 1; i_ < (count); i_++) {                                                    \
        T x_ = (data)[i_];                                                                         \
        uint32_t k_ = i_;                                                                          \
        for (; k_ > 0 && before(&x_, &(data)[k_ - 1]); k_--)                                       \
            (data)[k_] = (data)[k_ - 1];                                                           \
        (data)[k_] = x_;                                                                           \
    }

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

static State *kept_state(const Keep *k, const State *s)
{
    State *n = arena_copy(k->to, s, sizeof *s);
    n->cells = s->cell_count ? arena_copy(k->to, s->cells, s->cell_count * sizeof *s->cells) : NULL;
    n->regions = s->region_count
                     ? arena_copy(k->to, s->regions, s->region_count * sizeof *s->regions)
                     : NULL;
    n->facts = s->fact_count ? arena_copy(k->to, s->facts, s->fact_count * sizeof *s->facts) : NULL;
    n->temps = NULL;
    n->next = NULL;
    n->temp_count = n->temp_cap = n->event = 0;
    n->cell_cap = n->cell_count, n->region_cap = n->region_count, n->fact_cap = n->fact_count;
    for (uint32_t i = 0; i < n->cell_count; i++) {
        n->cells[i].region = k->regions[n->cells[i].region];
        n->cells[i].off_sym = k->syms[n->cells[i].off_sym];
        n->cells[i].value = kept_value(k, n->cells[i].value);
    }
    for (uint32_t i = 0; i < n->region_count; i++) {
        n->regions[i].region = k->regions[n->regions[i].region];
        n->regions[i].event = k->events[n->regions[i].event];
        n->regions[i].null_event = k->events[n->regions[i].null_event];
    }
    for (uint32_t i = 0; i < n->fact_count; i++)
        n->facts[i].sym = k->syms[n->facts[i].sym];
    SORT_BY(Cell, n->cells, n->cell_count, cell_before);
    SORT_BY(RegionState, n->regions, n->region_count, region_before);
    SORT_BY(Fact, n->facts, n->fact_count, fact_before);
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
        if (n->size.kind != VAL_INT)
            n->size = value_unknown();
        if ((n->kind == REGION_HEAP || n->kind == REGION_HANDLE) && !n->inner)
            n->inner = arena_printf(k->to, "`%s` (%s)", NAME_TEXT(an->fn->sym->name),
                                    place_text(k->to, m->unit, n->span));
    }
}

/* Copies the exits into the program's arena: nothing of the function's arena survives. */
void summary_finish(Analysis *an)
{
    Engine *e = an->engine;
    Summary *old = an->result->summary, *m = ARENA_NEW(e->arena, Summary);
    m->param_count = an->fn->param_count;
    m->returns_void = type_is_void(an->fn->locals.data[0].type);
    m->unit = an->fn->unit;
    Keep k = {.an = an, .to = e->arena};
    k.regions = ARENA_ARRAY(an->arena, uint32_t, an->regions.len);
    k.syms = ARENA_ARRAY(an->arena, uint32_t, an->syms.len);
    k.events = ARENA_ARRAY(an->arena, uint32_t, an->events.len);
    k.order = ARENA_ARRAY(an->arena, uint32_t, an->regions.len + an->syms.len);
    for (uint32_t i = 0; old && i < old->pending.len; i++) {
        keep_state(&k, old->pending.data[i].state);
        keep_value(&k, old->pending.data[i].result);
    }
    keep_closure(&k);
    keep_tables(&k, m);
    for (uint32_t i = 0; old && i < old->pending.len; i++) {
        const Case *from = &old->pending.data[i];
        Case c = {kept_state(&k, from->state), kept_value(&k, from->result),
                  outcome(an, from->state, from->result), from->at};
        VEC_PUSH(e->arena, &m->cases, c);
    }
    an->result->never_returns = m->cases.len == 0;
    an->result->summary = m;
}

uint32_t summary_case_count(const Summary *m)
{
    return m->cases.len;
}

/* ---- application ----------------------------------------------------------------------------- */
typedef struct Mapping {
    Analysis *an;
    const Inst *in;
    const Summary *m;
    const Case *c;
    const Callee *callee;
    State *s; /* the caller's state, being changed */
    Value *regions;
    bool *region_done;
    Value *syms;
    bool *sym_done;
    bool conditional; /* the case narrowed something that the caller's callers decide */
    bool dead;
} Mapping;

static Value map_region(Mapping *x, uint32_t r);
static Value map_sym(Mapping *x, uint32_t sym);

/* The callee's parameter i lives in its local i + 1; its region is where the argument's value
 * is. */
static bool parameter_index(const Mapping *x, uint32_t region, uint32_t *index)
{
    const RegionInfo *i = &x->m->regions[region];
    if (i->kind != REGION_LOCAL || i->index == 0 || i->index > x->m->param_count)
        return false;
    *index = i->index - 1;
    return true;
}

static Value map_value(Mapping *x, Value v)
{
    if (v.kind == VAL_SYM) {
        Value base = map_sym(x, v.id);
        if (base.kind == VAL_INT) {
            base.num += v.num;
            base.id = 0;
            return base;
        }
        if (base.kind == VAL_SYM) {
            base.num += v.num;
            return base;
        }
        return v.num ? value_unknown() : base;
    }
    if (v.kind == VAL_PTR) {
        Value base = map_region(x, v.id);
        if (base.kind == VAL_PTR) {
            base.num += v.num;
            if (v.off_sym) {
                Value off = map_sym(x, v.off_sym);
                if (off.kind == VAL_INT)
                    base.num += off.num;
                else
                    base.off_sym = off.kind == VAL_SYM && off.num == 0 && !base.off_sym
                                       ? off.id
                                       : sym_fresh(x->an, x->m->syms[v.off_sym].type, false);
            }
        } else if (base.kind == VAL_INT && base.num == 0 && v.num != 0) {
            return value_unknown();
        }
        return base;
    }
    if (v.kind == VAL_INT && v.num == 0 && v.id && v.id < x->m->event_count) {
        /* a null that the callee explains: the call is where it comes from */
        const Event *e = &x->m->events[v.id];
        Value n = value_int(0);
        n.id =
            event_add(x->an, x->s, EVENT_NULL, 0, x->in->span, x->callee->name,
                      e->inner ? e->inner : place_text(x->an->engine->arena, x->m->unit, e->span));
        x->an->events.data[n.id].supposed = e->supposed || x->conditional;
        return n;
    }
    return v;
}

/* The value that stood at (parent, off) in the caller when the callee was entered. */
static Value entry_lookup(Mapping *x, uint32_t parent, int64_t off, uint32_t off_sym,
                          const Type *type)
{
    uint32_t index;
    if (parameter_index(x, parent, &index)) {
        if (index < x->in->arg_count &&
            x->in->args[index].kind == OPERAND_PLACE) { /* a struct by value */
            PlaceRef from = eval_place(x->an, x->s, (PlaceId){x->in->args[index].index}, false);
            if (from.known && !off_sym)
                return state_load(x->an, x->s, from.region, from.off + off, from.off_sym, type);
            return value_fresh(x->an, x->s, type, false);
        }
        if (off != 0 || index >= x->in->arg_count)
            return value_fresh(x->an, x->s, type, false);
        return eval_operand(x->an, x->s, &x->in->args[index]);
    }
    Value base = map_region(x, parent);
    if (base.kind != VAL_PTR)
        return value_fresh(x->an, x->s, type, false);
    if (off_sym) {
        Value o = map_sym(x, off_sym);
        if (o.kind == VAL_INT && !base.off_sym)
            return state_load(x->an, x->s, base.id, base.num + off + o.num, 0, type);
        return value_fresh(x->an, x->s, type, value_is_outside(x->an, o));
    }
    return state_load(x->an, x->s, base.id, base.num + off, base.off_sym, type);
}

static Value map_region_uncached(Mapping *x, uint32_t r)
{
    const RegionInfo *i = &x->m->regions[r];
    Analysis *an = x->an;
    switch ((RegionKind)i->kind) {
    case REGION_GLOBAL: return value_ptr(region_for_symbol(an, i->sym), 0);
    case REGION_ENTRY: {
        Types *types = an->fn->unit->types;
        if (i->type && i->handle)
            return entry_lookup(x, i->parent, i->off, i->off_sym, i->type);
        return entry_lookup(x, i->parent, i->off, i->off_sym,
                            type_pointer(types, type_basic(types, TYPE_VOID)));
    }
    case REGION_HEAP:
    case REGION_HANDLE: {
        RegionInfo info = *i;
        info.span = x->in->span;
        info.size = i->size.kind == VAL_INT ? i->size : value_unknown();
        info.maker = x->callee->name;
        info.moved_from = 0; /* a number of the callee's */
        const FunctionContract *k = x->callee->contract;
        if (k && k->result.own && x->c->result.kind == VAL_PTR && x->c->result.id == r)
            info.family = k->result.family; /* the declaration's word */
        return value_ptr(region_fresh(an, &info), 0);
    }
    case REGION_STRING: {
        RegionInfo info = {
            .kind = REGION_STRING, .type = i->type, .size = i->size, .index = i->index};
        return value_ptr(region_fresh(an, &info), 0);
    }
    case REGION_LOCAL:
        if (i->index == 0 && place_is(x->in->a)) { /* the struct that is returned */
            PlaceRef to = eval_place(an, x->s, x->in->a, false);
            if (to.known)
                return (Value){VAL_PTR, to.region, to.off_sym, to.off};
        }
        return value_unknown();
    case REGION_UNKNOWN:
    case REGION_NONE: {
        RegionInfo info = {.kind = REGION_UNKNOWN,
                           .type = i->type,
                           .span = x->in->span,
                           .memory = i->memory,
                           .given = i->given};
        return value_ptr(region_fresh(an, &info), 0);
    }
    }
    return value_unknown();
}

static Value map_region(Mapping *x, uint32_t r)
{
    if (!x->region_done[r]) {
        x->region_done[r] = true;
        x->regions[r] = value_unknown();
        x->regions[r] = map_region_uncached(x, r);
    }
    return x->regions[r];
}

static Value map_sym(Mapping *x, uint32_t sym)
{
    if (x->sym_done[sym])
        return x->syms[sym];
    x->sym_done[sym] = true;
    x->syms[sym] = value_unknown();
    const SymInfo *i = &x->m->syms[sym];
    Value v = value_unknown();
    switch ((SymKind)i->kind) {
    case SYMBOL_ENTRY: v = entry_lookup(x, i->region, i->off, i->off_sym, i->type); break;
    case SYMBOL_BINARY: {
        Value a = map_value(x, i->a), b = map_value(x, i->b);
        bool compare = i->op >= BIN_LT && i->op <= BIN_NE;
        const Type *t = compare && i->a.kind == VAL_SYM ? x->m->syms[i->a.id].type : i->type;
        v = value_binary(x->an, x->s, (BinaryOp)i->op, a, b, t, i->type);
        break;
    }
    case SYMBOL_UNARY:
        v = value_unary(x->an, x->s, (UnaryOp)i->op, map_value(x, i->a), i->type);
        break;
    case SYMBOL_CONVERT: {
        Value a = map_value(x, i->a);
        const Type *from = i->a.kind == VAL_SYM ? x->m->syms[i->a.id].type : i->type;
        v = value_convert(x->an, x->s, CONVERT_INT, a, from, i->type);
        break;
    }
    case SYMBOL_FRESH:
    case SYMBOL_PTR_INT:
        v = value_fresh(x->an, x->s, i->type, i->outside);
        if (v.kind == VAL_SYM)
            x->an->syms.data[v.id].memory = i->memory;
        break;
    }
    if (v.kind == VAL_UNKNOWN)
        v = value_fresh(x->an, x->s, i->type, i->outside);
    x->syms[sym] = v;
    return v;
}

/* ---- conditions ------------------------------------------------------------------------------ */
/* What rests on a value that was never initialised is nobody's decision. */
static bool rests_on_uninit(Mapping *x, uint32_t sym, uint32_t depth)
{
    const SymInfo *i = &x->m->syms[sym];
    if (i->kind == SYMBOL_ENTRY)
        return map_sym(x, sym).kind == VAL_UNINIT;
    return depth < 6 && ((i->a.kind == VAL_SYM && rests_on_uninit(x, i->a.id, depth + 1)) ||
                         (i->b.kind == VAL_SYM && rests_on_uninit(x, i->b.id, depth + 1)));
}

static void map_fact(Mapping *x, const Fact *f)
{
    const SymInfo *info = &x->m->syms[f->sym];
    Value v = map_sym(x, f->sym);
    if (v.kind == VAL_UNINIT) {
        if (info->kind == SYMBOL_ENTRY)
            return; /* asked below */
        return;
    }
    if (v.kind == VAL_PTR) { /* a handle or an address in an integer */
        return;
    }
    Interval before = state_interval(x->an, x->s, v, info->type);
    bool excluded = !f->has_ne || (f->ne >= INT64_MIN && f->ne <= INT64_MAX &&
                                   state_excludes(x->an, x->s, v, (int64_t)f->ne));
    if (!state_assume_interval(x->an, x->s, v, info->type, f->lo, f->hi) ||
        (f->has_ne && !state_assume_not(x->an, x->s, v, info->type, f->ne))) {
        x->dead = true;
        return;
    }
    for (int i = 0; i < 64 && f->holes >> i; i++)
        if ((f->holes >> i & 1) && !state_excludes(x->an, x->s, v, i)) {
            excluded = false;
            if (!state_assume_not(x->an, x->s, v, info->type, i)) {
                x->dead = true;
                return;
            }
        }
    Interval after = state_interval(x->an, x->s, v, info->type);
    bool narrowed =
        after.lo > before.lo || after.hi < before.hi || ((f->has_ne || f->holes) && !excluded);
    if (narrowed && info->depends && !value_is_outside(x->an, v) && !rests_on_uninit(x, f->sym, 0))
        x->conditional = true;
    /* a condition on a comparison tells of its operands as well */
    if (info->kind == SYMBOL_BINARY && info->op >= BIN_LT && info->op <= BIN_NE && f->lo == f->hi &&
        !state_assume(x->an, x->s, v, info->type, f->lo != 0))
        x->dead = true;
}

static void map_null(Mapping *x, const RegionState *rs, Value v)
{
    int null = state_nullness(x->an, x->s, v);
    if (rs->null == NULL_IS) {
        if (null == 0 || !state_assume(x->an, x->s, v, NULL, false))
            x->dead = true;
        else if (null < 0) {
            x->conditional = true;
            state_region(x->an, x->s, v.id)->flags |= REGION_SUPPOSED;
        }
        return;
    }
    if (rs->null != NULL_NO)
        return;
    if (rs->flags & REGION_NEEDED) {
        if (x->conditional && null > 0) {
            x->dead = true; /* latent: only some callers of the caller get here */
            return;
        }
        const char *where = arena_printf(x->an->engine->arena, "`%s` (%s)", x->callee->name,
                                         place_text(x->an->engine->arena, x->m->unit, rs->need));
        ArgumentAsk ask = {.callee = x->callee->name, .inner = where, .nonnull = true};
        uint32_t index;
        const RegionInfo *info = &x->m->regions[rs->region];
        Span span = x->in->span;
        if (parameter_index(x, info->parent, &index) && index < x->in->arg_count)
            span = inst_argument_span(x->an, x->in, index);
        else
            ask.reached = true;
        if (!span.begin)
            span = x->in->span;
        if (!oblige_argument(x->an, x->s, v, span, &ask))
            x->dead = true;
        return;
    }
    if (rs->flags & REGION_TESTED) {
        if (null == 1 || !state_assume(x->an, x->s, v, NULL, true))
            x->dead = true;
        else if (null < 0)
            x->conditional = true;
    } else if (null < 0 && v.kind == VAL_PTR) {
        state_region(x->an, x->s, v.id)->null = NULL_NO; /* &p->m was made of it */
    }
}

/* Conditions and needs in the order in which the callee met them: what it needed before it looked
 * at anything is needed whatever it would have seen. */
typedef struct Asked {
    uint64_t when;
    uint32_t index;
    bool is_fact;
} Asked;
static bool asked_before(const Asked *a, const Asked *b)
{
    return a->when < b->when;
}

static bool contradicted(Mapping *x)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->fact_count; i++) {
        const Fact *f = &cs->facts[i];
        Value v = map_sym(x, f->sym);
        if (v.kind != VAL_INT && v.kind != VAL_SYM)
            continue;
        Interval now = state_interval(x->an, x->s, v, x->m->syms[f->sym].type);
        if (now.lo > f->hi || now.hi < f->lo)
            return true;
    }
    return false;
}

static void map_needs(Mapping *x)
{
    const State *cs = x->c->state;
    if (contradicted(x)) {
        x->dead = true;
        return;
    }
    Asked *order = ARENA_ARRAY(x->an->scratch, Asked, cs->fact_count + cs->region_count + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < cs->fact_count; i++)
        order[n++] = (Asked){cs->facts[i].when, i, true};
    for (uint32_t i = 0; i < cs->region_count; i++)
        if (x->m->regions[cs->regions[i].region].kind == REGION_ENTRY &&
            cs->regions[i].null != NULL_UNKNOWN)
            order[n++] = (Asked){cs->regions[i].when, i, false};
    SORT_BY(Asked, order, n, asked_before);
    for (uint32_t i = 0; i < n && !x->dead; i++) {
        if ((cs->by_memory && order[i].when > cs->by_memory) ||
            (cs->lossy && order[i].when > cs->lossy))
            x->conditional = true;
        if (order[i].is_fact)
            map_fact(x, &cs->facts[order[i].index]);
        else
            map_null(x, &cs->regions[order[i].index],
                     map_region(x, cs->regions[order[i].index].region));
    }
    if (cs->lossy)
        x->conditional = true;
    if (cs->by_memory) {
        x->conditional = true;
        if (!x->s->by_memory)
            x->s->by_memory = x->an->steps;
    }
}

/* What the callee read at entry must have been initialised. */
static void map_reads(Mapping *x)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->cell_count && !x->dead; i++) {
        const Cell *c = &cs->cells[i];
        if (c->value.kind != VAL_SYM || c->value.num || c->sometimes ||
            x->m->syms[c->value.id].kind != SYMBOL_ENTRY)
            continue;
        const SymInfo *info = &x->m->syms[c->value.id];
        uint32_t index;
        if (info->region != c->region || info->off != c->off ||
            parameter_index(x, c->region, &index))
            continue;
        Value v = map_sym(x, c->value.id);
        if (v.kind != VAL_UNINIT)
            continue;
        x->syms[c->value.id] = value_fresh(x->an, x->s, info->type, false);
        if (x->conditional)
            continue;
        Violation u = {.kind = VIOLATION_UNINIT,
                       .span = x->in->span,
                       .subject = x->in->span,
                       .argument = true,
                       .callee = x->callee->name,
                       .inner =
                           arena_printf(x->an->engine->arena, "`%s` (%s)", x->callee->name,
                                        place_text(x->an->engine->arena, x->m->unit, info->span))};
        Value base = map_region(x, c->region);
        if (base.kind == VAL_PTR) {
            u.region = base.id;
            state_store(x->an, x->s, base.id, base.num + c->off, base.off_sym, c->size,
                        x->syms[c->value.id]);
        }
        violate(x->an, x->s, &u);
    }
}

/* What pointed to the released object points to a new one: the callee moved it. */
static bool was_replaced(const Mapping *x, uint32_t region)
{
    const RegionInfo *i = &x->m->regions[region];
    if (i->kind != REGION_ENTRY)
        return false;
    const State *cs = x->c->state;
    for (uint32_t k = 0; k < cs->cell_count; k++) {
        const Cell *c = &cs->cells[k];
        if (c->region == i->parent && c->off == i->off && c->off_sym == i->off_sym)
            return c->value.kind == VAL_PTR && c->value.id != region &&
                   x->m->regions[c->value.id].kind == REGION_HEAP &&
                   x->m->regions[region].parent != 0 &&
                   x->m->regions[i->parent].kind != REGION_LOCAL;
    }
    return false;
}

/* ---- effects --------------------------------------------------------------------------------- */
static void carry_region(Mapping *x, const RegionState *rs)
{
    Analysis *an = x->an;
    const RegionInfo *info = &x->m->regions[rs->region];
    uint32_t index;
    if (info->kind == REGION_LOCAL || info->kind == REGION_STRING ||
        parameter_index(x, rs->region, &index))
        return;
    Value v = map_region(x, rs->region);
    if (v.kind != VAL_PTR)
        return;
    if (info->kind == REGION_HEAP || info->kind == REGION_HANDLE || info->kind == REGION_UNKNOWN) {
        RegionState *to = state_region(an, x->s, v.id);
        uint8_t flags = to->flags;
        *to = *rs;
        to->region = v.id;
        to->flags = (uint8_t)(flags | (rs->flags & REGION_SUPPOSED));
        if (x->conditional && rs->null == NULL_IS)
            to->flags |= REGION_SUPPOSED;
        to->event = to->null_event = 0;
        if (x->c->state->generalised && to->content == CONTENT_UNINIT)
            to->content = CONTENT_ANY; /* filled on some of the joined ways */
        if (rs->null == NULL_MAYBE || rs->null == NULL_IS) {
            uint32_t e = event_add(an, x->s, EVENT_NULL, v.id, x->in->span, x->callee->name, NULL);
            state_region(an, x->s, v.id)->null_event = e;
        }
        Value old = info->moved_from ? map_region(x, info->moved_from) : value_unknown();
        if (old.kind == VAL_PTR && old.id != v.id && !old.num)
            move_contents(an, x->s, old.id, v.id);
        if (rs->own == OWN_YES)
            event_add(an, x->s, EVENT_ALLOC, v.id, x->in->span, x->callee->name, info->inner);
        if (rs->life == LIFE_FREED || rs->life == LIFE_MOVED) {
            uint32_t e = event_add(an, x->s, EVENT_FREE, v.id, x->in->span, x->callee->name, NULL);
            state_region(an, x->s, v.id)->event = e;
        }
        return;
    }
    bool written = rs->content == CONTENT_ANY && (rs->flags & REGION_WRITTEN);
    if (rs->own == OWN_GIVEN) /* and what its pointers lead to, which the callee may never have seen */
        escape_value(an, x->s, v, written ? ESCAPE_WRITES_BEHIND : ESCAPE_READS);
    if (written && info->kind != REGION_GLOBAL)
        overwrite_pointee(an, x->s, v, info->type);
    if (rs->life == LIFE_FREED || rs->life == LIFE_MOVED) {
        const Event *e = &x->m->events[rs->event];
        const char *who = e->who ? e->who : "free";
        const char *inner = e->inner
                                ? e->inner
                                : arena_printf(an->engine->arena, "`%s` (%s)", x->callee->name,
                                               place_text(an->engine->arena, x->m->unit, e->span));
        Name family = e->family;
        const RegionInfo *there = region_info(an, v.id);
        if (there->family && x->callee->sym && there->family == x->callee->sym->name)
            family = there->family; /* its own destructor, whatever that is made of */
        if (rs->flags & REGION_BLAMED)
            family = there->family;
        Span span = x->in->span;
        if (parameter_index(x, info->parent, &index) && index < x->in->arg_count)
            span = inst_argument_span(an, x->in, index);
        v.num += rs->release_off;
        release_value(an, x->s, v, family, span.begin ? span : x->in->span, who, inner);
        RegionState *to = state_region(an, x->s, v.id);
        if (to->life == LIFE_FREED && (rs->life == LIFE_MOVED || was_replaced(x, rs->region)))
            to->life = LIFE_MOVED;
        if (x->m->unit == an->fn->unit)
            an->events.data[to->event].inner_span = e->inner_span.begin ? e->inner_span : e->span;
    } else if (rs->life == LIFE_UNKNOWN && state_region(an, x->s, v.id)->life == LIFE_LIVE) {
        state_region(an, x->s, v.id)->life = LIFE_UNKNOWN;
        state_region(an, x->s, v.id)->own = OWN_GIVEN;
    }
}

static bool cell_unchanged(const Mapping *x, const Cell *c)
{
    if (c->value.kind == VAL_SYM && c->value.num == 0) {
        const SymInfo *i = &x->m->syms[c->value.id];
        return i->kind == SYMBOL_ENTRY && i->region == c->region && i->off == c->off &&
               i->off_sym == c->off_sym;
    }
    if (c->value.kind == VAL_PTR && c->value.num == 0 && !c->value.off_sym) {
        const RegionInfo *i = &x->m->regions[c->value.id];
        return i->kind == REGION_ENTRY && i->parent == c->region && i->off == c->off &&
               i->off_sym == c->off_sym;
    }
    return false;
}

static void carry_cell(Mapping *x, const Cell *c)
{
    const RegionInfo *info = &x->m->regions[c->region];
    if ((info->kind == REGION_LOCAL && info->index != 0) || info->kind == REGION_STRING ||
        cell_unchanged(x, c))
        return;
    Value base = map_region(x, c->region);
    if (base.kind != VAL_PTR || region_info(x->an, base.id)->kind == REGION_STRING)
        return;
    uint32_t off_sym = base.off_sym;
    int64_t off = base.num + c->off;
    if (c->off_sym) {
        Value o = map_sym(x, c->off_sym);
        if (o.kind == VAL_INT)
            off += o.num;
        else if (o.kind == VAL_SYM && !off_sym)
            off_sym = o.id, off += o.num;
        else
            off_sym = sym_fresh(x->an, x->m->syms[c->off_sym].type, false);
    }
    if (c->value.kind == VAL_SYM && (c->value.num == -1 || c->value.num == 1) &&
        x->m->syms[c->value.id].kind == SYMBOL_ENTRY &&
        x->m->syms[c->value.id].region == c->region && x->m->syms[c->value.id].off == c->off &&
        map_sym(x, c->value.id).kind != VAL_INT) {
        /* a count of owners, of which we don't know how many there are: one more, or one less */
        RegionState *counted = state_region(x->an, x->s, base.id);
        if (counted->own == OWN_YES)
            counted->own = OWN_GIVEN;
    }
    Value out = info->kind == REGION_ENTRY && c->value.kind != VAL_INT ? map_region(x, info->parent)
                                                                       : value_unknown();
    if (out.kind == VAL_PTR)
        forget_holders(x->an, x->s, out.id);
    if (x->c->state->generalised || c->value.kind == VAL_UNKNOWN) { /* blurred is not lost */
        Value old = state_peek(x->an, x->s, base.id, off, off_sym, c->size, NULL);
        escape_value(x->an, x->s, old, ESCAPE_READS);
    }
    state_store(x->an, x->s, base.id, off, off_sym, c->size, map_value(x, c->value));
}

/* The state after it; NULL: the case can't be. */
static State *apply_case(Mapping *x)
{
    const State *cs = x->c->state;
    x->an->steps += 2 + (cs->cell_count + cs->region_count) / 2;
    map_needs(x);
    if (!x->dead)
        map_reads(x);
    /* everything that is looked up at entry, before anything is changed */
    for (uint32_t i = 0; i < cs->region_count && !x->dead; i++)
        (void)map_region(x, cs->regions[i].region);
    for (uint32_t i = 0; i < cs->cell_count && !x->dead; i++) {
        const RegionInfo *info = &x->m->regions[cs->cells[i].region];
        if (info->kind == REGION_LOCAL && info->index != 0)
            continue;
        (void)map_region(x, cs->cells[i].region);
        (void)map_value(x, cs->cells[i].value);
    }
    if (x->dead) {
        state_drop(x->an, x->s);
        return NULL;
    }
    Value result = map_value(x, x->c->result);
    if (result.kind == VAL_INT && result.num == 0 && !result.id && local_is(x->in->dst) &&
        x->an->fn->locals.data[x->in->dst.i].type->kind == TYPE_POINTER) {
        result.id = event_add(x->an, x->s, EVENT_NULL, 0, x->in->span, x->callee->name,
                              place_text(x->an->engine->arena, x->m->unit, x->c->at));
        x->an->events.data[result.id].supposed = x->conditional || cs->generalised;
    }
    if (cs->globals_unknown)
        forget_globals(x->an, x->s);
    for (uint32_t i = x->m->param_count; i < x->in->arg_count; i++) { /* what va_arg finds */
        const Type *t = x->in->args[i].type;
        bool pointer = t && t->kind == TYPE_POINTER;
        escape_value(x->an, x->s, eval_operand(x->an, x->s, &x->in->args[i]),
                     pointer && !(t->elem->quals & QUAL_CONST) ? ESCAPE_WRITES_ALL
                                                               : ESCAPE_WRITES_BEHIND);
    }
    if (place_is(x->in->a))
        set_result(x->an, x->s, x->in, value_unknown());
    for (uint32_t i = 0; i < cs->region_count; i++)
        carry_region(x, &cs->regions[i]);
    /* what the callee blurred first, then what it knows: the latter may be what the former was */
    for (int known = 0; known < 2; known++)
        for (uint32_t i = 0; i < cs->cell_count; i++)
            if ((cs->cells[i].value.kind != VAL_UNKNOWN) == known)
                carry_cell(x, &cs->cells[i]);
    x->s->weak = (uint16_t)(x->s->weak + cs->weak);
    x->s->latent |= x->conditional || cs->latent;
    if (x->conditional)
        x->s->by_caller = x->an->steps;
    if (x->conditional && x->callee->result->may_not_return && !local_is(x->in->dst))
        suppose_nulls(x->an, x->s);
    if (result.kind == VAL_UNKNOWN && local_is(x->in->dst))
        result = value_fresh(x->an, x->s, x->an->fn->locals.data[x->in->dst.i].type, false);
    if (local_is(x->in->dst))
        set_result(x->an, x->s, x->in, result);
    return x->s;
}

static bool kept_in_memory(const Analysis *an, const State *s, uint32_t region)
{
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].value.kind == VAL_PTR && s->cells[i].value.id == region &&
            region_info(an, s->cells[i].region)->kind != REGION_LOCAL)
            return true;
    const RegionState *rs = state_region_find(s, region);
    return !rs || rs->own != OWN_YES;
}

/* dictAdd(d, key, value): takes the value over but when the key is there already. Who does not
 * look at the result takes it for taken over. */
static void settle_ownership(Analysis *an, const State *before, const Inst *in, StateList *out)
{
    if (local_is(in->dst) && an->last_use[in->dst.i] != UINT32_MAX - 1)
        return;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        Value v = in->args[i].kind == OPERAND_TEMP
                      ? state_temp(before, (LocalId){in->args[i].index})
                      : value_unknown();
        const RegionState *rs = v.kind == VAL_PTR ? state_region_find(before, v.id) : NULL;
        if (!rs || rs->own != OWN_YES || kept_in_memory(an, before, v.id))
            continue;
        bool kept = false;
        for (const State *x = out->first; x && !kept; x = x->next)
            kept = kept_in_memory(an, x, v.id);
        for (State *x = out->first; x && kept; x = x->next)
            if (state_region(an, x, v.id)->own == OWN_YES)
                state_region(an, x, v.id)->own = OWN_GIVEN;
    }
}

/* Can a caller that sees how x ended exclude that it was y? */
static bool told_apart(const Summary *m, const Case *x, const Case *y)
{
    if (x->state->generalised || (!m->returns_void && (x->outcome | y->outcome) & OUTCOME_UNKNOWN))
        return false;
    if (x->result.kind == VAL_INT && y->result.kind == VAL_INT)
        return m->returns_void || x->result.num != y->result.num;
    return m->returns_void || x->outcome != y->outcome;
}

/* get(&s, &n): a way that leaves n alone ends like one that fills it, and other outputs tell which
 * it was. What y filled may be filled in x, for all that the caller's tests show us. */
static void share_outputs(Analysis *an, const State *before, State *x, const State *y)
{
    for (uint32_t i = 0; i < y->region_count; i++) {
        uint32_t r = y->regions[i].region;
        const RegionState *had = state_region_find(before, r), *rs = state_region_find(x, r);
        if (!had || !rs || rs->content != CONTENT_UNINIT)
            continue;
        if (y->regions[i].content != CONTENT_UNINIT)
            state_region(an, x, r)->content = CONTENT_ANY;
        for (uint32_t k = state_first_cell(y, r); k < y->cell_count && y->cells[k].region == r;
             k++) {
            Cell c = y->cells[k];
            if (c.off_sym || c.value.kind == VAL_UNINIT ||
                state_peek(an, x, r, c.off, 0, c.size, NULL).kind != VAL_UNINIT)
                continue;
            state_store(an, x, r, c.off, 0, c.size, value_unknown());
        }
    }
}

void summary_apply(Analysis *an, const State *s, const Inst *in, const Callee *c, StateList *out)
{
    const Summary *m = c->result->summary;
    State **after = ARENA_ARRAY(an->scratch, State *, m->cases.len + 1);
    for (uint32_t i = 0; i < m->cases.len; i++) {
        Mapping x = {.an = an,
                     .in = in,
                     .m = m,
                     .c = &m->cases.data[i],
                     .callee = c,
                     .s = state_copy(an, s)};
        x.regions = ARENA_ARRAY(an->scratch, Value, m->region_count);
        x.region_done = ARENA_ARRAY(an->scratch, bool, m->region_count);
        x.syms = ARENA_ARRAY(an->scratch, Value, m->sym_count);
        x.sym_done = ARENA_ARRAY(an->scratch, bool, m->sym_count);
        an->ordinal = i * 1000;
        after[i] = apply_case(&x);
    }
    for (uint32_t i = 0; i < m->cases.len; i++)
        for (uint32_t k = 0; after[i] && k < m->cases.len; k++)
            if (k != i && after[k] && !told_apart(m, &m->cases.data[i], &m->cases.data[k]))
                share_outputs(an, s, after[i], after[k]);
    for (uint32_t i = 0; i < m->cases.len; i++)
        if (after[i])
            state_list_add(out, after[i]);
    settle_ownership(an, s, in, out);
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
