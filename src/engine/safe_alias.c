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

static uint32_t owner_of(const State *s, uint32_t region)
{
    for (uint32_t i = 0; i < s->loan_count; i++)
        if (s->loans[i].borrower == region && !s->loans[i].content)
            return s->loans[i].owner;
    return 0;
}

/* The object that keeps it alive in the end. */
static uint32_t root_of(const State *s, uint32_t region)
{
    for (int depth = 0; depth < 16; depth++) {
        uint32_t owner = owner_of(s, region);
        if (!owner)
            return region;
        region = owner;
    }
    return region;
}

/* `restrict`, or storage that held nothing when it was given. */
static bool is_apart(const Analysis *an, uint32_t region)
{
    const FunctionContract *k = an->safe->contract;
    for (uint32_t i = 0; i < k->param_count; i++)
        if (an->safe->entry[i].kind == VAL_PTR && an->safe->entry[i].id == region &&
            ((k->types[i].type->quals & QUAL_RESTRICT) || k->params[i].inits))
            return true;
    return false;
}

bool safe_may_alias(const Analysis *an, const State *s, uint32_t a, uint32_t b)
{
    if (a == b || !is_foreign(an, a) || !is_foreign(an, b))
        return false;
    const RegionState *x = state_region_find(s, a), *y = state_region_find(s, b);
    if (!x || !y || x->null == NULL_IS || y->null == NULL_IS || x->life != LIFE_LIVE ||
        y->life != LIFE_LIVE)
        return false;
    uint32_t m = root_of(s, a), n = root_of(s, b);
    bool owned_a = x->own == OWN_YES, owned_b = y->own == OWN_YES;
    if ((owned_a && a == m) || (owned_b && b == n)) /* it is ours alone */
        return false;
    if (owned_a && owned_b) /* at the same place of what may be one object */
        return region_info(an, a)->off == region_info(an, b)->off &&
               safe_may_alias(an, s, owner_of(s, a), owner_of(s, b));
    if (m == n) /* one of them was found in it, by somebody */
        return (!owned_a && a != m) || (!owned_b && b != n);
    return !is_apart(an, m) && !is_apart(an, n);
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

/* The object is as declared, and is taken for that from here. One that is being changed is not
 * looked at: who changes two names of one object at a time has both in his hands. */
static void forget_object(Analysis *an, State *s, uint32_t region)
{
    const Type *t = region_info(an, region)->type;
    KeepAsk ask = {.at = an->span, .silent = true};
    if (!t || !safe_keeps(an, s, value_ptr(region, 0), t, &ask))
        return;
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
        if (c.region == region && !cell_is_part(&c))
            safe_put_back_cell(an, s, i);
    }
}

void safe_alias_store(Analysis *an, State *s, Value p, uint64_t size, const Type *stored)
{
    const Type *a = region_info(an, p.id)->type;
    if (size < 2 || !is_foreign(an, p.id))
        return;
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
        const Type *b = c.region ? region_info(an, c.region)->type : NULL;
        if (!c.region || c.region == p.id || cell_is_part(&c) ||
            !safe_may_alias(an, s, p.id, c.region) || !may_be_hit(a, b, &c, stored, p.num, size))
            continue;
        RegionState *held = c.value.kind == VAL_PTR ? state_region(an, s, c.value.id) : NULL;
        bool same = held && a && a->canon == b->canon && c.off == p.num && !c.off_sym;
        if (same && held->life == LIFE_UNKNOWN) /* released under this name: there is another now */
            held->life = LIFE_LIVE;
        forget_object(an, s, c.region);
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
