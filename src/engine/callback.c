/* engine/callback.c - what a function does with functions that it is given, by contract.
 *
 *     int first(const char *line, each_fn *each, void *ctx) { return each(line, ctx); }
 *         case { ...; calls each with (line, ctx) ... }
 *     first("one", add, NULL);         add's cases are asked here, with ("one", NULL)
 *
 * A call of what was found at entry (a parameter, or a field behind one) is unknown code to the
 * function that makes it; its state takes down what was called with which of the caller's values.
 * Whoever calls that function and knows the function given asks the latter's cases: what they need
 * of the arguments, and what all of them release. What else they do is what unknown code may do,
 * which the function's own effects say already. Where the body is at hand and the function has
 * room for it, it is analysed anew instead (bind.c).
 *
 * Models say it of functions that have no body: corten_calls(compare, key, base[size]).
 *
 * Deliberately imprecise: where something was written before the call, nothing is known of what the
 * arguments lead to. Of more than MOST_PASSED arguments, or MAX_CALLBACKS calls, the rest is not
 * taken down. */
#include "engine/mapping.h"

enum { MAX_CALLBACKS = 6 };

/* ---- taking down ----------------------------------------------------------------------------- */
/* A pointer that the function found: how many steps from a parameter; 0: it is none. */
static uint32_t steps_from_parameter(const Analysis *an, uint32_t r)
{
    uint32_t n = 0;
    while (region_info(an, r)->kind == REGION_ENTRY && n < 4)
        n++, r = region_info(an, r)->parent;
    const RegionInfo *i = region_info(an, r);
    bool parameter =
        i->kind == REGION_LOCAL && i->index && i->index <= an->fn->param_count && n < 4;
    return parameter ? n : 0;
}

/* What the callers know, too; deep inside it would differ from call to call. */
static Value for_callers(const Analysis *an, Value v)
{
    switch ((ValueKind)v.kind) {
    case VAL_INT: return value_int(v.num);
    case VAL_SYM: return value_decided_at_entry(an, v) ? v : value_unknown();
    case VAL_PTR: {
        uint32_t n = steps_from_parameter(an, v.id);
        bool global = region_info(an, v.id)->kind == REGION_GLOBAL;
        return !v.off_sym && (global || (n && n < 3)) ? v : value_unknown();
    }
    case VAL_UNKNOWN:
    case VAL_UNINIT: break;
    }
    return value_unknown();
}

static bool same_value(Value a, Value b)
{
    return a.kind == VAL_UNKNOWN ? b.kind == VAL_UNKNOWN : value_same(a, b);
}

static bool same_call(const Callback *a, const Callback *b)
{
    bool same = a->count == b->count && value_same(a->function, b->function);
    for (uint32_t i = 0; i < a->count && same; i++)
        same = same_value(a->args[i], b->args[i]);
    return same;
}

static void add_callback(Analysis *an, State *s, const Callback *c)
{
    if (callbacks_cover(s, c) || s->callback_count >= MAX_CALLBACKS)
        return;
    if (s->callback_count == s->callback_cap)
        vec_grow(an->arena, (void **)(void *)&s->callbacks, &s->callback_cap, sizeof *s->callbacks);
    s->callbacks[s->callback_count++] = *c;
}

/* Is memory as the function found it, as far as callers see it? */
static bool is_untouched(const Analysis *an, const State *s)
{
    for (uint32_t i = 0; i < s->region_count; i++)
        if (region_info(an, s->regions[i].region)->kind == REGION_ENTRY &&
            s->regions[i].flags & REGION_WRITTEN)
            return false;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        uint8_t kind = region_info(an, s->cells[i].region)->kind;
        if ((kind == REGION_ENTRY || kind == REGION_GLOBAL) && !cell_is_entry(an, &s->cells[i]))
            return false;
    }
    return !s->globals_unknown;
}

static bool is_given(const Analysis *an, Value f)
{
    if (f.kind != VAL_PTR || f.num || f.off_sym)
        return false;
    uint32_t n = steps_from_parameter(an, f.id);
    return n == 1 || n == 2;
}

static const char *place_here(const Analysis *an, Span at)
{
    Arena *a = an->engine->arena;
    return arena_printf(a, "`%s` (%s)", NAME_TEXT(an->fn->sym->name),
                        place_text(a, an->fn->unit, at.begin ? at : an->span));
}

void callback_note(Analysis *an, State *s, const Inst *in)
{
    Callback c = {.function = eval_operand(an, s, &in->x), .when = an->steps};
    if (!is_given(an, c.function))
        return;
    c.count = in->arg_count < MOST_PASSED ? in->arg_count : MOST_PASSED;
    for (uint32_t i = 0; i < c.count; i++) {
        c.args[i] = for_callers(an, eval_operand(an, s, &in->args[i]));
        c.places[i] = place_here(an, inst_argument_span(an, in, i));
    }
    c.place = place_here(an, in->span);
    c.untouched = is_untouched(an, s);
    c.unsure = (s->guessed & (GUESSED_ANSWER | GUESSED_SEARCH)) != 0;
    add_callback(an, s, &c);
}

void callbacks_join(State *into, const State *from)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < into->callback_count; i++)
        for (uint32_t k = 0; k < from->callback_count; k++) {
            if (!same_call(&into->callbacks[i], &from->callbacks[k]))
                continue;
            Callback c = into->callbacks[i];
            c.untouched = c.untouched && from->callbacks[k].untouched;
            c.unsure = c.unsure || from->callbacks[k].unsure;
            into->callbacks[w++] = c;
            break;
        }
    into->callback_count = w;
}

bool callbacks_cover(const State *s, const Callback *c)
{
    for (uint32_t i = 0; i < s->callback_count; i++)
        if (same_call(&s->callbacks[i], c))
            return true;
    return false;
}

/* ---- asking ---------------------------------------------------------------------------------- */
static void forget_passed(Analysis *an, State *s, const Callback *c)
{
    for (uint32_t i = 0; i < c->count; i++)
        escape_value(an, s, c->args[i], ESCAPE_WRITES_ALL);
    forget_globals(an, s);
}

static bool is_needed(const RegionState *rs)
{
    return rs && rs->null == NULL_NO && rs->flags & REGION_NEEDED;
}

static bool is_released(const RegionState *rs)
{
    return rs && life_is_released(rs->life);
}

/* What all ways through it need, or have released, whatever decides between them: `all` stands for
 * those before, if there were any. */
static State *all_ways(Analysis *an, State *all, State *way)
{
    if (!all)
        return way;
    needs_join(all, way);
    callbacks_join(all, way);
    uint32_t w = 0;
    for (uint32_t i = 0; i < all->region_count; i++) {
        const RegionState *here = &all->regions[i];
        const RegionState *there = state_region_find(way, here->region);
        if ((is_needed(here) && is_needed(there)) || (is_released(here) && is_released(there)))
            all->regions[w++] = *here;
    }
    all->region_count = w;
    state_drop(an, way);
    return all;
}

/* The caller goes on with that. */
static void take_over(Analysis *an, State *s, State *all, ReleasedList *released)
{
    for (uint32_t i = 0; i < all->need_count; i++)
        state_add_need(an, s, &all->needs[i]);
    for (uint32_t i = 0; i < all->callback_count; i++)
        add_callback(an, s, &all->callbacks[i]);
    for (uint32_t i = 0; i < all->region_count; i++) {
        const RegionState *rs = &all->regions[i], *old = state_region_find(s, rs->region);
        if (is_released(rs) && old && old->life == LIFE_LIVE)
            VEC_PUSH(an->scratch, released, ((Released){rs->region, rs->event}));
        if (!is_needed(rs) || is_needed(old) || (old && old->null != NULL_UNKNOWN))
            continue;
        RegionState *to = state_region(an, s, rs->region);
        to->null = NULL_NO;
        to->flags |= REGION_NEEDED;
        to->need = rs->need;
        to->when = rs->when;
    }
    state_drop(an, all);
}

static bool ask_case(Analysis *an, State *s, const Inst *in, const CallbackCall *by,
                     const Callee *c, uint32_t which)
{
    Mapping x = mapping_new(an, s, in, c, c->result->summary, which);
    x.by = by;
    x.conditional = by->conditional;
    mapping_begin(&x);
    if (!mapping_ask(&x))
        return false;
    for (uint32_t i = 0; i < x.c->state->region_count; i++) {
        const RegionState *rs = &x.c->state->regions[i];
        if (x.m->regions[rs->region].kind == REGION_ENTRY && is_released(rs))
            mapping_carry_region(&x, rs);
    }
    return true;
}

static bool ask_cases(Analysis *an, State *s, const Inst *in, const CallbackCall *by,
                      const Callee *c, ReleasedList *released)
{
    uint32_t ordinal = an->ordinal;
    State *all = NULL;
    for (uint32_t i = 0; i < c->result->summary->cases.len; i++) {
        State *t = state_copy(an, s);
        an->ordinal = 20000 + i * 1000;
        if (!by->call->untouched)
            forget_passed(an, t, by->call);
        if (ask_case(an, t, in, by, c, i))
            all = all_ways(an, all, t);
        else
            state_drop(an, t);
    }
    an->ordinal = ordinal;
    if (all)
        take_over(an, s, all, released);
    return all != NULL;
}

/* free, fclose: what the model says of the arguments. */
static bool ask_declared(Analysis *an, State *s, const Inst *in, const CallbackCall *by,
                         const Callee *c, ReleasedList *released)
{
    State *t = state_copy(an, s);
    bool goes_on = true;
    for (uint32_t i = 0; i < by->call->count && i < c->contract->param_count && goes_on; i++) {
        const Level *l = &c->contract->params[i];
        const Type *type = c->contract->types[i].type;
        Value v = by->call->args[i];
        bool releases = l->own && l->own_when.op == WHEN_ALWAYS;
        bool pointer = type && type->kind == TYPE_POINTER;
        Span span = by->from[i] < 0 ? in->span : inst_argument_span(an, in, (uint32_t)by->from[i]);
        span = span.begin ? span : in->span;
        ArgumentAsk ask = {.callee = by->asker,
                           .inner = by->call->places[i],
                           .releases = releases,
                           .reached = by->from[i] < 0,
                           .nonnull = pointer && !l->nullable && !by->conditional};
        goes_on = oblige_argument(an, t, v, span, &ask);
        if (goes_on && releases)
            release_value(an, t, v, l->family, span, c->name, by->call->place);
    }
    if (goes_on)
        take_over(an, s, t, released);
    else
        state_drop(an, t);
    return goes_on;
}

void callback_release(Analysis *an, State *s, const Inst *in, const ReleasedList *released)
{
    for (uint32_t i = 0; i < released->len; i++) {
        Released r = released->data[i];
        const Event e = an->events.data[r.event];
        if (state_region(an, s, r.region)->life != LIFE_LIVE)
            continue;
        uint32_t now = event_add(an, s, EVENT_FREE, r.region, in->span, e.who, e.inner);
        an->events.data[now].family = e.family;
        RegionState *rs = state_region(an, s, r.region);
        rs->life = LIFE_FREED;
        rs->own = OWN_NONE;
        rs->event = now;
    }
}

bool callback_ask(Analysis *an, State *s, const Inst *in, const CallbackCall *by,
                  ReleasedList *released)
{
    Value f = by->call->function;
    if (is_given(an, f)) { /* our callers know */
        Callback c = *by->call;
        c.when = an->steps;
        for (uint32_t i = 0; i < c.count; i++)
            c.args[i] = for_callers(an, c.args[i]);
        c.untouched = c.untouched && is_untouched(an, s);
        add_callback(an, s, &c);
        return true;
    }
    const Symbol *sym = function_at(an, f);
    if (!sym)
        return true;
    Callee c = callee_by_symbol(an, sym);
    if (c.never_returns || (c.contract && c.contract->noreturn))
        return by->conditional;
    if (c.result && engine_call_known(an, c.result) == CALL_BY_SUMMARY)
        return ask_cases(an, s, in, by, &c, released) || by->conditional;
    return !c.model || ask_declared(an, s, in, by, &c, released);
}

/* ---- what declarations say ------------------------------------------------------------------- */
/* May it change anything that callers see? */
static bool is_pure(const Callee *c)
{
    const Summary *m = c->result ? c->result->summary : NULL;
    for (uint32_t i = 0; m && i < m->cases.len; i++) {
        const State *s = m->cases.data[i].state;
        if (s->globals_unknown)
            return false;
        for (uint32_t k = 0; k < s->region_count; k++)
            if (s->regions[k].flags & REGION_WRITTEN || s->regions[k].life != LIFE_LIVE)
                return false;
        for (uint32_t k = 0; k < s->cell_count; k++)
            if (m->regions[s->cells[k].region].kind == REGION_GLOBAL)
                return false;
    }
    return m != NULL;
}

static const Type *size_type(const Analysis *an)
{
    return type_basic(an->fn->unit->types, TYPE_ULONG);
}

/* The first piece of what argument `a` points to; of a second one, the last. Two pieces are there
 * if it is so large: *least; UNKNOWN: nothing is said. */
static Value piece(Analysis *an, State *s, const Inst *in, const Callee *c, const CallsArgument *a,
                   bool last, Value *least)
{
    const Type *t = size_type(an);
    Value base = inst_argument(an, s, in, (uint32_t)a->param);
    Value size = inst_argument(an, s, in, (uint32_t)a->piece);
    Value bytes = extent_value(an, s, in, &c->contract->params[a->param].extent, NULL);
    if (!last || bytes.kind == VAL_UNKNOWN)
        return base;
    *least = value_binary(an, s, BIN_ADD, size, size, t, t);
    return value_ptr_add(an, s, base, value_binary(an, s, BIN_SUB, bytes, size, t, t), t, 1);
}

/* Are there as many pieces as it is called with? 1 yes; 0 no; -1: s goes on as if there were. */
static int assume_pieces(Analysis *an, State *s, Value bytes, Value least)
{
    const Type *t = size_type(an);
    if (bytes.kind == VAL_UNKNOWN || least.kind == VAL_UNKNOWN)
        return -1;
    Value enough =
        value_binary(an, s, BIN_GE, bytes, least, t, type_basic(an->fn->unit->types, TYPE_INT));
    int truth = state_truth(an, s, enough, NULL);
    return truth < 0 && !state_assume(an, s, enough, NULL, true) ? 0 : truth;
}

/* What is dead already is told of by the call itself. */
static bool is_sound(const State *s, Value v)
{
    const RegionState *rs = v.kind == VAL_PTR ? state_region_find(s, v.id) : NULL;
    return !rs || rs->life == LIFE_LIVE;
}

/* One line of what it calls. */
static bool ask_declared_call(Analysis *an, State *s, const Inst *in, const Callee *c,
                              const Calls *calls, ReleasedList *released)
{
    Callback call = {.function = inst_argument(an, s, in, (uint32_t)calls->function),
                     .count = calls->count,
                     .untouched = !calls->later};
    CallbackCall by = {.call = &call, .asker = c->name};
    State *t = state_copy(an, s);
    Value bytes = value_unknown(), least = value_unknown();
    int pieces = 0, there = 1;
    bool sound = true;
    for (uint32_t i = 0; i < calls->count; i++) {
        const CallsArgument *a = &calls->args[i];
        by.from[i] = a->param;
        if (a->param < 0 || (uint32_t)a->param >= in->arg_count)
            continue;
        call.args[i] = inst_argument(an, t, in, (uint32_t)a->param);
        sound &= is_sound(t, call.args[i]);
        if (a->piece < 0)
            continue;
        bytes = extent_value(an, t, in, &c->contract->params[a->param].extent, NULL);
        least = pieces ? least : inst_argument(an, t, in, (uint32_t)a->piece);
        call.args[i] = piece(an, t, in, c, a, pieces++ > 0, &least);
        sound &= state_nullness(an, t, call.args[i]) != 1;
    }
    if (pieces)
        there = assume_pieces(an, t, bytes, least);
    by.conditional = there < 0 && (bytes.kind == VAL_UNKNOWN || value_decided_at_entry(an, bytes));
    bool goes_on = true, certain = there > 0 && !calls->later;
    if (sound && there != 0)
        goes_on = callback_ask(an, there > 0 ? s : t, in, &by, released) || !certain;
    released->len = certain ? released->len : 0;
    state_drop(an, t);
    return goes_on;
}

/* It may write to globals, and to what it gets. */
static void forget_called(Analysis *an, State *s, const Inst *in, const Callee *c,
                          const Calls *calls)
{
    for (uint32_t i = 0; i < calls->count; i++) {
        int param = calls->args[i].param;
        const Type *t = param >= 0 ? c->contract->types[param].type : NULL;
        if (t && t->kind == TYPE_POINTER && !(t->elem->quals & QUAL_CONST))
            escape_value(an, s, inst_argument(an, s, in, (uint32_t)param), ESCAPE_WRITES_ALL);
    }
    forget_globals(an, s);
}

bool callback_declared(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    const FunctionContract *k = c->contract;
    for (uint32_t i = 0; i < k->calls.len; i++) {
        const Calls *calls = &k->calls.data[i];
        Value f = inst_argument(an, s, in, (uint32_t)calls->function);
        ReleasedList released = {0};
        if ((uint32_t)calls->function >= in->arg_count || state_nullness(an, s, f) == 1)
            continue;
        if (!ask_declared_call(an, s, in, c, calls, &released))
            return false;
        callback_release(an, s, in, &released);
        const Symbol *sym = function_at(an, f);
        Callee given = {0};
        if (sym)
            given = callee_by_symbol(an, sym);
        if (!given.model && !is_pure(&given))
            forget_called(an, s, in, c, calls);
    }
    return true;
}
