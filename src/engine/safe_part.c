/* engine/safe_part.c - level safe: of an array, which elements are as declared.
 *
 *     p = malloc(n * sizeof *p);                   [0, 0)
 *     for (i = 0; i < n; i++) p[i] = ...           [0, i) whenever the loop begins anew
 *     f(p, n)                                      asks for [0, n)
 *     while (n > 0) free(p[--n]);                  [0, n)
 *
 * Of an array, be it an object or a member of one, a part [from, to) is as its type declares; the
 * other elements hold nothing. Both ends are numbers like any other, so that joins relate them to
 * counters. They stand in the state as two cells at offsets that no byte of an object has; where
 * there are none, the object's content says it of all elements. An element that is touched is a
 * matter of cells until it is settled: whole, and next to the part, it becomes one of it; torn, and
 * at an end of it, it leaves it. */
#include "engine/safe.h"

/* ---- arrays ---------------------------------------------------------------------------------- */
/* The member array around a byte of a struct; the outermost one. */
static const Type *member_array(const Type *t, int64_t off, int64_t *base)
{
    *base = 0;
    while (t && t->kind == TYPE_STRUCT && off >= 0) {
        const Field *in = NULL;
        const Record *r = t->canon->u.record;
        for (uint32_t i = 0; i < r->field_count && !in; i++) {
            const Field *f = &r->fields[i];
            bool around = (uint64_t)off >= f->offset && (uint64_t)off < f->offset + f->type->size;
            in = around && !f->is_bit_field ? f : NULL;
        }
        if (!in)
            return NULL;
        *base += (int64_t)in->offset;
        off -= (int64_t)in->offset;
        t = in->type;
    }
    return t && t->kind == TYPE_ARRAY ? t : NULL;
}

/* Of bytes strings know more. */
static const Type *element_type(const Type *t)
{
    while (t && t->kind == TYPE_ARRAY)
        t = t->elem;
    bool known = t && t->kind != TYPE_FUNCTION && type_is_complete(t) && t->size > 1;
    return known ? t : NULL;
}

/* How many elements an object of so many bytes has; UNKNOWN. */
static Value count_in(const Analysis *an, Value size, const Type *elem)
{
    if (size.kind == VAL_INT)
        return value_int(size.num / (int64_t)elem->size);
    if (size.kind != VAL_SYM || size.num)
        return value_unknown();
    const SymInfo *i = sym_info(an, size.id);
    bool product = i->kind == SYMBOL_BINARY && i->op == BIN_MUL;
    if (product && i->b.kind == VAL_INT && i->b.num == (int64_t)elem->size)
        return i->a;
    if (product && i->a.kind == VAL_INT && i->a.num == (int64_t)elem->size)
        return i->b;
    return value_unknown();
}

bool array_at(const Analysis *an, const State *s, Value p, Array *out)
{
    const RegionInfo *info = region_info(an, p.id);
    const RegionState *rs = state_region_find(s, p.id);
    const Type *t = info->type;
    if (info->kind == REGION_STRING || info->kind == REGION_HANDLE || !rs)
        return false;
    if (info->kind == REGION_HEAP && rs->held && (!t || !type_is_complete(t) || type_is_void(t)))
        t = rs->held;
    const Type *elem = element_type(t);
    bool one = rs->size.kind == VAL_UNKNOWN ||
               (rs->size.kind == VAL_INT && elem && rs->size.num < 2 * (int64_t)elem->size);
    bool many = t && (t->kind == TYPE_ARRAY || !one);
    if (elem && many) {
        *out = (Array){.region = p.id, .elem = elem, .count = count_in(an, rs->size, elem)};
        return true;
    }
    if (many || !t || t->kind != TYPE_STRUCT)
        return false;
    i128 lo = p.off_sym ? state_range(an, s, value_offset(p), NULL).lo : p.num;
    const Type *array;
    *out = (Array){.region = p.id};
    array = member_array(t, lo >= 0 && lo < (i128)t->size ? (int64_t)lo : p.num, &out->base);
    out->elem = element_type(array);
    if (!out->elem)
        return false;
    out->count = value_int((int64_t)(array->size / out->elem->size));
    return true;
}

bool safe_is_array(const Analysis *an, const State *s, uint32_t region, int64_t off,
                   uint32_t off_sym)
{
    Array a;
    return array_at(an, s, (Value){VAL_PTR, region, off_sym, off}, &a);
}

/* Is the cell about an element of it? */
static bool is_in(const Analysis *an, const State *s, const Cell *c, const Array *a)
{
    Array of;
    return c->region == a->region && !cell_is_part(c) && c->size <= a->elem->size &&
           array_at(an, s, (Value){VAL_PTR, c->region, c->off_sym, c->off}, &of) &&
           of.base == a->base;
}

/* ---- numbers --------------------------------------------------------------------------------- */
static Value plus(Value n, int64_t by)
{
    n.num += by;
    n.id = n.kind == VAL_INT ? 0 : n.id;
    return n;
}

/* a - b * times, as far as it is known. No object has so many elements that their size wraps. */
static Interval difference_of(Analysis *an, State *s, Value a, Value b, uint64_t times)
{
    Linear (*const readings[])(const Analysis *, const State *, Value) = {linear_of, linear_whole,
                                                                          linear_plain};
    Interval all = {-INT128_FAR, INT128_FAR};
    for (uint32_t i = 0; i < COUNT_OF(readings); i++) {
        Linear l = readings[i](an, s, a), y = readings[i](an, s, b);
        for (uint32_t k = 0; k < y.count; k++)
            y.term[k].by *= (i128)times;
        y.add *= (i128)times;
        l = linear_sub(l, y);
        Interval d = linear_interval(an, s, &l);
        if (!l.known)
            continue;
        all.lo = d.lo > all.lo ? d.lo : all.lo;
        all.hi = d.hi < all.hi ? d.hi : all.hi;
    }
    return all;
}

static bool is_empty(Analysis *an, State *s, Value from, Value to)
{
    return difference_of(an, s, to, from, 1).hi <= 0;
}

/* Bytes from the array's start to where p points. */
static Value offset_in(const Array *a, Value p)
{
    return plus(value_offset(p), -a->base);
}

/* Is p where the element of that index begins? */
static bool is_at(Analysis *an, State *s, const Array *a, Value p, Value index)
{
    Interval d = difference_of(an, s, offset_in(a, p), index, a->elem->size);
    return d.lo == 0 && d.hi == 0;
}

/* ---- the part -------------------------------------------------------------------------------- */
static int64_t end_cell(const Array *a)
{
    return PART_FROM - 16 * a->base;
}

/* Is an object of zeros what the type declares? */
static bool zero_is_declared(const Type *t, int depth)
{
    if (type_is_integer(t) || type_is_floating(t))
        return true;
    if (t->kind == TYPE_POINTER)
        return contract_level(t, NULL).nullable;
    if (t->kind == TYPE_ARRAY)
        return zero_is_declared(t->elem, depth + 1);
    if (t->kind != TYPE_STRUCT || depth > 8 ||
        attr_find(t->canon->u.record->attrs, ATTR_CORTEN_INVARIANT))
        return false;
    for (uint32_t i = 0; i < t->canon->u.record->field_count; i++)
        if (!zero_is_declared(t->canon->u.record->fields[i].type, depth + 1))
            return false;
    return true;
}

bool part_range(const Analysis *an, const State *s, const Array *a, Value *from, Value *to)
{
    const RegionState *rs = state_region_find(s, a->region);
    const Cell *known = NULL;
    *from = state_peek(an, s, a->region, end_cell(a), 0, 8, &known);
    *to = state_peek(an, s, a->region, end_cell(a) + 8, 0, 8, NULL);
    if (known)
        return value_is_number(*from) && value_is_number(*to);
    *from = *to = value_int(0);
    switch ((Content)rs->content) {
    case CONTENT_UNINIT: return true;
    case CONTENT_ENTRY: *to = a->count; return value_is_number(*to);
    case CONTENT_ZERO: *to = a->count; return zero_is_declared(a->elem, 0) && value_is_number(*to);
    case CONTENT_ANY: break;
    }
    return false;
}

bool part_is_known(const Analysis *an, const State *s, const Array *a)
{
    const Cell *known = NULL;
    (void)state_peek(an, s, a->region, end_cell(a), 0, 8, &known);
    return known != NULL;
}

void safe_forget_parts(const Analysis *an, State *s, uint32_t region, int64_t off, uint64_t size)
{
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell *c = i < s->cell_count ? &s->cells[i] : NULL;
        int64_t base = c ? (PART_FROM - c->off + 15) / 16 : 0;
        Array a;
        if (c && c->region == region && cell_is_part(c) && base >= off &&
            base < off + (int64_t)size && array_at(an, s, value_ptr(region, base), &a) &&
            a.base == base && size > a.elem->size)
            state_forget_cell(s, i);
    }
}

bool safe_has_part(const Analysis *an, const State *s, uint32_t region, int64_t off)
{
    uint32_t first = state_first_cell(s, region);
    Array a;
    return off >= 0 && first < s->cell_count && s->cells[first].region == region &&
           cell_is_part(&s->cells[first]) && array_at(an, s, value_ptr(region, off), &a) &&
           part_is_known(an, s, &a);
}

void part_set(Analysis *an, State *s, const Array *a, Value from, Value to)
{
    Cell c = {.region = a->region, .off = end_cell(a), .size = 8, .value = from};
    state_put_cell(an, s, &c);
    c.off += 8;
    c.value = to;
    state_put_cell(an, s, &c);
}

static bool has_bytes(Analysis *an, State *s, const Array *a, Value p, Value bytes)
{
    Value from, to;
    bool entry = state_region(an, s, a->region)->content == CONTENT_ENTRY;
    if (entry && !part_is_known(an, s, a))
        return true;
    if (!part_range(an, s, a, &from, &to))
        return false;
    if (bytes.kind == VAL_INT && bytes.num == 0)
        return true;
    const Type *t = type_basic(an->fn->unit->types, TYPE_ULONG);
    Value start = offset_in(a, p);
    Value end = bytes.kind == VAL_INT ? plus(start, bytes.num)
                                      : value_binary(an, s, BIN_ADD, start, bytes, t, t);
    if (difference_of(an, s, start, from, a->elem->size).lo < 0)
        return false;
    if (difference_of(an, s, end, to, a->elem->size).hi <= 0)
        return true;
    Value count = count_in(an, bytes, a->elem); /* where only the object says that it is no wrap */
    return start.kind == VAL_INT && start.num % (int64_t)a->elem->size == 0 &&
           value_is_number(count) &&
           difference_of(an, s, plus(count, start.num / (int64_t)a->elem->size), to, 1).hi <= 0;
}

bool part_has(Analysis *an, State *s, Value p, Value bytes)
{
    Array a;
    bool array = array_at(an, s, p, &a);
    return array ? has_bytes(an, s, &a, p, bytes)
                 : state_region(an, s, p.id)->content == CONTENT_ENTRY;
}

bool part_is_within(Analysis *an, State *s, const Array *a, Value bytes)
{
    Value from, to;
    return part_range(an, s, a, &from, &to) &&
           (difference_of(an, s, bytes, to, a->elem->size).lo >= 0 ||
            difference_of(an, s, to, from, 1).hi <= 0);
}

bool safe_is_filled(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                    uint64_t size)
{
    Array a;
    Value p = {VAL_PTR, region, off_sym, off};
    if (!array_at(an, s, p, &a) || has_bytes(an, s, &a, p, value_int((int64_t)size)))
        return true;
    Interval at = state_range(an, s, value_offset(p), NULL);
    i128 next = at.lo; /* cells at constant offsets, one after the other */
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region && !s->cells[i].off_sym; i++) {
        const Cell *c = &s->cells[i];
        if (c->value.kind != VAL_UNINIT && c->off <= next && c->off + (i128)c->size > next)
            next = c->off + (i128)c->size;
    }
    return next >= at.hi + (i128)size;
}

/* ---- settling -------------------------------------------------------------------------------- */
static Value element_of(const Array *a, const Cell *c)
{
    int64_t size = (int64_t)a->elem->size, in = c->off - a->base;
    return (Value){VAL_PTR, c->region, c->off_sym, c->off - ((in % size) + size) % size};
}

static bool element_is_whole(Analysis *an, State *s, const Array *a, Value at)
{
    KeepAsk ask = {.at = an->span, .silent = true};
    return safe_keeps(an, s, at, a->elem, &ask);
}

static void drop_element(Analysis *an, State *s, const Array *a, Value at, bool whole)
{
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell *c = i < s->cell_count ? &s->cells[i] : NULL;
        if (!c || c->region != at.id || c->off_sym != at.off_sym || c->off < at.num ||
            c->off >= at.num + (int64_t)a->elem->size)
            continue;
        if (whole)
            safe_put_back_cell(an, s, i);
        else
            state_forget_cell(s, i);
    }
}

/* The index of the element, where the offset is a multiple of the size by its form. */
static Value index_at(const Analysis *an, const Array *a, Value at)
{
    int64_t size = (int64_t)a->elem->size, in = at.num - a->base;
    if (!at.off_sym)
        return value_int(in / size);
    const SymInfo *i = sym_info(an, at.off_sym);
    bool product = i->kind == SYMBOL_BINARY && i->op == BIN_MUL && i->b.kind == VAL_INT &&
                   i->b.num == size && i->a.kind == VAL_SYM;
    return product ? value_sym(i->a.id, i->a.num + in / size) : value_unknown();
}

/* Outside the part there is nothing: nobody needs to say so of a single element. */
static bool forget_nothing(Analysis *an, State *s, const Array *a, uint32_t i)
{
    const Cell c = s->cells[i];
    Value from, to, start = {VAL_PTR, c.region, c.off_sym, c.off};
    if (c.value.kind != VAL_UNINIT || !part_range(an, s, a, &from, &to))
        return false;
    start = offset_in(a, start);
    Value end = plus(start, (int64_t)c.size);
    bool inside = difference_of(an, s, start, to, a->elem->size).lo < 0 &&
                  difference_of(an, s, end, from, a->elem->size).hi > 0;
    if (inside ||
        (!part_is_known(an, s, a) && state_region(an, s, a->region)->content != CONTENT_UNINIT))
        return false;
    state_forget_cell(s, i);
    return true;
}

/* A pointer that was found to be null: there is nothing to be released. */
static bool is_found_null(const State *s, Value at)
{
    for (uint32_t i = state_first_cell(s, at.id); i < s->cell_count && s->cells[i].region == at.id;
         i++) {
        const Cell *c = &s->cells[i];
        const RegionState *rs = c->value.kind == VAL_PTR ? state_region_find(s, c->value.id) : NULL;
        if (c->off_sym == at.off_sym && c->off == at.num)
            return rs && rs->null == NULL_IS;
    }
    return false;
}

/* Is what the element owns in the hands of a variable? Then it is about to be released. */
static bool is_in_hand(const Analysis *an, const State *s, const Array *a, Value at)
{
    for (uint32_t i = state_first_cell(s, at.id); i < s->cell_count && s->cells[i].region == at.id;
         i++) {
        const Cell *c = &s->cells[i];
        const RegionState *rs = c->value.kind == VAL_PTR ? state_region_find(s, c->value.id) : NULL;
        if (!rs || rs->own != OWN_YES || c->off_sym != at.off_sym || c->off < at.num ||
            c->off >= at.num + (int64_t)a->elem->size)
            continue;
        for (uint32_t k = 0; k < s->cell_count; k++)
            if (s->cells[k].value.kind == VAL_PTR && s->cells[k].value.id == rs->region &&
                region_info(an, s->cells[k].region)->kind == REGION_LOCAL)
                return true;
    }
    return false;
}

/* An element that has become one of the part. True: the part is another one now. */
static bool settle_whole(Analysis *an, State *s, const Array *a, Value at, Settle how)
{
    Value from, to;
    (void)part_range(an, s, a, &from, &to);
    int64_t size = (int64_t)a->elem->size;
    Value next = at, index = index_at(an, a, at);
    next.num += size;
    if (has_bytes(an, s, a, at, value_int(size))) {
        bool null = type_owns(a->elem) && is_found_null(s, at);
        bool first = is_at(an, s, a, at, from), last = is_at(an, s, a, next, to);
        bool drained = how == SETTLE_DRAIN || (how == SETTLE_ALL && part_is_known(an, s, a) &&
                                               (from.kind != VAL_INT || from.num || !first));
        if (null && drained && (first || last)) {
            drop_element(an, s, a, at, false);
            part_set(an, s, a, first ? plus(from, 1) : from, first ? to : plus(to, -1));
            return true;
        }
        if (how == SETTLE_NEW || null || is_in_hand(an, s, a, at))
            return false;
        drop_element(an, s, a, at, true);
        return true;
    }
    if (is_empty(an, s, from, to) && value_is_number(index))
        from = index, to = plus(index, 1);
    else if (is_at(an, s, a, at, to))
        to = plus(to, 1);
    else if (is_at(an, s, a, next, from))
        from = plus(from, -1);
    else
        return false;
    drop_element(an, s, a, at, true);
    part_set(an, s, a, from, to);
    return true;
}

/* An element that is one of the part no more. */
static bool settle_torn(Analysis *an, State *s, const Array *a, Value at)
{
    Value from, to, next = at;
    (void)part_range(an, s, a, &from, &to);
    next.num += (int64_t)a->elem->size;
    bool entry = state_region(an, s, a->region)->content == CONTENT_ENTRY;
    if ((!entry && !part_is_known(an, s, a)) || is_empty(an, s, from, to))
        return false;
    if (is_at(an, s, a, next, to))
        to = plus(to, -1);
    else if (is_at(an, s, a, at, from))
        from = plus(from, 1);
    else
        return false;
    drop_element(an, s, a, at, false);
    part_set(an, s, a, from, to);
    return true;
}

/* Bytes that were set at once, from the first element on: memset, = {0}. */
static bool settle_cover(Analysis *an, State *s, const Array *a)
{
    const Cell *c;
    Value v = state_peek(an, s, a->region, a->base, 0, a->elem->size, &c);
    if (!c || c->off > a->base || c->size < 2 * a->elem->size || part_is_known(an, s, a) ||
        state_region(an, s, a->region)->content != CONTENT_UNINIT)
        return false;
    bool number = type_is_integer(a->elem) || type_is_floating(a->elem);
    bool zero = v.kind == VAL_INT && zero_is_declared(a->elem, 0);
    if (v.kind == VAL_UNINIT || (!number && !zero))
        return false;
    int64_t count = (c->off + (int64_t)c->size - a->base) / (int64_t)a->elem->size;
    if (a->count.kind == VAL_INT && a->count.num < count)
        count = a->count.num;
    state_forget_range(an, s, value_ptr(a->region, a->base), (uint64_t)count * a->elem->size);
    part_set(an, s, a, value_int(0), value_int(count));
    return true;
}

/* True: one is left that was torn, and is at no end of the part. */
static bool settle_each(Analysis *an, State *s, const Array *a, Settle how)
{
    bool again = true, torn = false;
    for (uint32_t round = 0; again && round < 64; round++) {
        again = torn = false;
        for (uint32_t i = state_first_cell(s, a->region);
             i < s->cell_count && s->cells[i].region == a->region && !again; i++) {
            Value from, to;
            if (!is_in(an, s, &s->cells[i], a) || !part_range(an, s, a, &from, &to))
                continue;
            Value at = element_of(a, &s->cells[i]);
            bool whole = element_is_whole(an, s, a, at);
            again = forget_nothing(an, s, a, i) ||
                    (whole ? settle_whole(an, s, a, at, how) : settle_torn(an, s, a, at));
            torn |= !whole;
        }
    }
    return torn;
}

/* Between an end of the part and an element that was released may be some that were null. */
static void settle_array(Analysis *an, State *s, const Array *a, Settle how)
{
    (void)settle_cover(an, s, a);
    if (settle_each(an, s, a, how) && how == SETTLE_ALL)
        (void)settle_each(an, s, a, SETTLE_DRAIN);
}

bool safe_settle(Analysis *an, State *s, Value p, Settle how)
{
    Array a;
    if (!array_at(an, s, p, &a))
        return false;
    if (an->safe->settling)
        return true;
    an->safe->settling = true;
    settle_array(an, s, &a, how);
    an->safe->settling = false;
    return true;
}

void part_settle_all(Analysis *an, State *s, uint32_t region)
{
    int64_t done = -1;
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region; i++) {
        const Cell *c = &s->cells[i];
        Array a;
        if (cell_is_part(c) || !array_at(an, s, (Value){VAL_PTR, region, c->off_sym, c->off}, &a) ||
            a.base <= done)
            continue;
        done = a.base;
        (void)safe_settle(an, s, value_ptr(region, a.base), SETTLE_ALL);
        i = state_first_cell(s, region) - 1;
    }
}

/* ---- storing --------------------------------------------------------------------------------- */
void part_before_store(Analysis *an, State *s, Value p, uint64_t size, Value v)
{
    Array a;
    if (!array_at(an, s, p, &a))
        return;
    (void)safe_settle(an, s, p, SETTLE_NEW);
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
        if (c.region != p.id || c.off_sym == p.off_sym || !is_in(an, s, &c, &a))
            continue;
        Value off = {VAL_PTR, p.id, c.off_sym, c.off};
        Interval d = difference_of(an, s, value_offset(p), value_offset(off), 1);
        bool same = c.value.kind == VAL_PTR && value_same(c.value, v);
        if (d.lo >= (i128)c.size || d.hi <= -(i128)size || same || c.value.kind == VAL_UNINIT ||
            c.value.kind == VAL_UNKNOWN)
            continue;
        /* it may be the one that is written: of what it held only that it held something is left */
        Cell some = c;
        bool in = has_bytes(an, s, &a, off, value_int((int64_t)c.size));
        if (c.value.kind == VAL_PTR && in && element_is_whole(an, s, &a, element_of(&a, &c))) {
            safe_put_back_cell(an, s, i);
            continue;
        }
        some.value = value_is_number(c.value) || !in ? value_unknown() : c.value;
        state_put_cell(an, s, &some);
    }
}

void part_fill(Analysis *an, State *s, const Array *a, Value p, Value bytes)
{
    Value count = value_unknown();
    bool in = has_bytes(an, s, a, p, bytes);
    if (bytes.kind == VAL_INT)
        count = value_int(bytes.num / (int64_t)a->elem->size);
    else if (bytes.kind == VAL_SYM)
        count = count_in(an, bytes, a->elem);
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = s->cells[i];
        bool beyond = !c.off_sym && bytes.kind == VAL_INT && c.off >= p.num + bytes.num;
        if (c.region == a->region && !beyond && is_in(an, s, &c, a))
            state_forget_cell(s, i);
    }
    if (!in && value_is_number(count) && p.num == a->base && !p.off_sym)
        part_set(an, s, a, value_int(0), count);
}

static bool is_number(const Type *t)
{
    return type_is_integer(t) || type_is_floating(t);
}

bool safe_fill_elements(Analysis *an, State *s, Value p, Value bytes)
{
    Array a;
    Value from, to;
    if (!array_at(an, s, p, &a) || !is_number(a.elem) || !part_range(an, s, &a, &from, &to))
        return false;
    part_fill(an, s, &a, p, bytes);
    return true;
}

bool safe_copy_elements(Analysis *an, State *s, Value to, Value from, Value bytes, Span at,
                        const char *who)
{
    Array a, b;
    bool numbers =
        to.kind == VAL_PTR && from.kind == VAL_PTR && array_at(an, s, to, &a) && is_number(a.elem);
    if (numbers && array_at(an, s, from, &b) && !part_has(an, s, from, bytes)) {
        Violation v = {.kind = VIOLATION_UNINIT,
                       .span = at,
                       .subject = at,
                       .region = from.id,
                       .argument = true,
                       .reached = true,
                       .callee = who};
        safe_doubt(an, s, &v);
    }
    return numbers && safe_fill_elements(an, s, to, bytes);
}

/* ---- the end of it --------------------------------------------------------------------------- */
void part_open_owners(Analysis *an, State *s, Value p)
{
    Array a;
    Value from, to;
    const Type *t = region_info(an, p.id)->type;
    if (!array_at(an, s, p, &a)) {
        if (t && type_owns(t))
            safe_open_owners(an, s, value_ptr(p.id, 0), t);
        return;
    }
    if (!type_owns(a.elem))
        return;
    (void)safe_settle(an, s, p, SETTLE_ALL);
    bool known = part_range(an, s, &a, &from, &to);
    if (known && is_empty(an, s, from, to))
        return;
    const Type *ulong_ = type_basic(an->fn->unit->types, TYPE_ULONG);
    Value first =
        value_binary(an, s, BIN_MUL, from, value_int((int64_t)a.elem->size), ulong_, ulong_);
    Value at = {VAL_PTR, p.id, first.kind == VAL_SYM ? first.id : 0, a.base + first.num};
    if (has_bytes(an, s, &a, at, value_int((int64_t)a.elem->size))) {
        safe_open_owners(an, s, at, a.elem);
        return;
    }
    Violation lost = {.kind = VIOLATION_LOST, .span = an->span, .region = p.id};
    if (known) /* there may be none, or some */
        safe_doubt(an, s, &lost);
}

void part_move(Analysis *an, State *s, uint32_t from, uint32_t to)
{
    Cell *cells = ARENA_ARRAY(an->scratch, Cell, s->cell_count + 1);
    uint32_t n = 0, w = 0;
    Array a, b;
    Value first, end;
    bool known = array_at(an, s, value_ptr(from, 0), &a) && part_range(an, s, &a, &first, &end);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        if (s->cells[i].region == from)
            cells[n++] = s->cells[i];
        else
            s->cells[w++] = s->cells[i];
    }
    s->cell_count = w;
    RegionState *old = state_region(an, s, from);
    uint8_t content = old->content;
    const Type *held = old->held;
    old->content = CONTENT_UNINIT;
    old->length = value_unknown();
    RegionState *new = state_region(an, s, to);
    new->held = held;
    new->content = known ? CONTENT_UNINIT : content;
    if (!region_info(an, to)->type)
        an->regions.data[to].type = region_info(an, from)->type;
    for (uint32_t i = 0; i < n; i++) {
        cells[i].region = to;
        state_put_cell(an, s, &cells[i]);
    }
    if (known && array_at(an, s, value_ptr(to, 0), &b))
        part_set(an, s, &b, first, end);
    for (uint32_t i = 0; i < s->loan_count; i++) {
        Loan l = s->loans[i];
        if (l.owner != from || l.content || state_region(an, s, l.borrower)->own != OWN_YES)
            continue;
        loan_end(s, l.borrower, from);
        loan_add(an, s, l.borrower, to);
        i = UINT32_MAX; /* they are in order: from the first again */
    }
}

/* ---- joins ----------------------------------------------------------------------------------- */
/* Elements at the ends that were found to be null, or are in a variable's hands, leave the part
 * where they have left the other. */
static void drain_alike(Analysis *an, State *s, const Array *a, Value first, Value end)
{
    Value from, to;
    for (uint32_t i = state_first_cell(s, a->region);
         i < s->cell_count && s->cells[i].region == a->region; i++) {
        const Cell c = s->cells[i];
        if (!is_in(an, s, &c, a) || !part_range(an, s, a, &from, &to))
            continue;
        Value at = element_of(a, &c), next = at;
        next.num += (int64_t)a->elem->size;
        bool front = !value_same(from, first) && is_at(an, s, a, at, from);
        bool back = !value_same(to, end) && is_at(an, s, a, next, to);
        bool hand = is_in_hand(an, s, a, at); /* as if it had been moved into the variable */
        if (c.off != at.num || (!front && !back) || (!hand && !is_found_null(s, at)))
            continue;
        if (hand && c.value.kind == VAL_PTR)
            loan_end(s, c.value.id, c.region);
        drop_element(an, s, a, at, false);
        part_set(an, s, a, front ? plus(from, 1) : from, front ? to : plus(to, -1));
        i = state_first_cell(s, a->region) - 1;
    }
}

static void one_way_alike(Analysis *an, State *known, State *other)
{
    for (uint32_t i = 0; i < known->cell_count; i++) {
        const Cell c = known->cells[i];
        int64_t base = (PART_FROM - c.off) / 16;
        Value at = value_ptr(c.region, base), from, to, first, end;
        Array a, b;
        if (!cell_is_part(&c) || (PART_FROM - c.off) % 16 || !array_at(an, known, at, &a) ||
            !state_region_find(other, c.region) || !array_at(an, other, at, &b))
            continue;
        (void)safe_settle(an, other, at, SETTLE_ALL);
        if (part_range(an, known, &a, &from, &to)) {
            drain_alike(an, other, &b, from, to);
            if (part_range(an, other, &b, &first, &end))
                part_set(an, other, &b, first, end);
        }
    }
}

void part_align(Analysis *an, State *into, State *from)
{
    one_way_alike(an, into, from);
    one_way_alike(an, from, into);
    for (uint32_t i = 0; i < into->region_count; i++) { /* contents that parts have replaced */
        uint32_t region = into->regions[i].region;
        const RegionState *b = state_region_find(from, region);
        const Type *t = region_info(an, region)->type;
        Array a;
        if (!b || b->content == into->regions[i].content ||
            !array_at(an, into, value_ptr(region, 0), &a) ||
            (t && t->kind == TYPE_STRUCT && t->canon != a.elem->canon)) /* a member of it */
            continue;
        if (part_is_known(an, into, &a) && part_is_known(an, from, &a))
            into->regions[i].content = state_region(an, from, region)->content = CONTENT_UNINIT;
    }
}
