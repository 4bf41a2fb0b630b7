/* engine/safe_keep.c - level safe: does an object keep what its type promises?
 *
 *     struct buf { char *__own __counted_by(cap) data; size_t cap; } __invariant(cap > 0);
 *     b->data is owned, non-null and has cap bytes; cap > 0; both are initialised
 *
 * It may be otherwise for a while, but not where others can look: at a call that reaches the object
 * and at a return. Only what this function has touched is asked; the rest is as declared. */
#include "engine/safe.h"

typedef struct Keeping {
    Analysis *an;
    State *s;
    const KeepAsk *ask;
    uint32_t depth;
} Keeping;

static Violation broken(const Keeping *k, ViolationKind kind, WhyRefused why, uint32_t region)
{
    return (Violation){.kind = kind,
                       .span = k->ask->at,
                       .subject = k->ask->at,
                       .region = region,
                       .argument = !k->ask->at_return,
                       .callee = k->ask->callee,
                       .reached = true,
                       .why = (uint8_t)why};
}

static void keep_object(Keeping *k, uint32_t region, int64_t base, const Type *t);

static void keep_uninit(Keeping *k, uint32_t region)
{
    Violation v =
        broken(k, k->ask->at_return ? VIOLATION_CONTRACT : VIOLATION_UNINIT, WHY_UNFILLED, region);
    violate(k->an, k->s, &v);
}

/* What the pointer leads to is as large, and ended, as its annotations say. */
static void keep_extent(Keeping *k, const Promise *p, const Scope *scope, const Type *t, Value v)
{
    Analysis *an = k->an;
    NumberAsk ask = {.span = k->ask->at, .subject = k->ask->at, .callee = k->ask->callee};
    if (p->count) {
        (void)oblige_extent(an, k->s, v, promised_bytes(an, k->s, p, scope, t->elem), &ask);
    } else if (p->string) {
        oblige_string(an, k->s, v, &ask);
    }
}

static void keep_pointer(Keeping *k, const Type *t, const Attr *attrs, bool safe, Value v,
                         const Scope *scope)
{
    Analysis *an = k->an;
    State *s = k->s;
    Promise p = promise_of(an, t, attrs, safe);
    if (!p.known || t->elem->kind == TYPE_FUNCTION)
        return;
    if (v.kind != VAL_PTR) {
        if (v.kind == VAL_INT && p.level.nullable)
            return;
        Violation null = broken(k, VIOLATION_NULL, WHY_MEMBER, 0);
        null.cause = v.kind == VAL_INT ? v.id : 0;
        null.maybe = v.kind != VAL_INT;
        if (v.kind == VAL_INT)
            violate(an, s, &null);
        else
            safe_doubt(an, s, &null);
        return;
    }
    RegionState *rs = state_region(an, s, v.id);
    if (rs->null == NULL_IS && p.level.nullable)
        return;
    if (life_is_released(rs->life) && p.level.own) {
        Violation out = broken(k, VIOLATION_CONTRACT, WHY_MOVED_OUT, v.id);
        out.cause = rs->event;
        violate(an, s, &out);
        return;
    }
    if (rs->null != NULL_NO && !p.level.nullable && !(p.count && region_info(an, v.id)->counted)) {
        Violation null = broken(k, VIOLATION_NULL, WHY_MEMBER, v.id);
        null.cause = rs->null_event;
        null.maybe = rs->null != NULL_IS;
        safe_doubt(an, s, &null);
        rs = state_region(an, s, v.id);
        rs->null = NULL_NO;
    }
    if (rs->life != LIFE_LIVE) {
        Violation dead =
            broken(k, safe_kind_of_end(an, rs), k->ask->at_return ? WHY_MEMBER : WHY_NONE, v.id);
        dead.cause = rs->event;
        if (rs->life == LIFE_UNKNOWN)
            safe_doubt(an, s, &dead);
        else
            violate(an, s, &dead);
        rs = state_region(an, s, v.id);
        rs->life = LIFE_LIVE;
    }
    bool held = rs->own == OWN_YES || loan_is(s, v.id, scope->region);
    if (p.level.own && (!held || v.num || v.off_sym)) {
        Violation not_owned = broken(k, VIOLATION_CONTRACT, WHY_NOT_OWNED, v.id);
        violate(an, s, &not_owned);
    }
    if (rs->null == NULL_NO || p.count)
        keep_extent(k, &p, scope, t, v);
    bool inner = p.level.own && type_is_complete(t->elem) && k->depth < 8;
    if (inner)
        keep_object(k, v.id, 0, t->elem);
    if (p.level.own && k->ask->at_return)
        state_region(an, s, v.id)->own = OWN_NONE; /* the object has it */
}

static void keep_scalar(Keeping *k, uint32_t region, int64_t off, const Type *t, const Field *f,
                        bool safe, const Scope *scope)
{
    const Cell *cell;
    Value v = state_peek(k->an, k->s, region, off, 0, t->size ? t->size : 1, &cell);
    const RegionState *rs = state_region_find(k->s, region);
    if (v.kind == VAL_UNINIT) {
        if (!(f && f->is_bit_field))
            keep_uninit(k, region);
        return;
    }
    if (t->kind != TYPE_POINTER)
        return;
    if (!cell && (!rs || rs->content == CONTENT_ENTRY))
        return; /* as it was */
    keep_pointer(k, t, f ? f->attrs : NULL, safe, v, scope);
}

static void keep_invariants(Keeping *k, const Scope *scope)
{
    for (const Attr *a = scope->record->canon->u.record->attrs; a; a = a->next) {
        if (a->known != ATTR_CORTEN_INVARIANT)
            continue;
        const Formula *f = formula_parse(k->an->scratch, a->tokens, a->token_count);
        safe_open(k->an, k->s, scope->region, scope->base, 0, scope->record);
        int holds = f ? formula_truth(k->an, k->s, f, scope) : -1;
        if (holds == 1)
            continue;
        Violation v = broken(k, VIOLATION_CONTRACT, WHY_INVARIANT, scope->region);
        v.wanted = scope->record;
        if (holds)
            safe_doubt(k->an, k->s, &v);
        else
            violate(k->an, k->s, &v);
        if (f)
            (void)formula_assume(k->an, k->s, f, scope, true);
    }
}

/* The member that the tag names is the one that was written last. */
static void keep_union(Keeping *k, const Scope *scope, const Field *u)
{
    Analysis *an = k->an;
    int64_t off = scope->base + (int64_t)u->offset;
    const Record *r = u->type->canon->u.record;
    const Cell *cell = NULL;
    for (uint32_t i = state_first_cell(k->s, scope->region);
         i < k->s->cell_count && k->s->cells[i].region == scope->region && !cell; i++)
        if (k->s->cells[i].off == off && !k->s->cells[i].off_sym)
            cell = &k->s->cells[i];
    const Type *written = cell && cell->written.begin ? cell->type : NULL;
    for (uint32_t i = 0; i < r->field_count && written; i++) {
        Name tag;
        const Formula *value;
        if (!safe_tag(an, &r->fields[i], &tag, &value))
            continue;
        Formula name = {.kind = FORMULA_NAME, .name = tag};
        Formula equal = {.kind = FORMULA_BINARY, .op = BIN_EQ, .a = &name, .b = value};
        if (formula_truth(an, k->s, &equal, scope) == 0 ||
            r->fields[i].type->canon == written->canon)
            continue;
        Violation v = broken(k, VIOLATION_TYPE, WHY_DISAGREE, scope->region);
        violate(an, k->s, &v);
        return;
    }
}

static void keep_record(Keeping *k, uint32_t region, int64_t base, const Type *t)
{
    const Record *r = t->canon->u.record;
    Scope scope = {.kind = SCOPE_FIELDS, .region = region, .base = base, .record = t};
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        int64_t off = base + (int64_t)f->offset;
        if (f->flexible || (f->is_bit_field && !f->name))
            continue;
        if (f->type->kind == TYPE_STRUCT || f->type->kind == TYPE_ARRAY)
            keep_object(k, region, off, f->type);
        else if (f->type->kind == TYPE_UNION)
            keep_union(k, &scope, f);
        else
            keep_scalar(k, region, off, f->type, f, r->safe, &scope);
    }
    keep_invariants(k, &scope);
}

static void keep_object(Keeping *k, uint32_t region, int64_t base, const Type *t)
{
    const RegionState *rs = state_region_find(k->s, region);
    uint32_t first = state_first_cell(k->s, region);
    bool touched = first < k->s->cell_count && k->s->cells[first].region == region;
    if (!touched && (!rs || rs->content == CONTENT_ENTRY))
        return;
    k->depth++;
    if (t->kind == TYPE_STRUCT) {
        keep_record(k, region, base, t);
    } else if (t->kind == TYPE_ARRAY && t->elem->size) {
        bool text = type_is_integer(t->elem); /* an array may be filled in part */
        for (uint64_t i = 0; !text && i < t->u.array.count && i < 16; i++)
            keep_object(k, region, base + (int64_t)(i * t->elem->size), t->elem);
    } else if (t->kind != TYPE_UNION && t->kind != TYPE_FUNCTION && !type_is_void(t)) {
        Scope scope = {.kind = SCOPE_ENTRY, .contract = k->an->safe->contract};
        keep_scalar(k, region, base, t, NULL, region_info(k->an, region)->promised, &scope);
    }
    k->depth--;
}

/* Members of arrays that were touched at an index that only a symbol names. */
static void keep_indexed(Keeping *k, uint32_t region, const Type *t)
{
    for (uint32_t i = state_first_cell(k->s, region);
         i < k->s->cell_count && k->s->cells[i].region == region; i++) {
        const Cell c = k->s->cells[i];
        Member m;
        if (!c.off_sym || c.value.kind != VAL_PTR || c.size != 8)
            continue;
        bool member = member_at(t, t->size ? c.off % (int64_t)t->size : c.off, &m);
        const Type *at = member ? m.field->type : t;
        while (at->kind == TYPE_ARRAY)
            at = at->elem;
        Scope scope = {.kind = SCOPE_FIELDS, .region = region, .record = member ? m.record : t};
        Promise p = promise_of(k->an, at, NULL, member && m.record->canon->u.record->safe);
        if (at->kind == TYPE_POINTER && !p.count && !p.end)
            keep_pointer(k, at, NULL, member && m.record->canon->u.record->safe, c.value, &scope);
    }
}

void safe_keeps(Analysis *an, State *s, uint32_t region, int64_t base, const Type *t,
                const KeepAsk *ask)
{
    Keeping k = {.an = an, .s = s, .ask = ask};
    if (!type_is_complete(t))
        return;
    keep_object(&k, region, base, t);
    keep_indexed(&k, region, t);
}
