/* engine/inferred.c - what all cases of a function bear out of its parameters and its result.
 *
 * In: a summary. Out: the facts that inferred.h lists, each looked for in case after case:
 *
 *     struct buf *buf_new(size_t n)     case 1: result is a heap object, owned    owner
 *                                       case 2: result is null                    null
 *
 * Of a condition only what the result tells is known: below zero, zero, above. */
#include "engine/inferred.h"
#include "engine/cases.h"

/* What a parameter is, over all cases, in which it is not null. */
typedef struct Seen {
    uint32_t cases;                   /* in which it may be non-null */
    uint32_t freed, kept;             /* cases */
    uint32_t freed_ends, kept_ends;   /* their outcomes, joined */
    uint32_t nulls, nonnulls, needed; /* cases */
    uint32_t filled, unfilled, filled_ends, unfilled_ends;
    uint32_t emptied; /* what its members own was released, but not itself */
    uint32_t asked;   /* released, and null would have been noticed */
    bool read, escapes, stored, other_family;
    bool perhaps;  /* released on some of the ways that were joined */
    bool owner_in; /* what it points to receives an owner */
    bool owner_null;
    Name family, inner_family;
} Seen;

static uint32_t region_of_parameter(const Summary *m, uint32_t index)
{
    for (uint32_t i = 1; i < m->region_count; i++)
        if (m->regions[i].kind == REGION_LOCAL && m->regions[i].index == index + 1)
            return i;
    return 0;
}

/* What the pointer at (parent, 0) points to; 0: it was not looked at. */
static uint32_t pointee_of(const Summary *m, uint32_t parent)
{
    for (uint32_t i = 1; parent && i < m->region_count; i++)
        if (m->regions[i].kind == REGION_ENTRY && m->regions[i].parent == parent &&
            m->regions[i].off == 0 && !m->regions[i].off_sym && !m->regions[i].handle)
            return i;
    return 0;
}

static uint32_t handle_of(const Summary *m, uint32_t parent)
{
    for (uint32_t i = 1; parent && i < m->region_count; i++)
        if (m->regions[i].kind == REGION_ENTRY && m->regions[i].parent == parent &&
            m->regions[i].handle)
            return i;
    return 0;
}

/* Was anything of the object looked at before it was written? */
static bool is_read(const Summary *m, uint32_t region)
{
    for (uint32_t i = 1; i < m->region_count; i++)
        if (m->regions[i].kind == REGION_ENTRY && m->regions[i].parent == region)
            return true;
    for (uint32_t i = 1; i < m->sym_count; i++)
        if (m->syms[i].kind == SYMBOL_ENTRY && m->syms[i].region == region)
            return true;
    return false;
}

static bool is_covered(const State *s, uint32_t region, int64_t off, int64_t end)
{
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region && off < end; i++) {
        const Cell *c = &s->cells[i];
        if (!c->off_sym && c->value.kind != VAL_UNINIT && c->off <= off &&
            c->off + (int64_t)c->size > off)
            off = c->off + (int64_t)c->size;
    }
    return off >= end;
}

/* Padding need not be. */
static bool is_filled(const State *s, uint32_t region, int64_t off, const Type *t)
{
    if (is_covered(s, region, off, off + (int64_t)t->size))
        return true;
    if (t->kind != TYPE_STRUCT)
        return false;
    for (uint32_t i = 0; i < t->u.record->field_count; i++) {
        const Field *f = &t->u.record->fields[i];
        if (!place_is_gap(f) && f->type->size &&
            !is_filled(s, region, off + (int64_t)f->offset, f->type))
            return false;
    }
    return true;
}

static void look_at_fill(const Summary *m, const Case *c, uint32_t region, Seen *seen)
{
    const Type *t = m->regions[region].type;
    uint64_t size = t && type_is_complete(t) ? t->size : 0;
    bool filled = size && is_filled(c->state, region, 0, t);
    if (filled)
        seen->filled++, seen->filled_ends |= c->outcome;
    else
        seen->unfilled++, seen->unfilled_ends |= c->outcome;
    for (uint32_t i = 0; filled && i < c->state->cell_count; i++) {
        const Cell *x = &c->state->cells[i];
        if (x->region != region || x->off || x->off_sym || x->size != size)
            continue;
        const RegionState *to = x->value.kind == VAL_PTR && !x->value.num
                                    ? state_region_find(c->state, x->value.id)
                                    : NULL;
        if (to && to->own == OWN_YES) {
            seen->owner_in = true;
            seen->inner_family = m->regions[x->value.id].family;
        }
        seen->owner_null |= (x->value.kind == VAL_INT && x->value.num == 0) ||
                            (to && (to->null == NULL_IS || to->null == NULL_MAYBE));
    }
}

/* Does the object still hold the pointer that it held at entry? */
static bool holds_still(const Summary *m, const State *s, uint32_t pointee)
{
    const RegionInfo *info = &m->regions[pointee];
    for (uint32_t i = state_first_cell(s, info->parent);
         i < s->cell_count && s->cells[i].region == info->parent; i++) {
        const Cell *c = &s->cells[i];
        if (c->off <= info->off && info->off < c->off + (int64_t)c->size)
            return c->value.kind == VAL_PTR && c->value.id == pointee;
    }
    return true;
}

/* And the object still points to what is gone: it is no object any more. */
static bool members_released(const Summary *m, const State *s, uint32_t region)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        if (s->regions[i].life == LIFE_FREED && m->regions[r].parent == region &&
            m->regions[r].kind == REGION_ENTRY && holds_still(m, s, r))
            return true;
    }
    return false;
}

/* The parameter out of which a region is reached; UINT32_MAX: none. */
static uint32_t parameter_behind(const Summary *m, uint32_t region)
{
    for (uint32_t depth = 0; region && depth < 16; depth++) {
        const RegionInfo *i = &m->regions[region];
        if (i->kind == REGION_LOCAL)
            return i->index && i->index <= m->param_count ? i->index - 1 : UINT32_MAX;
        if (i->kind != REGION_ENTRY)
            return UINT32_MAX;
        region = i->parent;
    }
    return UINT32_MAX;
}

static void look_at_case(const Summary *m, const Case *c, uint32_t region, Seen *seen)
{
    const RegionState *rs = state_region_find(c->state, region);
    if (rs && rs->null == NULL_IS) {
        seen->nulls++;
        return;
    }
    /* several ways in one: on some of them a branch found it null, and they came here */
    bool both = rs && (rs->null == NULL_UNKNOWN || rs->null == NULL_MAYBE) && rs->null_event &&
                (rs->flags & (REGION_TESTED | REGION_NEEDED)) == REGION_TESTED;
    seen->nulls += both;
    seen->cases++;
    seen->nonnulls += rs && rs->null == NULL_NO;
    seen->needed += rs && rs->null == NULL_NO && (rs->flags & REGION_NEEDED);
    if (rs && life_is_released(rs->life)) {
        Name family = rs->event < m->event_count ? m->events[rs->event].family : NULL;
        seen->other_family |= (seen->freed && family != seen->family) || rs->release_off;
        seen->asked += rs->null == NULL_NO || (rs->flags & REGION_NEEDED);
        seen->family = family;
        seen->freed++, seen->freed_ends |= c->outcome;
        return;
    }
    seen->kept++, seen->kept_ends |= c->outcome;
    seen->escapes |= rs && (rs->own == OWN_GIVEN || rs->life == LIFE_UNKNOWN);
    seen->perhaps |=
        rs && rs->life == LIFE_UNKNOWN && rs->event && m->events[rs->event].kind == EVENT_FREE;
    seen->emptied += members_released(m, c->state, region);
    for (uint32_t i = 0; i < c->state->cell_count; i++) {
        const Cell *x = &c->state->cells[i];
        if (x->value.kind == VAL_PTR && x->value.id == region &&
            m->regions[x->region].kind != REGION_LOCAL) {
            seen->escapes = true;
            seen->stored |= parameter_behind(m, x->region) != parameter_behind(m, region);
        }
    }
    look_at_fill(m, c, region, seen);
}

/* `__when(return == 0)` for outcomes below zero (1), zero (2), above (4); NULL: the others may end
 * like these. "" : there are no others. */
static const char *condition(uint32_t these, uint32_t others, bool pointer)
{
    static const char *const numbers[] = {NULL,
                                          "__when(return < 0)",
                                          "__when(return == 0)",
                                          "__when(return <= 0)",
                                          "__when(return > 0)",
                                          "__when(return != 0)",
                                          "__when(return >= 0)",
                                          NULL};
    if (!others)
        return "";
    if (these & others || (these | others) & OUTCOME_UNKNOWN || these > 6)
        return NULL;
    if (pointer)
        return these == 4 ? "__when(return != NULL)" : these == 2 ? "__when(return == NULL)" : NULL;
    return numbers[these];
}

/* Is a pointer that callers see another one than at entry, or may it be? */
static bool relinks(const Summary *m, const State *s)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint8_t kind = m->regions[s->regions[i].region].kind;
        if ((kind == REGION_ENTRY || kind == REGION_GLOBAL) &&
            (s->regions[i].content == CONTENT_ANY || s->regions[i].flags & REGION_BEHIND))
            return true;
    }
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        uint8_t kind = m->regions[c->region].kind;
        bool pointer = !c->type || c->type->kind == TYPE_POINTER || c->value.kind == VAL_PTR;
        if ((kind != REGION_ENTRY && kind != REGION_GLOBAL) || !pointer)
            continue;
        const RegionInfo *to = c->value.kind == VAL_PTR ? &m->regions[c->value.id] : NULL;
        if (!to || to->kind != REGION_ENTRY || to->parent != c->region || to->off != c->off ||
            c->value.num)
            return true;
    }
    return s->globals_unknown;
}

typedef struct ResultSeen {
    uint32_t owned, null, other, nonnull, lasting;
    bool handle, statics, mixed, relinked;
    Name family;
    int64_t none;
    uint32_t from; /* parameter */
} ResultSeen;

static void look_at_result(const Summary *m, const Case *c, ResultSeen *seen)
{
    Value v = c->result;
    if (v.kind == VAL_INT && v.num == 0) {
        seen->null++;
        return;
    }
    const RegionState *rs = v.kind == VAL_PTR ? state_region_find(c->state, v.id) : NULL;
    const RegionInfo *i = v.kind == VAL_PTR ? &m->regions[v.id] : NULL;
    seen->null += rs && (rs->null == NULL_IS || rs->null == NULL_MAYBE);
    if (rs && rs->null == NULL_IS)
        return;
    seen->nonnull += c->outcome == 4 || (rs && rs->null == NULL_NO);
    if (rs && rs->own == OWN_YES && !v.num && !v.off_sym &&
        (i->kind == REGION_HEAP || i->kind == REGION_HANDLE)) {
        seen->mixed |= seen->owned && seen->family != i->family;
        seen->owned++;
        seen->family = i->family;
        seen->handle |= i->kind == REGION_HANDLE;
        seen->none = i->none;
        return;
    }
    seen->other++;
    uint32_t from = i ? parameter_behind(m, v.id) : UINT32_MAX;
    seen->mixed |= seen->other > 1 && from != seen->from;
    seen->from = from;
    seen->statics |= i && i->is_static;
    seen->lasting += i && (i->is_static || i->kind == REGION_STRING ||
                           (i->kind == REGION_GLOBAL && i->sym->type->kind != TYPE_FUNCTION));
    seen->relinked |= relinks(m, c->state);
}

Inferred inferred_pointer(const Summary *m, uint32_t param, const Type *t, bool returns_pointer)
{
    uint32_t region = pointee_of(m, region_of_parameter(m, param));
    Inferred out = {.looked = region != 0, .from = UINT32_MAX};
    Seen seen = {0};
    if (!region)
        return out;
    seen.read = is_read(m, region);
    for (uint32_t i = 0; i < m->cases.len; i++)
        look_at_case(m, &m->cases.data[i], region, &seen);
    out.own_when = condition(seen.freed_ends, seen.kept ? seen.kept_ends : 0, returns_pointer);
    out.inits_when =
        condition(seen.filled_ends, seen.unfilled ? seen.unfilled_ends : 0, returns_pointer);
    out.owner = seen.freed && !seen.other_family && out.own_when;
    out.family = seen.family;
    out.inits = !seen.freed && seen.filled && !seen.read && out.inits_when &&
                !(t->elem->quals & QUAL_CONST);
    out.inner_owner = seen.owner_in && t->elem->kind == TYPE_POINTER;
    out.inner_family = seen.inner_family;
    out.inner_null = seen.owner_null;
    out.drops = !out.inits && !seen.freed && seen.emptied && seen.emptied == seen.kept;
    out.null = seen.nulls;
    out.needed = !seen.nulls && seen.cases && seen.needed == m->cases.len;
    out.nonnull = !seen.nulls && seen.cases && seen.nonnulls == m->cases.len;
    out.spared = out.owner && !seen.asked;
    out.kept = seen.escapes || seen.freed || !m->cases.len;
    out.stored = seen.stored;
    out.unclear = seen.perhaps || (seen.freed && !out.owner) || (seen.emptied && !out.drops);
    return out;
}

Inferred inferred_handle(const Summary *m, uint32_t param, bool returns_pointer)
{
    uint32_t region = handle_of(m, region_of_parameter(m, param));
    Inferred out = {.looked = region != 0, .handle = true, .none = -1, .from = UINT32_MAX};
    Seen seen = {0};
    if (!region)
        return out;
    for (uint32_t i = 0; i < m->cases.len; i++)
        look_at_case(m, &m->cases.data[i], region, &seen);
    out.own_when = condition(seen.freed_ends, seen.kept ? seen.kept_ends : 0, returns_pointer);
    out.owner = seen.freed && !seen.other_family && out.own_when && seen.family;
    out.family = seen.family;
    return out;
}

Inferred inferred_result(const Summary *m, const Type *t)
{
    ResultSeen seen = {.from = UINT32_MAX};
    bool pointer = t->kind == TYPE_POINTER;
    for (uint32_t i = 0; i < m->cases.len; i++)
        look_at_result(m, &m->cases.data[i], &seen);
    Inferred out = {.looked = true,
                    .handle = !pointer,
                    .family = seen.family,
                    .none = seen.none,
                    .own_when = "",
                    .from = UINT32_MAX};
    out.owner =
        seen.owned && !seen.other && !seen.mixed && (pointer || (seen.handle && seen.family));
    bool borrowed = pointer && seen.other && !seen.owned;
    if (borrowed && !seen.mixed)
        out.from = seen.from;
    out.relinked = seen.relinked;
    out.is_static = borrowed && seen.statics;
    out.lasting = borrowed && seen.lasting == seen.other;
    out.null = pointer && seen.null;
    out.nonnull = pointer && !seen.null && m->cases.len && seen.nonnull == m->cases.len;
    return out;
}

/* ---- what is stored, and how long it is ------------------------------------------------------ */
uint32_t inferred_captor(const Summary *m, uint32_t param)
{
    uint32_t region = pointee_of(m, region_of_parameter(m, param)), by = UINT32_MAX;
    for (uint32_t i = 0; region && i < m->cases.len; i++) {
        const State *s = m->cases.data[i].state;
        const RegionState *rs = state_region_find(s, region);
        if (rs && (rs->own == OWN_GIVEN || rs->life != LIFE_LIVE))
            return UINT32_MAX;
        for (uint32_t k = 0; k < s->cell_count; k++) {
            const Cell *c = &s->cells[k];
            if (c->value.kind != VAL_PTR || c->value.id != region ||
                m->regions[c->region].kind == REGION_LOCAL)
                continue;
            uint32_t x = parameter_behind(m, c->region);
            if (x == UINT32_MAX || x == param || (by != UINT32_MAX && by != x))
                return UINT32_MAX;
            by = x;
        }
    }
    return by;
}

/* The number as a multiple of a parameter's value at entry. */
static bool multiple_of(const Summary *m, Value v, InferredExtent *out, int depth)
{
    if (v.kind != VAL_SYM || v.num || depth > 6)
        return false;
    const SymInfo *i = &m->syms[v.id];
    if (i->kind == SYMBOL_ENTRY && m->regions[i->region].kind == REGION_LOCAL) {
        uint32_t index = m->regions[i->region].index;
        out->param = index - 1;
        return i->off == 0 && !i->off_sym && index && index <= m->param_count;
    }
    if (i->kind == SYMBOL_CONVERT)
        return multiple_of(m, i->a, out, depth + 1);
    bool times = i->kind == SYMBOL_BINARY && i->op == BIN_MUL;
    Value by = times && i->a.kind == VAL_INT ? i->a : i->b;
    if (!times || by.kind != VAL_INT || by.num <= 0 || by.num > INT32_MAX)
        return false;
    out->unit *= (uint64_t)by.num;
    return multiple_of(m, i->a.kind == VAL_INT ? i->b : i->a, out, depth + 1);
}

InferredExtent inferred_extent(const Summary *m, uint32_t param)
{
    uint32_t region = pointee_of(m, region_of_parameter(m, param)), nonnull = 0, texts = 0;
    InferredExtent found = {0};
    bool other = false;
    for (uint32_t i = 0; region && i < m->cases.len; i++) {
        const State *s = m->cases.data[i].state;
        const RegionState *rs = state_region_find(s, region);
        bool text = false;
        nonnull += !rs || rs->null != NULL_IS;
        for (uint32_t k = 0; k < s->need_count; k++) {
            const Need *n = &s->needs[k];
            InferredExtent e = {.known = true, .unit = 1};
            if (n->region != region || (n->kind != NEED_EXTENT && n->kind != NEED_STRING))
                continue;
            bool start = n->x.kind == VAL_INT && n->x.num == 0 && !n->unsure;
            if (n->kind == NEED_STRING)
                text |= start;
            else if (!start || n->write || !multiple_of(m, n->y, &e, 0) ||
                     (found.known && (found.param != e.param || found.unit != e.unit)))
                other = true;
            else
                found = e;
        }
        texts += text;
    }
    if (texts && texts == nonnull)
        return (InferredExtent){.known = true, .text = true};
    return other || texts ? (InferredExtent){0} : found;
}
