/* engine/safe_alias.c - level safe: two names that may be of one object.
 *
 *     int step(struct cursor *a, struct cursor *b)
 *         if (a->at == NULL) return 0;
 *         b->at = NULL;                    a->at is as declared again: it may be the one
 *
 * What callers gave may be one object under two names, where types allow it. Objects that an object
 * owns are apart from each other, and from it; so is what was made here. What is forgotten of the
 * other one is as its type declares. Of single bytes nothing is forgotten: that a text written
 * through one pointer ends is kept by whoever writes it. */
#include "engine/safe.h"

static bool is_foreign(const Analysis *an, uint32_t region)
{
    const RegionInfo *i = region_info(an, region);
    if (i->kind == REGION_GLOBAL)
        return i->type && i->type->kind != TYPE_FUNCTION && !(i->type->quals & QUAL_CONST);
    return i->kind == REGION_ENTRY || i->kind == REGION_UNKNOWN ||
           (i->kind == REGION_HEAP && i->given && !i->maker);
}

/* The object that keeps it alive in the end. */
static uint32_t root_of(const State *s, uint32_t region)
{
    for (int depth = 0; depth < 16; depth++) {
        uint32_t owner = 0;
        for (uint32_t i = 0; i < s->loan_count && !owner; i++)
            if (s->loans[i].borrower == region && !s->loans[i].content)
                owner = s->loans[i].owner;
        if (!owner)
            return region;
        region = owner;
    }
    return region;
}

static bool is_restrict(const Analysis *an, uint32_t region)
{
    const FunctionContract *k = an->safe->contract;
    for (uint32_t i = 0; i < k->param_count; i++)
        if (an->safe->entry[i].kind == VAL_PTR && an->safe->entry[i].id == region &&
            (k->types[i].type->quals & QUAL_RESTRICT))
            return true;
    return false;
}

bool safe_may_alias(const Analysis *an, const State *s, uint32_t a, uint32_t b)
{
    if (a == b || !is_foreign(an, a) || !is_foreign(an, b))
        return false;
    const RegionState *x = state_region_find(s, a), *y = state_region_find(s, b);
    if (!x || !y || x->null == NULL_IS || y->null == NULL_IS)
        return false;
    uint32_t m = root_of(s, a), n = root_of(s, b);
    if (m == n) /* one of them was found in it, by somebody */
        return (x->own != OWN_YES && a != m) || (y->own != OWN_YES && b != n);
    return !is_restrict(an, m) && !is_restrict(an, n);
}

/* May a cell of the one be what a store of size bytes at off of the other has hit? */
static bool may_be_hit(const Type *a, const Type *b, const Cell *c, const Type *stored, int64_t off,
                       uint64_t size)
{
    if (a && b && a->canon == b->canon)
        return c->off_sym || (c->off < off + (int64_t)size && c->off + (int64_t)c->size > off);
    const Type *at = b ? type_at(b, safe_in_element(b, c->off), c->size) : NULL;
    if (a && at && (a->kind == TYPE_POINTER || type_is_integer(a)))
        return at->canon == a->canon; /* int * against a member */
    return b && stored && (b->kind == TYPE_POINTER || type_is_integer(b)) &&
           b->canon == stored->canon;
}

void safe_alias_store(Analysis *an, State *s, Value p, uint64_t size, const Type *stored)
{
    const Type *a = region_info(an, p.id)->type;
    if (size < 2 || !is_foreign(an, p.id))
        return;
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
        if (!c.region || c.region == p.id || cell_is_part(&c) ||
            !safe_may_alias(an, s, p.id, c.region) ||
            !may_be_hit(a, region_info(an, c.region)->type, &c, stored, p.num, size))
            continue;
        if (c.value.kind != VAL_PTR)
            state_forget_cell(s, i);
        else if (safe_is_declared(an, s, &c))
            safe_put_back_cell(an, s, i);
    }
}

uint32_t safe_aliases(Analysis *an, const State *s, uint32_t region, uint32_t **out)
{
    const Type *t = region_info(an, region)->type;
    uint32_t n = 0;
    *out = ARENA_ARRAY(an->scratch, uint32_t, s->region_count + 1);
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        const Type *u = region_info(an, r)->type;
        if (t && u && t->canon == u->canon && s->regions[i].life == LIFE_LIVE &&
            safe_may_alias(an, s, region, r))
            (*out)[n++] = r;
    }
    return n;
}
