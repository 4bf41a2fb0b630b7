/* engine/ways.c - the ways out of a call, one for each case that can be.
 *
 *     if (dict_add(d, key, value) != OK)        one case keeps the value, another frees the key:
 *         free(value);                          which it was, only the result tells
 *
 * engine/apply.c applies the cases one by one; here they are compared. Of two that a caller can't
 * tell apart by the result, neither may claim what the other excludes: what the one fills, keeps,
 * releases or leaves null. */
#include "engine/mapping.h"
#include "engine/strfn.h"
#include "engine/summary.h"

static bool kept_in_memory(const Analysis *an, const State *s, uint32_t region)
{
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].value.kind == VAL_PTR && s->cells[i].value.id == region &&
            region_info(an, s->cells[i].region)->kind != REGION_LOCAL)
            return true;
    const RegionState *rs = state_region_find(s, region);
    return !rs || rs->own != OWN_YES;
}

/* The object that argument i owns and that nothing else holds; 0: it is none. */
static uint32_t owned_argument(const Analysis *an, const State *s, const Inst *in, uint32_t i)
{
    if (in->args[i].kind != OPERAND_TEMP)
        return 0;
    Value v = state_temp(s, (LocalId){in->args[i].index});
    const RegionState *rs = v.kind == VAL_PTR ? state_region_find(s, v.id) : NULL;
    return rs && rs->own == OWN_YES && !kept_in_memory(an, s, v.id) ? v.id : 0;
}

/* dictAdd(d, key, value): takes the value over but when the key is there already. Who does not
 * look at the result takes it for taken over. */
static void settle_ownership(Analysis *an, const State *before, const Inst *in, StateList *out)
{
    if (answer_used(an, in))
        return;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        uint32_t r = owned_argument(an, before, in, i);
        if (!r)
            continue;
        bool kept = false;
        for (const State *x = out->first; x && !kept; x = x->next)
            kept = kept_in_memory(an, x, r);
        for (State *x = out->first; x && kept; x = x->next)
            if (state_region(an, x, r)->own == OWN_YES)
                state_region(an, x, r)->own = OWN_GIVEN;
    }
}

/* Can a caller that sees how x ended exclude that it was y? */
static bool told_apart(const Summary *m, const Case *x, const Case *y)
{
    if (x->state->generalised || (!m->returns_void && (x->outcome | y->outcome) & OUTCOME_UNKNOWN))
        return false;
    if (x->result.kind == VAL_INT && y->result.kind == VAL_INT)
        return m->returns_void || x->result.num != y->result.num;
    return m->returns_void ||
           !(case_is_open(x) ? x->outcome & y->outcome : x->outcome == y->outcome);
}

/* get(&s, &n): a way that leaves n alone ends like one that fills it, and other outputs tell which
 * it was. What y filled may be filled in x, for all that the caller's tests show us. */
static void share_outputs(Analysis *an, const State *before, State *x, const State *y)
{
    for (uint32_t i = 0; i < x->region_count; i++) {
        if (x->regions[i].content != CONTENT_UNINIT) /* nearly all: look nothing up for them */
            continue;
        uint32_t r = x->regions[i].region;
        const RegionState *there = state_region_find(y, r);
        if (!there || !state_region_find(before, r))
            continue;
        if (there->content != CONTENT_UNINIT)
            x->regions[i].content = CONTENT_ANY;
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

/* Can the caller, by the result, take the way x for the way y? */
static bool may_be_mistaken(const Summary *m, const Case *x, const Case *y)
{
    if (m->returns_void)
        return false;
    if (x->result.kind == VAL_INT && y->result.kind == VAL_INT)
        return x->result.num == y->result.num;
    return x->outcome & y->outcome || (x->outcome | y->outcome) & OUTCOME_UNKNOWN;
}

/* struct it it = {NULL}; if (seek(&it) == 0) it.next(): a null that x leaves where y puts something
 * is no claim of ours when the two end alike. */
static void share_nulls(Analysis *an, const State *before, const Inst *in, State *x, const State *y)
{
    for (uint32_t i = 0; i < y->cell_count; i++) {
        const Cell *c = &y->cells[i];
        if (c->off_sym || c->size != 8 || (c->value.kind == VAL_INT && !c->value.num) ||
            !state_region_find(before, c->region))
            continue;
        Value now = state_peek(an, x, c->region, c->off, 0, 8, NULL);
        Value old = state_peek(an, before, c->region, c->off, 0, 8, NULL);
        if (now.kind != VAL_INT || now.num || old.kind != VAL_INT || old.num)
            continue;
        Value null = value_int(0);
        null.id = event_add(an, x, EVENT_NULL, 0, in->span, NULL, NULL);
        an->events.data[null.id].supposed = true;
        state_store(an, x, c->region, c->off, 0, 8, null);
    }
}

/* dict_add(d, key, value) == OK: one way keeps the value, another a copy of it, and the caller
 * can't tell which. Its own is the value no more. */
static void share_owners(Analysis *an, const State *before, const Inst *in, State *x,
                         const State *y)
{
    for (uint32_t i = 0; i < in->arg_count; i++) {
        uint32_t r = owned_argument(an, before, in, i);
        if (r && kept_in_memory(an, y, r) && state_region(an, x, r)->own == OWN_YES)
            state_region(an, x, r)->own = OWN_GIVEN;
    }
}

Mapping mapping_new(Analysis *an, State *s, const Inst *in, const Callee *c, const Summary *m,
                    uint32_t which)
{
    return (Mapping){.an = an,
                     .in = in,
                     .m = m,
                     .c = &m->cases.data[which],
                     .callee = c,
                     .s = s,
                     .regions = ARENA_ARRAY(an->scratch, Value, m->region_count),
                     .region_done = ARENA_ARRAY(an->scratch, bool, m->region_count),
                     .syms = ARENA_ARRAY(an->scratch, Value, m->sym_count),
                     .sym_done = ARENA_ARRAY(an->scratch, bool, m->sym_count)};
}

/* ensure(p, n) == NULL: one way has released p->buffer, and x, which has not, rests on a condition
 * that only others decide, or that was lost: what x still owns is no claim of ours. */
static void share_releases(const State *before, State *x, const State *y)
{
    for (uint32_t i = 0; i < x->region_count; i++) {
        RegionState *mine = &x->regions[i];
        if (mine->own != OWN_YES)
            continue;
        const RegionState *old = state_region_find(before, mine->region);
        const RegionState *there = state_region_find(y, mine->region);
        if (old && old->own == OWN_YES && (!there || there->own != OWN_YES))
            mine->own = OWN_GIVEN;
    }
}

/* Nothing but constant numbers goes in: whether it comes back at all, nobody decides later. */
static bool only_constants(Analysis *an, State *s, const Inst *in)
{
    for (uint32_t i = 0; i < in->arg_count; i++)
        if (!in->args[i].type || !type_is_integer(in->args[i].type) ||
            eval_operand(an, s, &in->args[i]).kind != VAL_INT)
            return false;
    return true;
}

static void begin_case(Mapping *x, Analysis *an, const State *s, const Inst *in, const Callee *c,
                       const Summary *m, uint32_t i)
{
    bool within = !c->result->done; /* of a cycle that is being analysed */
    *x = mapping_new(an, state_copy(an, s), in, c, m, i);
    an->ordinal = within ? 0 : i * 1000;
    if (within) /* what it makes has the same name in all cases */
        (void)mapping_value(x, x->c->result);
    mapping_begin(x);
    x->ordinal = an->ordinal;
}

/* The callee looks at the bytes of a string, one after the other, and its answer is used. */
static void note_walks(Analysis *an, State *s, const Inst *in, const FunctionResult *r)
{
    uint64_t walked = answer_used(an, in) ? r->walked : 0;
    for (uint32_t i = 0; i < in->arg_count && i < 64 && walked >> i; i++)
        if (walked >> i & 1) {
            Value v = inst_argument(an, s, in, i);
            string_asked(an, s, v);
            text_vetted(an, s, v);
            if (v.kind == VAL_PTR && region_is_texts(an, v.id))
                texts_vet(an, s, v.id);
        }
}

/* advance(p, read(fd, room, n)) moves a pointer, perhaps by -1, and keeps it. */
static void ask_moves(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    uint64_t moves = c->result->moves;
    for (uint32_t i = 0; i < in->arg_count && i < 64 && moves >> i; i++) {
        Value v = moves >> i & 1 ? inst_argument(an, s, in, i) : value_unknown();
        uint32_t source = negative_by_outside(an, s, v);
        uint32_t region = 0;
        const char *inner = source ? moved_before_start(an, s, in, c, &region) : NULL;
        if (!inner)
            continue;
        Span at = inst_argument_span(an, in, i);
        Violation u = {.kind = VIOLATION_BOUNDS,
                       .span = at.begin ? at : in->span,
                       .subject = at.begin ? at : in->span,
                       .region = region,
                       .argument = true,
                       .callee = c->name,
                       .inner = inner,
                       .number = v,
                       .other = value_int(0),
                       .range = state_interval(an, s, v, NULL),
                       .source = source};
        violate(an, s, &u);
        for (State *x = out->first; x; x = x->next)
            (void)state_assume_interval(an, x, v, NULL, 0, INT128_FAR);
    }
}

/* The larger the caller, the fewer ways it keeps apart: what it would join at once after each call
 * is joined once, by the callee. */
static const Summary *summary_for(const Analysis *an, const FunctionResult *r)
{
    const Summary *m = r->summary;
    if (m->fewer && an->steps > an->engine->budget / 20)
        m = m->fewer;
    if (m->fewer && an->steps > an->engine->budget / 5)
        m = m->fewer;
    return m;
}

void summary_apply(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    const Summary *m = summary_for(an, c->result);
    State **after = ARENA_ARRAY(an->scratch, State *, m->cases.len + 1);
    Mapping *ways = ARENA_ARRAY(an->scratch, Mapping, m->cases.len + 1);
    bool certain = !c->result->may_not_return || only_constants(an, s, in);
    uint32_t alive = 0;
    for (uint32_t i = 0; i < m->cases.len; i++) {
        begin_case(&ways[i], an, s, in, c, m, i);
        ways[i].blind = m != c->result->summary && ways[i].c->state->generalised;
        alive += !ways[i].dead;
    }
    for (uint32_t i = 0; i < m->cases.len; i++) {
        an->ordinal = ways[i].ordinal;
        ways[i].only = alive == 1 && certain;
        after[i] = mapping_apply(&ways[i]);
    }
    mapping_agree_on_names(ways, after, m->cases.len);
    mapping_enter_for_names(ways, s, after, m->cases.len);
    for (uint32_t i = 0; i < m->cases.len; i++)
        for (uint32_t k = 0; after[i] && k < m->cases.len; k++) {
            const Case *one = &m->cases.data[i], *other = &m->cases.data[k];
            if (k == i || !after[k])
                continue;
            if (!told_apart(m, one, other))
                share_outputs(an, s, after[i], after[k]),
                    share_owners(an, s, in, after[i], after[k]);
            if (ways[i].conditional && (m->returns_void || may_be_mistaken(m, one, other)))
                share_releases(s, after[i], after[k]);
            if (may_be_mistaken(m, one, other))
                share_nulls(an, s, in, after[i], after[k]);
        }
    for (uint32_t i = 0; i < m->cases.len; i++)
        if (after[i])
            note_walks(an, after[i], in, c->result), state_list_add(out, after[i]);
    settle_ownership(an, s, in, out);
    ask_moves(an, s, in, c, out);
}
