/* engine/leave.c - the end of a function on one path.
 *
 *     static int *last; void f(void) { int n; last = &n; }      `last` outlives what it points to
 *
 * What comes in is the state at a return. Locals end: who still leads to one of them, out of memory
 * that stays or as the result, is reported; what only they led to is lost, or was released. What is
 * left of the state, that which a caller can see, becomes a case of the summary. */
#include "engine/engine.h"

/* Does the pointer through which the holder was reached at entry still lead to it? A stack whose
 * `top` has moved on holds what was popped no longer, though the bytes are there. */
static bool still_leads(const Analysis *an, const State *s, const RegionInfo *holder, uint32_t r)
{
    if (holder->kind != REGION_ENTRY || region_info(an, holder->parent)->kind == REGION_LOCAL)
        return true;
    const Cell *cell;
    Value v = state_peek(an, s, holder->parent, holder->off, holder->off_sym, 8, &cell);
    return !cell || (v.kind == VAL_PTR && v.id == r && v.num == 0 && !v.off_sym);
}

/* struct list_head { struct list_head *next, *prev; }: nothing but links. */
static bool is_pure_link(const Type *t)
{
    if (!t || t->kind != TYPE_STRUCT || t->u.record->field_count < 2)
        return false;
    for (uint32_t i = 0; i < t->u.record->field_count; i++) {
        const Type *f = t->u.record->fields[i].type;
        if (f->kind != TYPE_POINTER || f->elem->kind != TYPE_STRUCT ||
            f->elem->canon->u.record != t->canon->u.record)
            return false;
    }
    return true;
}

/* The head of a list on the stack and an element point to each other. Elements are taken out
 * through neighbours, which go by other names: what they still hold is no claim of ours. */
static bool linked_both_ways(const Analysis *an, const State *s, uint32_t local, uint32_t holder)
{
    if (is_pure_link(region_info(an, local)->type))
        return true;
    for (uint32_t i = state_first_cell(s, local); i < s->cell_count && s->cells[i].region == local;
         i++)
        if (s->cells[i].value.kind == VAL_PTR && s->cells[i].value.id == holder)
            return true;
    return false;
}

static bool ends_with_function(const Analysis *an, Value v)
{
    return v.kind == VAL_PTR &&
           (region_info(an, v.id)->kind == REGION_LOCAL || region_info(an, v.id)->automatic);
}

static void escape_of_locals(Analysis *an, State *s, Value result, const Term *t)
{
    Violation v = {.kind = VIOLATION_SCOPE_ESCAPE, .span = t->span, .subject = t->span};
    if (ends_with_function(an, result)) {
        v.region = result.id;
        violate(an, s, &v);
    }
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell c = s->cells[i];
        const RegionInfo *holder = region_info(an, c.region);
        if (!ends_with_function(an, c.value))
            continue;
        if (c.region == an->region_of_local[0] && c.value.id != c.region && !s->generalised) {
            v.region = c.value.id; /* in the struct that is returned */
            v.span = v.subject = t->span;
            violate(an, s, &v);
        }
        if (holder->kind != REGION_ENTRY && holder->kind != REGION_GLOBAL)
            continue;
        const RegionState *hs = state_region_find(s, c.region);
        if (linked_both_ways(an, s, c.value.id, c.region) || (hs && hs->life != LIFE_LIVE) ||
            c.off_sym || s->generalised || !still_leads(an, s, holder, c.region))
            continue;
        v.region = c.value.id;
        v.span = v.subject = c.written;
        violate(an, s, &v);
    }
}

static void forget_locals(Analysis *an, State *s, uint32_t ret)
{
    for (uint32_t i = 0; i < s->cell_count;) {
        if (region_info(an, s->cells[i].region)->kind == REGION_LOCAL && s->cells[i].region != ret)
            state_forget_region(an, s, s->cells[i].region, CONTENT_UNINIT);
        else
            i++;
    }
    s->temp_count = 0;
}

/* Nobody will see what it did. */
static void forget_effects(Analysis *an, State *s)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (cell_is_entry(an, &s->cells[i]))
            s->cells[w++] = s->cells[i];
    s->cell_count = w;
    for (uint32_t i = 0; i < s->region_count; i++) {
        RegionState *rs = &s->regions[i];
        rs->life = LIFE_LIVE, rs->own = OWN_NONE, rs->content = CONTENT_ENTRY;
        rs->flags &= (uint16_t) ~(REGION_WRITTEN | REGION_BEHIND);
    }
    s->globals_unknown = false;
}

void leave_function(Analysis *an, State *s, Value result)
{
    const Type *rt = an->fn->locals.data[0].type;
    uint32_t ret = an->region_of_local[0];
    forget_locals(an, s, ret);
    if (never_comes_back(an))
        forget_effects(an, s);
    bool aggregate = !type_is_void(rt) && !(type_is_integer(rt) || rt->kind == TYPE_POINTER);
    BitSet seen = state_visible(an, s, aggregate ? value_ptr(ret, 0) : result);
    state_collect(an, s, seen);
    unbind_exit(an, s);
    if (an->result->held)
        fold_exit(an, s, &result);
    summary_add_exit(an, s, result);
}

void eval_return(Analysis *an, State *s, const Term *t)
{
    const Type *rt = an->fn->locals.data[0].type;
    uint32_t ret = an->region_of_local[0];
    Value result = value_unknown();
    if (!type_is_void(rt) && (type_is_integer(rt) || rt->kind == TYPE_POINTER))
        result = state_peek(an, s, ret, 0, 0, rt->size, NULL);
    an->span = t->span;
    tell_given(an, s);
    bool is_main = an->fn->sym && an->fn->sym->name && strcmp(an->fn->sym->name->text, "main") == 0;
    if (!is_main)
        escape_of_locals(an, s, result, t);
    forget_locals(an, s, ret); /* but for the value that is returned */
    check_lost(an, s, t->span);
    leave_function(an, s, result);
}
