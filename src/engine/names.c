/* engine/names.c - one object of the caller that a callee knows by two names.
 *
 *     void set_name(struct item *i, const char *name) { free(i->name); i->name = copy(name); }
 *     set_name(i, i->name);              the callee frees the one name and then uses the other
 *
 * A callee takes unknown pointers for different objects. Its cases say of each object when it was
 * released, or accessed last, by the order of these moments alone; where two names turn out to be
 * one object, an access after the release is one to what is gone. Joined ways agree on an access
 * no later, and on a release no earlier, than on any of them.
 *
 * A way that only our own callers decide is no claim, but if every way that comes back does so it
 * does not matter which is taken. Where joins have left that open, the callee is entered for this
 * call alone (enter.c). */
#include "engine/mapping.h"

/* set(i, i->palette): the callee frees what the one name of an object of ours leads to, and uses
 * what the other does. */
static void ask_other_name(Mapping *x, const RegionState *freed, const RegionState *used)
{
    Analysis *an = x->an;
    const RegionInfo *info = &x->m->regions[used->region];
    Value v = mapping_region(x, used->region), other = mapping_region(x, freed->region);
    if (v.kind != VAL_PTR || other.kind != VAL_PTR || v.id != other.id)
        return;
    RegionState *rs = state_region(an, x->s, v.id);
    uint32_t index;
    bool direct = mapping_parameter(x, info->parent, &index) && index < x->in->arg_count;
    Span span = direct ? inst_argument_span(an, x->in, index) : x->in->span;
    if (!life_is_released(rs->life))
        return;
    Violation u = {.kind = freed->life == LIFE_MOVED ? VIOLATION_MOVED_USE : VIOLATION_FREED_USE,
                   .span = span.begin ? span : x->in->span,
                   .subject = span.begin ? span : x->in->span,
                   .region = v.id,
                   .cause = rs->event,
                   .argument = true,
                   .reached = !direct,
                   .callee = x->callee->name};
    if (x->conditional) {
        x->other_name = arena_copy(an->scratch, &u, sizeof u);
        return;
    }
    violate(an, x->s, &u);
    state_region(an, x->s, v.id)->life = LIFE_UNKNOWN;
}

void mapping_agree_on_names(Mapping *ways, State *const *after, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (after[i] && !ways[i].other_name)
            return;
    for (uint32_t i = 0; i < count; i++)
        if (after[i]) {
            violate(ways[i].an, after[i], ways[i].other_name);
            state_region(ways[i].an, after[i], ways[i].other_name->region)->life = LIFE_UNKNOWN;
        }
}

/* An object of ours that the callee knows by two names, and may release by one of them; 0: none.
 * *index: the argument that is the other. */
static uint32_t doubtful_object(Mapping *x, uint32_t *index)
{
    const State *cs = x->c->state;
    for (uint32_t k = 0; k < cs->region_count; k++) {
        const RegionInfo *gone = &x->m->regions[cs->regions[k].region];
        if (cs->regions[k].life == LIFE_LIVE || gone->kind != REGION_ENTRY)
            continue;
        Value other = mapping_region(x, cs->regions[k].region);
        for (uint32_t i = 0; i < cs->region_count && other.kind == VAL_PTR; i++) {
            const RegionInfo *info = &x->m->regions[cs->regions[i].region];
            if (i == k || info->kind != REGION_ENTRY ||
                !mapping_parameter(x, info->parent, index) || *index >= x->in->arg_count)
                continue;
            Value v = mapping_region(x, cs->regions[i].region);
            if (v.kind == VAL_PTR && v.id == other.id)
                return v.id;
        }
    }
    return 0;
}

void mapping_enter_for_names(Mapping *ways, const State *s, State *const *after, uint32_t count)
{
    Analysis *an = ways->an;
    const Callee *callee = ways->callee;
    uint32_t region = 0, index = 0;
    for (uint32_t i = 0; i < count && !region && callee->result->coarse; i++)
        region = after[i] ? doubtful_object(&ways[i], &index) : 0;
    State *here = region ? state_copy(an, s) : NULL;
    Violation u = {0};
    uint32_t e = region ? released_and_used(an, here, ways->in, callee, region, &u) : 0;
    if (e) {
        Span span = inst_argument_span(an, ways->in, index);
        u.span = u.subject = span.begin ? span : ways->in->span;
        u.region = region;
        u.cause = e;
        u.argument = true;
        u.callee = u.callee ? u.callee : callee->name;
        violate(an, here, &u);
    }
    for (uint32_t i = 0; i < count && e; i++)
        if (after[i])
            state_region(an, after[i], region)->life = LIFE_UNKNOWN;
    if (here)
        state_drop(an, here);
}

void mapping_carry_accesses(Mapping *x, uint64_t start)
{
    const State *cs = x->c->state;
    for (uint32_t i = 0; i < cs->region_count; i++) {
        const RegionState *used = &cs->regions[i];
        if (!used->last || x->m->regions[used->region].kind != REGION_ENTRY)
            continue;
        for (uint32_t k = 0; k < cs->region_count && used->life == LIFE_LIVE; k++)
            if (life_is_released(cs->regions[k].life) && cs->regions[k].last &&
                cs->regions[k].last < used->last &&
                x->m->regions[cs->regions[k].region].kind == REGION_ENTRY)
                ask_other_name(x, &cs->regions[k], used);
        Value v = mapping_region(x, used->region);
        if (v.kind == VAL_PTR)
            state_region(x->an, x->s, v.id)->last = start + used->last;
    }
    x->an->clock = start + cs->region_count + 1;
}
