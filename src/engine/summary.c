/* engine/summary.c - what a function does, as a bounded list of cases; and a call by its cases.
 *
 * A case is an exit state of the function, cut down to what a caller can see: what it learned of the
 * values it found at entry (its condition), what it needed of the pointers, what memory holds
 * afterwards, and the result.
 *
 *     int take(struct s *p) { if (p->n > 8) { free(p); return -1; } return 0; }
 *         case 1: *p needed, p->n in [9, ..]; *p freed; result -1
 *         case 2: *p needed, p->n in [.., 8];           result 0
 *
 * Applying a case: the callee's symbols and regions that stood for things at entry are looked up in
 * the caller's state (lazily, materialising further); facts that contradict the caller kill the case;
 * needs are asked; then freed regions, stored cells and the result are carried over. As in
 * compositional separation-logic analyses (Calcagno, Distefano, O'Hearn, Yang, POPL 2009) and with the
 * manifest/latent distinction of Le et al., OOPSLA 2022.
 *
 * Imprecise on purpose: two parameters are taken for different objects inside the callee. */
#include "engine/engine.h"

#define MAX_CASES 12

typedef struct Case {
    State *state;      /* owned by the summary's arena */
    Value result;
} Case;

struct Summary {
    VEC(Case) cases;
    SymInfo *syms; uint32_t sym_count;
    RegionInfo *regions; uint32_t region_count;
    Event *events; uint32_t event_count;
    uint32_t param_count;
    const Unit *unit;
    State *exits;      /* while the function is being analysed: states in its arena */
    VEC(Case) pending;
};

const char *place_text(Arena *arena, const Unit *unit, Span span)
{
    Position p = source_position(unit->map, span.begin);
    if (!p.file)
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

void summary_add_exit(Analysis *an, State *s, Value result)
{
    Summary *m = summary_of(an);
    for (uint32_t i = 0; i < m->pending.len; i++)
        if (value_same(m->pending.data[i].result, result) && state_equal(m->pending.data[i].state, s)) {
            state_merge_facts(an, m->pending.data[i].state, s);
            state_drop(an, s);
            return;
        }
    if (m->pending.len < MAX_CASES) {
        Case c = { s, result };
        VEC_PUSH(an->arena, &m->pending, c);
        return;
    }
    uint32_t best = 0, best_distance = UINT32_MAX;
    for (uint32_t i = 0; i < m->pending.len; i++) {
        uint32_t d = state_distance(m->pending.data[i].state, s);
        d += value_same(m->pending.data[i].result, result) ? 0 : 8;
        if (d < best_distance)
            best = i, best_distance = d;
    }
    Case *c = &m->pending.data[best];
    if (!value_same(c->result, result))
        c->result = value_unknown();
    state_join(an, c->state, s);
    state_drop(an, s);
}

#define KEEP(arena, to, from, count, cap) \
    ((to) = (count) ? arena_copy((arena), (from), (count) * sizeof *(from)) : NULL, (cap) = (count))

/* Copies the exits into the program's arena: nothing of the function's arena survives. */
void summary_finish(Analysis *an)
{
    Engine *e = an->engine;
    Summary *old = an->result->summary, *m = ARENA_NEW(e->arena, Summary);
    m->param_count = an->fn->param_count;
    m->unit = an->fn->unit;
    m->syms = arena_copy(e->arena, an->syms.data, an->syms.len * sizeof *an->syms.data);
    m->sym_count = an->syms.len;
    m->regions = arena_copy(e->arena, an->regions.data, an->regions.len * sizeof *an->regions.data);
    m->region_count = an->regions.len;
    m->events = arena_copy(e->arena, an->events.data, an->events.len * sizeof *an->events.data);
    m->event_count = an->events.len;
    for (uint32_t i = 0; i < m->region_count; i++)
        if ((m->regions[i].kind == REGION_HEAP || m->regions[i].kind == REGION_HANDLE) && !m->regions[i].inner)
            m->regions[i].inner = arena_printf(e->arena, "`%s` (%s)", NAME_TEXT(an->fn->sym->name),
                                               place_text(e->arena, m->unit, m->regions[i].span));
    for (uint32_t i = 0; old && i < old->pending.len; i++) {
        const State *s = old->pending.data[i].state;
        State *k = arena_copy(e->arena, s, sizeof *s);
        KEEP(e->arena, k->cells, s->cells, s->cell_count, k->cell_cap);
        KEEP(e->arena, k->regions, s->regions, s->region_count, k->region_cap);
        KEEP(e->arena, k->facts, s->facts, s->fact_count, k->fact_cap);
        k->temps = NULL;
        k->temp_count = k->temp_cap = 0;
        Case c = { k, old->pending.data[i].result };
        VEC_PUSH(e->arena, &m->cases, c);
    }
    an->result->never_returns = m->cases.len == 0;
    an->result->summary = m;
}

uint32_t summary_case_count(const Summary *m) { return m->cases.len; }

/* ---- application --------------------------------------------------------------------------------- */
typedef struct Mapping {
    Analysis *an;
    const Inst *in;
    const Summary *m;
    const Case *c;
    const Callee *callee;
    State *s;              /* the caller's state, being changed */
    Value *regions; bool *region_done;
    Value *syms; bool *sym_done;
    bool conditional;      /* the case narrowed something that the caller's callers decide */
    bool dead;
} Mapping;

static Value map_region(Mapping *x, uint32_t r);
static Value map_sym(Mapping *x, uint32_t sym);

/* The callee's parameter i lives in its local i + 1; its region is where the argument's value is. */
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
                                       ? off.id : sym_fresh(x->an, x->m->syms[v.off_sym].type, false);
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
        n.id = event_add(x->an, x->s, EVENT_NULL, 0, x->in->span, x->callee->name,
                         e->inner ? e->inner : place_text(x->an->engine->arena, x->m->unit, e->span));
        return n;
    }
    return v;
}

/* The value that stood at (parent, off) in the caller when the callee was entered. */
static Value entry_lookup(Mapping *x, uint32_t parent, int64_t off, uint32_t off_sym, const Type *type)
{
    uint32_t index;
    if (parameter_index(x, parent, &index)) {
        if (off != 0 || index >= x->in->arg_count || x->in->args[index].kind == OPERAND_PLACE)
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
    case REGION_GLOBAL:
        return value_ptr(region_for_symbol(an, i->sym), 0);
    case REGION_ENTRY: {
        Types *types = an->fn->unit->types;
        return entry_lookup(x, i->parent, i->off, i->off_sym, type_pointer(types, type_basic(types, TYPE_VOID)));
    }
    case REGION_HEAP:
    case REGION_HANDLE: {
        RegionInfo info = *i;
        info.span = x->in->span;
        info.size = i->size.kind == VAL_INT ? i->size : value_unknown();
        info.maker = x->callee->name;
        return value_ptr(region_fresh(an, &info), 0);
    }
    case REGION_STRING:
    case REGION_UNKNOWN:
    case REGION_LOCAL:
    case REGION_NONE: {
        RegionInfo info = { .kind = REGION_UNKNOWN, .type = i->type, .span = x->in->span };
        uint32_t fresh = region_fresh(an, &info);
        RegionState *rs = state_region(an, x->s, fresh);
        if (i->kind == REGION_STRING)
            rs->null = NULL_NO;
        return value_ptr(fresh, 0);
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
    case SYMBOL_ENTRY:
        v = entry_lookup(x, i->region, i->off, i->off_sym, i->type);
        break;
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
        break;
    }
    if (v.kind == VAL_UNKNOWN)
        v = value_fresh(x->an, x->s, i->type, i->outside);
    x->syms[sym] = v;
    return v;
}

/* ---- conditions --------------------------------------------------------------------------------------- */
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
    if (!state_assume_interval(x->an, x->s, v, info->type, f->lo, f->hi) ||
        (f->has_ne && !state_assume_not(x->an, x->s, v, info->type, f->ne))) {
        x->dead = true;
        return;
    }
    Interval after = state_interval(x->an, x->s, v, info->type);
    bool narrowed = after.lo > before.lo || after.hi < before.hi;
    if (narrowed && info->kind != SYMBOL_FRESH && v.kind == VAL_SYM && !value_is_outside(x->an, v))
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
        else if (null < 0)
            x->conditional = true;
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
        ArgumentAsk ask = { .callee = x->callee->name, .inner = where, .nonnull = true };
        uint32_t index;
        const RegionInfo *info = &x->m->regions[rs->region];
        Span span = x->in->span;
        if (parameter_index(x, info->parent, &index) && index < x->in->arg_count)
            span = operand_span(x->an, &x->in->args[index]);
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
    }
}

static void map_needs(Mapping *x)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->fact_count && !x->dead; i++)
        map_fact(x, &cs->facts[i]);
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < cs->region_count && !x->dead; i++) {
            const RegionState *rs = &cs->regions[i];
            bool needed = (rs->flags & REGION_NEEDED) != 0;
            if (x->m->regions[rs->region].kind == REGION_ENTRY && needed == (pass == 1))
                map_null(x, rs, map_region(x, rs->region));
        }
}

/* What the callee read at entry must have been initialised. */
static void map_reads(Mapping *x)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->cell_count && !x->dead; i++) {
        const Cell *c = &cs->cells[i];
        if (c->value.kind != VAL_SYM || c->value.num || x->m->syms[c->value.id].kind != SYMBOL_ENTRY)
            continue;
        const SymInfo *info = &x->m->syms[c->value.id];
        uint32_t index;
        if (info->region != c->region || info->off != c->off || parameter_index(x, c->region, &index))
            continue;
        Value v = map_sym(x, c->value.id);
        if (v.kind != VAL_UNINIT)
            continue;
        x->syms[c->value.id] = value_fresh(x->an, x->s, info->type, false);
        if (x->conditional)
            continue;
        Violation u = { .kind = VIOLATION_UNINIT, .span = x->in->span, .subject = x->in->span, .argument = true,
                        .callee = x->callee->name,
                        .inner = arena_printf(x->an->engine->arena, "`%s` (%s)", x->callee->name,
                                              place_text(x->an->engine->arena, x->m->unit, info->span)) };
        Value base = map_region(x, c->region);
        if (base.kind == VAL_PTR) {
            u.region = base.id;
            state_store(x->an, x->s, base.id, base.num + c->off, base.off_sym, c->size, x->syms[c->value.id]);
        }
        violate(x->an, x->s, &u);
    }
}

/* ---- effects ----------------------------------------------------------------------------------------------- */
static void carry_region(Mapping *x, const RegionState *rs)
{
    Analysis *an = x->an;
    const RegionInfo *info = &x->m->regions[rs->region];
    uint32_t index;
    if (info->kind == REGION_LOCAL || info->kind == REGION_STRING || parameter_index(x, rs->region, &index))
        return;
    Value v = map_region(x, rs->region);
    if (v.kind != VAL_PTR)
        return;
    if (info->kind == REGION_HEAP || info->kind == REGION_HANDLE || info->kind == REGION_UNKNOWN) {
        RegionState *to = state_region(an, x->s, v.id);
        uint8_t flags = to->flags;
        *to = *rs;
        to->region = v.id;
        to->flags = flags;
        to->event = to->null_event = 0;
        if (rs->null == NULL_MAYBE || rs->null == NULL_IS) {
            uint32_t e = event_add(an, x->s, EVENT_NULL, v.id, x->in->span, x->callee->name, NULL);
            state_region(an, x->s, v.id)->null_event = e;
        }
        if (rs->own == OWN_YES)
            event_add(an, x->s, EVENT_ALLOC, v.id, x->in->span, x->callee->name, info->inner);
        if (rs->life == LIFE_FREED || rs->life == LIFE_MOVED) {
            uint32_t e = event_add(an, x->s, EVENT_FREE, v.id, x->in->span, x->callee->name, NULL);
            state_region(an, x->s, v.id)->event = e;
        }
        return;
    }
    if (rs->content == CONTENT_ANY && (rs->flags & REGION_WRITTEN) && info->kind != REGION_GLOBAL)
        escape_value(an, x->s, v, true);
    if (rs->own == OWN_GIVEN)
        escape_value(an, x->s, v, false);
    if (rs->life == LIFE_FREED || rs->life == LIFE_MOVED) {
        const Event *e = &x->m->events[rs->event];
        const char *who = e->who ? e->who : "free";
        const char *inner = e->inner ? e->inner
            : arena_printf(an->engine->arena, "`%s` (%s)", x->callee->name,
                           place_text(an->engine->arena, x->m->unit, e->span));
        Name family = strcmp(who, "free") == 0 || strcmp(who, "realloc") == 0
                          ? NULL : names_intern(an->engine->program->names, who, strlen(who));
        Span span = x->in->span;
        if (parameter_index(x, info->parent, &index) && index < x->in->arg_count)
            span = operand_span(an, &x->in->args[index]);
        release_value(an, x->s, v, family, span.begin ? span : x->in->span, who, inner);
        if (rs->life == LIFE_MOVED && state_region(an, x->s, v.id)->life == LIFE_FREED)
            state_region(an, x->s, v.id)->life = LIFE_MOVED;
    } else if (rs->life == LIFE_UNKNOWN && state_region(an, x->s, v.id)->life == LIFE_LIVE) {
        state_region(an, x->s, v.id)->life = LIFE_UNKNOWN;
        state_region(an, x->s, v.id)->own = OWN_GIVEN;
    }
}

static bool cell_is_entry(const Mapping *x, const Cell *c)
{
    if (c->value.kind == VAL_SYM && c->value.num == 0) {
        const SymInfo *i = &x->m->syms[c->value.id];
        return i->kind == SYMBOL_ENTRY && i->region == c->region && i->off == c->off && i->off_sym == c->off_sym;
    }
    if (c->value.kind == VAL_PTR && c->value.num == 0 && !c->value.off_sym) {
        const RegionInfo *i = &x->m->regions[c->value.id];
        return i->kind == REGION_ENTRY && i->parent == c->region && i->off == c->off && i->off_sym == c->off_sym;
    }
    return false;
}

static void carry_cell(Mapping *x, const Cell *c)
{
    const RegionInfo *info = &x->m->regions[c->region];
    if (info->kind == REGION_LOCAL || info->kind == REGION_STRING || cell_is_entry(x, c))
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
    state_store(x->an, x->s, base.id, off, off_sym, c->size, map_value(x, c->value));
}

static void apply_case(Mapping *x, StateList *out)
{
    const State *cs = x->c->state;
    map_needs(x);
    if (!x->dead)
        map_reads(x);
    /* everything that is looked up at entry, before anything is changed */
    for (uint32_t i = 0; i < cs->region_count && !x->dead; i++)
        (void)map_region(x, cs->regions[i].region);
    for (uint32_t i = 0; i < cs->cell_count && !x->dead; i++) {
        if (x->m->regions[cs->cells[i].region].kind == REGION_LOCAL)
            continue;
        (void)map_region(x, cs->cells[i].region);
        (void)map_value(x, cs->cells[i].value);
    }
    if (x->dead) {
        state_drop(x->an, x->s);
        return;
    }
    Value result = map_value(x, x->c->result);
    if (cs->globals_unknown)
        forget_globals(x->an, x->s);
    for (uint32_t i = 0; i < cs->region_count; i++)
        carry_region(x, &cs->regions[i]);
    for (uint32_t i = 0; i < cs->cell_count; i++)
        carry_cell(x, &cs->cells[i]);
    x->s->weak = (uint16_t)(x->s->weak + cs->weak);
    if (result.kind == VAL_UNKNOWN && local_is(x->in->dst))
        result = value_fresh(x->an, x->s, x->an->fn->locals.data[x->in->dst.i].type, false);
    set_result(x->an, x->s, x->in, result);
    state_list_add(out, x->s);
}

void summary_apply(Analysis *an, const State *s, const Inst *in, const Callee *c, StateList *out)
{
    const Summary *m = c->result->summary;
    for (uint32_t i = 0; i < in->arg_count; i++) { /* passing a dead pointer on is a use of it */
        ArgumentAsk ask = { .callee = c->name };
        (void)ask;
    }
    for (uint32_t i = 0; i < m->cases.len; i++) {
        Mapping x = { .an = an, .in = in, .m = m, .c = &m->cases.data[i], .callee = c, .s = state_copy(an, s) };
        x.regions = ARENA_ARRAY(an->arena, Value, m->region_count);
        x.region_done = ARENA_ARRAY(an->arena, bool, m->region_count);
        x.syms = ARENA_ARRAY(an->arena, Value, m->sym_count);
        x.sym_done = ARENA_ARRAY(an->arena, bool, m->sym_count);
        an->ordinal = i * 1000;
        apply_case(&x, out);
    }
}
