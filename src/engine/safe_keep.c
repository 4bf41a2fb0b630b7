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
    uint32_t off_sym; /* of the object in its array, or 0 */
    uint32_t depth;
    bool broken;
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

typedef enum Certainty { CERTAIN, DOUBTED } Certainty;

/* False: only the answer counts, and nothing is changed. */
static bool say(Keeping *k, const Violation *v, Certainty how)
{
    k->broken = true;
    if (k->ask->silent)
        return false;
    if (how == DOUBTED)
        safe_doubt(k->an, k->s, v);
    else
        violate(k->an, k->s, v);
    return true;
}

static void keep_object(Keeping *k, uint32_t region, int64_t base, const Type *t);

static void keep_uninit(Keeping *k, uint32_t region)
{
    Violation v =
        broken(k, k->ask->at_return ? VIOLATION_CONTRACT : VIOLATION_UNINIT, WHY_UNFILLED, region);
    (void)say(k, &v, CERTAIN);
}

static bool keep_elements(Keeping *k, Value v, const Promise *p, const Scope *scope,
                          const Type *elem);

/* What the pointer leads to is as large, and ended, as its annotations say. */
static void keep_extent(Keeping *k, const Promise *p, const Scope *scope, const Type *t, Value v)
{
    Analysis *an = k->an;
    NumberAsk ask = {.span = k->ask->at, .subject = k->ask->at, .callee = k->ask->callee};
    if (p->count) {
        Value bytes = promised_bytes(an, k->s, p, scope, t->elem);
        if (!k->ask->silent)
            k->broken |= !oblige_extent(an, k->s, v, bytes, &ask);
        else
            k->broken |= !extent_is_proved(an, k->s, v, bytes);
        if (!k->broken)
            (void)keep_elements(k, v, p, scope, t->elem);
    } else if (p->string && !string_is_proved(an, k->s, v)) {
        k->broken = true;
        if (!k->ask->silent)
            oblige_string(an, k->s, v, &ask);
    }
}

/* How many owning members of the object hold it? */
static uint32_t places_in(const Analysis *an, const State *s, uint32_t held, uint32_t holder)
{
    const Type *t = region_info(an, holder)->type;
    uint32_t n = 0;
    for (uint32_t c = state_first_cell(s, holder);
         c < s->cell_count && s->cells[c].region == holder; c++) {
        Value v = s->cells[c].value;
        Member m;
        bool member = v.kind == VAL_PTR && v.id == held && t && s->cells[c].off >= 0 &&
                      member_at(t, safe_in_element(t, s->cells[c].off), &m);
        const Type *at = member ? m.field->type : NULL;
        while (at && at->kind == TYPE_ARRAY)
            at = at->elem;
        n += at && at->kind == TYPE_POINTER && contract_level(at, m.field->attrs).own;
    }
    return n;
}

/* Is it in this object, and at one place of it, that the owned one lives? */
static bool is_held_by(const Analysis *an, const State *s, const RegionState *rs, uint32_t holder)
{
    if (places_in(an, s, rs->region, holder) > 1)
        return false;
    if (loan_is(s, rs->region, holder))
        return true;
    if (rs->own != OWN_YES)
        return false;
    for (uint32_t i = 0; i < s->loan_count; i++) {
        if (s->loans[i].borrower != rs->region || s->loans[i].content)
            continue;
        uint32_t other = s->loans[i].owner;
        for (uint32_t c = state_first_cell(s, other);
             c < s->cell_count && s->cells[c].region == other; c++)
            if (s->cells[c].value.kind == VAL_PTR && s->cells[c].value.id == rs->region)
                return false;
    }
    return true;
}

static bool keep_nonnull(Keeping *k, const Promise *p, Value v)
{
    Violation null = broken(k, VIOLATION_NULL, WHY_MEMBER, 0);
    if (v.kind != VAL_PTR) {
        if (v.kind == VAL_INT && p->level.nullable)
            return false;
        null.cause = v.kind == VAL_INT ? v.id : 0;
        null.maybe = v.kind != VAL_INT;
        (void)say(k, &null, v.kind == VAL_INT ? CERTAIN : DOUBTED);
        return false;
    }
    RegionState *rs = state_region(k->an, k->s, v.id);
    if (rs->null == NULL_IS && p->level.nullable)
        return false;
    bool counted = p->count && region_info(k->an, v.id)->counted;
    if (rs->null == NULL_NO || p->level.nullable || counted)
        return true;
    null.region = v.id;
    null.cause = rs->null_event;
    null.maybe = rs->null != NULL_IS;
    if (say(k, &null, DOUBTED))
        state_region(k->an, k->s, v.id)->null = NULL_NO;
    return true;
}

/* False: there is no more to be asked of it. */
static bool keep_alive(Keeping *k, const Promise *p, Value v)
{
    RegionState *rs = state_region(k->an, k->s, v.id);
    if (life_is_released(rs->life) && p->level.own) {
        Violation out = broken(k, VIOLATION_CONTRACT, WHY_MOVED_OUT, v.id);
        out.cause = rs->event;
        (void)say(k, &out, CERTAIN);
        return false;
    }
    if (rs->life == LIFE_LIVE)
        return true;
    Violation dead =
        broken(k, safe_kind_of_end(k->an, rs), k->ask->at_return ? WHY_MEMBER : WHY_NONE, v.id);
    dead.cause = rs->event;
    if (say(k, &dead, rs->life == LIFE_UNKNOWN ? DOUBTED : CERTAIN))
        state_region(k->an, k->s, v.id)->life = LIFE_LIVE;
    return true;
}

static void keep_pointer(Keeping *k, const Type *t, const Attr *attrs, bool safe, Value v,
                         const Scope *scope)
{
    Analysis *an = k->an;
    State *s = k->s;
    Promise p = promise_of(an, t, attrs, safe);
    if (!p.known || t->elem->kind == TYPE_FUNCTION)
        return;
    if (!keep_nonnull(k, &p, v) || !keep_alive(k, &p, v))
        return;
    const RegionState *rs = state_region(an, s, v.id);
    if (p.level.own && (!is_held_by(an, s, rs, scope->region) || v.num || v.off_sym)) {
        Violation not_owned = broken(k, VIOLATION_CONTRACT, WHY_NOT_OWNED, v.id);
        (void)say(k, &not_owned, CERTAIN);
    }
    if (state_region(an, s, v.id)->null == NULL_NO || p.count)
        keep_extent(k, &p, scope, t, v);
    bool inner = p.level.own && type_is_complete(t->elem) && !p.count && k->depth < 8;
    if (inner) {
        uint32_t outer = k->off_sym;
        k->off_sym = 0;
        keep_object(k, v.id, 0, t->elem);
        k->off_sym = outer;
    }
    if (p.level.own && k->ask->at_return && !k->ask->silent)
        state_region(an, s, v.id)->own = OWN_NONE; /* the object has it */
}

static void keep_scalar(Keeping *k, uint32_t region, int64_t off, const Type *t, const Field *f,
                        bool safe, const Scope *scope)
{
    const Cell *cell;
    uint64_t size = t->size ? t->size : 1;
    Value v = state_peek(k->an, k->s, region, off, k->off_sym, size, &cell);
    const RegionState *rs = state_region_find(k->s, region);
    Array a;
    Value at = {VAL_PTR, region, k->off_sym, off};
    bool part = !cell && rs && rs->content != CONTENT_ANY && array_at(k->an, k->s, at, &a);
    bool in = part && part_has(k->an, k->s, at, value_int((int64_t)size));
    if (part ? !in : v.kind == VAL_UNINIT) {
        if (!(f && f->is_bit_field))
            keep_uninit(k, region);
        return;
    }
    if (t->kind != TYPE_POINTER)
        return;
    if (!cell && (!rs || rs->content == CONTENT_ENTRY || in))
        return; /* as it was */
    keep_pointer(k, t, f ? f->attrs : NULL, safe, v, scope);
}

static void keep_invariants(Keeping *k, const Scope *scope)
{
    for (const Attr *a = scope->record->canon->u.record->attrs; a; a = a->next) {
        if (a->known != ATTR_CORTEN_INVARIANT)
            continue;
        const Formula *f = formula_parse(k->an->scratch, a->tokens, a->token_count);
        safe_open(k->an, k->s, scope->region, scope->base, scope->off_sym, scope->record);
        int holds = f ? formula_truth(k->an, k->s, f, scope) : -1;
        if (holds == 1)
            continue;
        Violation v = broken(k, VIOLATION_CONTRACT, WHY_INVARIANT, scope->region);
        v.wanted = scope->record;
        if (say(k, &v, holds ? DOUBTED : CERTAIN) && f)
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
        if (k->s->cells[i].off == off && k->s->cells[i].off_sym == scope->off_sym)
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
        (void)say(k, &v, CERTAIN);
        return;
    }
}

static void keep_record(Keeping *k, uint32_t region, int64_t base, const Type *t)
{
    const Record *r = t->canon->u.record;
    Scope scope = {
        .kind = SCOPE_FIELDS, .region = region, .off_sym = k->off_sym, .base = base, .record = t};
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

static void keep_range(Keeping *k, const Array *a, Value v, Value bytes);

/* A member, or a row. One of numbers may be filled in part. */
static void keep_array(Keeping *k, uint32_t region, int64_t base, const Type *t)
{
    Array a;
    Value at = {VAL_PTR, region, k->off_sym, base};
    const Type *elem = t->elem;
    while (elem->kind == TYPE_ARRAY)
        elem = elem->elem;
    if (type_is_integer(elem) || type_is_floating(elem) || !elem->size)
        return;
    if (!k->off_sym && array_at(k->an, k->s, at, &a) && a.base == base) {
        keep_range(k, &a, at, value_int((int64_t)t->size));
        return;
    }
    for (uint64_t i = 0; i < t->u.array.count && i < 16; i++) /* of an element of another one */
        keep_object(k, region, base + (int64_t)(i * t->elem->size), t->elem);
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
    } else if (t->kind == TYPE_ARRAY) {
        keep_array(k, region, base, t);
    } else if (t->kind != TYPE_UNION && t->kind != TYPE_FUNCTION && !type_is_void(t)) {
        Scope scope = {.kind = SCOPE_ENTRY, .region = region, .contract = k->an->safe->contract};
        keep_scalar(k, region, base, t, NULL, region_info(k->an, region)->promised, &scope);
    }
    k->depth--;
}

/* Elements that were touched, and are none of the part. bytes: so many count; UNKNOWN: all. */
static void keep_touched(Keeping *k, const Array *a, Value v, Value bytes)
{
    int64_t size = (int64_t)a->elem->size;
    for (uint32_t i = state_first_cell(k->s, v.id);
         i < k->s->cell_count && k->s->cells[i].region == v.id; i++) {
        const Cell c = k->s->cells[i];
        int64_t in = c.off - a->base, start = c.off - ((in % size) + size) % size;
        bool beyond = !c.off_sym && !v.off_sym &&
                      (start < v.num || (bytes.kind == VAL_INT && start >= v.num + bytes.num));
        bool again = i && k->s->cells[i - 1].region == v.id && k->s->cells[i - 1].off >= start &&
                     k->s->cells[i - 1].off_sym == c.off_sym;
        Array of;
        if (beyond || again || cell_is_part(&c) ||
            !array_at(k->an, k->s, (Value){VAL_PTR, v.id, c.off_sym, c.off}, &of) ||
            of.base != a->base)
            continue;
        uint32_t outer = k->off_sym;
        k->off_sym = c.off_sym;
        keep_object(k, v.id, start, a->elem);
        k->off_sym = outer;
    }
}

/* So many bytes of elements from v on are as declared. */
static void keep_range(Keeping *k, const Array *a, Value v, Value bytes)
{
    Analysis *an = k->an;
    State *s = k->s;
    if (!k->ask->silent)
        (void)safe_settle(an, s, v, SETTLE_ALL);
    if (state_region(an, s, v.id)->content == CONTENT_ANY && !part_is_known(an, s, a))
        return;
    int64_t size = (int64_t)a->elem->size;
    bool few = bytes.kind == VAL_INT && bytes.num <= 16 * size && !v.off_sym;
    if (part_has(an, s, v, bytes)) {
        keep_touched(k, a, v, bytes);
        return;
    }
    for (int64_t off = 0; few && off < bytes.num && !k->broken; off += size)
        keep_object(k, v.id, v.num + off, a->elem);
    if (!few)
        keep_uninit(k, v.id);
}

/* All of the elements that were promised are as declared; those that own something are all. */
static bool keep_elements(Keeping *k, Value v, const Promise *p, const Scope *scope,
                          const Type *elem)
{
    Analysis *an = k->an;
    State *s = k->s;
    Promise some = *p;
    some.count = p->filled ? p->filled : p->count;
    Value bytes = promised_bytes(an, s, &some, scope, elem);
    Array a;
    if (!array_at(an, s, v, &a) || a.elem->size != elem->size) {
        if (type_is_complete(elem) && !(bytes.kind == VAL_INT && bytes.num == 0))
            keep_object(k, v.id, v.num, elem);
        return !k->broken;
    }
    keep_range(k, &a, v, bytes);
    if (p->filled && type_owns(elem) && !part_is_within(an, s, &a, bytes)) {
        Violation more = broken(k, VIOLATION_LOST, WHY_NONE, v.id);
        (void)say(k, &more, CERTAIN);
    }
    return !k->broken;
}

bool safe_keeps(Analysis *an, State *s, Value p, const Type *t, const KeepAsk *ask)
{
    Keeping k = {.an = an, .s = s, .ask = ask, .off_sym = p.off_sym};
    if (!type_is_complete(t))
        return true;
    Array a;
    if (ask->at_return && !p.num && !p.off_sym && array_at(an, s, p, &a) &&
        a.elem->size == t->size) {
        (void)safe_settle(an, s, p, SETTLE_ALL);
        keep_touched(&k, &a, p, value_unknown());
    } else {
        keep_object(&k, p.id, p.num, t);
    }
    return !k.broken;
}

bool safe_keeps_elements(Analysis *an, State *s, Value p, const Promise *promise,
                         const Scope *scope, const Type *elem, const KeepAsk *ask)
{
    Keeping k = {.an = an, .s = s, .ask = ask};
    return !type_is_complete(elem) || keep_elements(&k, p, promise, scope, elem);
}
