/* engine/safe_part.c - level safe: of an array, which elements are as declared.
 *
 *     p = malloc(n * sizeof *p);                   [0, 0)
 *     for (i = 0; i < n; i++) p[i] = ...           [0, i) whenever the loop begins anew
 *     f(p, n)                                      asks for [0, n)
 *     while (n > 0) free(p[--n]);                  [0, n)
 *
 * Of an object with several elements a part [from, to) is as their type declares; the others hold
 * nothing. Both ends are numbers like any other, so that joins relate them to counters. They stand
 * in the state as two cells at offsets that no byte of an object has (state.h, PART_FROM). An
 * element that is touched is a matter of cells until it is settled: whole, and next to the part, it
 * becomes one of it; torn, and at an end of it, it leaves it. */
#include "engine/safe.h"

const Type *part_element(const Analysis *an, const State *s, uint32_t region)
{
    const RegionInfo *info = region_info(an, region);
    const RegionState *rs = state_region_find(s, region);
    const Type *t = info->type;
    if (info->kind == REGION_STRING || info->kind == REGION_HANDLE || !rs)
        return NULL;
    if (info->kind == REGION_HEAP && rs->held && (!t || !type_is_complete(t) || type_is_void(t)))
        t = rs->held;
    bool array = t && t->kind == TYPE_ARRAY;
    while (t && t->kind == TYPE_ARRAY)
        t = t->elem;
    if (!t || t->kind == TYPE_FUNCTION || !type_is_complete(t) || t->size < 2)
        return NULL; /* of bytes strings know more */
    bool one = rs->size.kind == VAL_UNKNOWN ||
               (rs->size.kind == VAL_INT && rs->size.num < 2 * (int64_t)t->size);
    return array || !one ? t : NULL;
}

bool safe_is_array(const Analysis *an, const State *s, uint32_t region)
{
    return part_element(an, s, region) != NULL;
}

static const Type *ulong_type(const Analysis *an)
{
    return type_basic(an->fn->unit->types, TYPE_ULONG);
}

static Value bytes_of(Analysis *an, State *s, Value n, uint64_t size)
{
    const Type *t = ulong_type(an);
    return value_binary(an, s, BIN_MUL, n, value_int((int64_t)size), t, t);
}

static Value plus(Value n, int64_t by)
{
    n.num += by;
    n.id = n.kind == VAL_INT ? 0 : n.id;
    return n;
}

/* a - b * times, as far as it is known. No object has so many elements that their size wraps. */
static Interval difference_of(Analysis *an, State *s, Value a, Value b, uint64_t times)
{
    Linear (*const readings[])(const Analysis *, const State *,
                               Value) = {linear_of, linear_whole, linear_plain};
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

static Interval difference(Analysis *an, State *s, Value a, Value b)
{
    return difference_of(an, s, a, b, 1);
}

static bool is_same_number(Analysis *an, State *s, Value a, Value b)
{
    Interval d = difference(an, s, a, b);
    return d.lo == 0 && d.hi == 0;
}

/* Is it where the element of that index begins? */
static bool is_at(Analysis *an, State *s, Value offset, Value index, const Type *elem)
{
    Interval d = difference_of(an, s, offset, index, elem->size);
    return d.lo == 0 && d.hi == 0;
}

/* How many elements the object has; UNKNOWN. */
static Value element_count(const Analysis *an, const State *s, uint32_t region, const Type *elem)
{
    Value size = state_region_find(s, region)->size;
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

bool part_range(Analysis *an, State *s, uint32_t region, Value *from, Value *to)
{
    const Type *elem = part_element(an, s, region);
    const RegionState *rs = state_region_find(s, region);
    *from = *to = value_int(0);
    if (!elem || !rs)
        return false;
    switch ((Content)rs->content) {
    case CONTENT_PART:
        *from = state_peek(an, s, region, PART_FROM, 0, 8, NULL);
        *to = state_peek(an, s, region, PART_TO, 0, 8, NULL);
        return value_is_number(*from) && value_is_number(*to);
    case CONTENT_UNINIT: return true;
    case CONTENT_ENTRY: *to = element_count(an, s, region, elem); return value_is_number(*to);
    case CONTENT_ZERO: {
        bool zero = type_is_integer(elem) || type_is_floating(elem) ||
                    (elem->kind == TYPE_POINTER && contract_level(elem, NULL).nullable);
        *to = element_count(an, s, region, elem);
        return zero && value_is_number(*to);
    }
    case CONTENT_ANY: break;
    }
    return false;
}

void part_set(Analysis *an, State *s, uint32_t region, Value from, Value to)
{
    state_region(an, s, region)->content = CONTENT_PART;
    Cell c = {.region = region, .off = PART_FROM, .size = 8, .value = from};
    state_put_cell(an, s, &c);
    c.off = PART_TO;
    c.value = to;
    state_put_cell(an, s, &c);
}

bool part_has(Analysis *an, State *s, Value p, Value bytes)
{
    const Type *elem = part_element(an, s, p.id);
    Value from, to;
    if (state_region(an, s, p.id)->content == CONTENT_ENTRY)
        return true;
    if (!elem || !part_range(an, s, p.id, &from, &to))
        return false;
    if (bytes.kind == VAL_INT && bytes.num == 0)
        return true;
    const Type *t = ulong_type(an);
    Value start = value_offset(p);
    Value end = bytes.kind == VAL_INT ? plus(start, bytes.num)
                                      : value_binary(an, s, BIN_ADD, start, bytes, t, t);
    return difference_of(an, s, start, from, elem->size).lo >= 0 &&
           difference_of(an, s, end, to, elem->size).hi <= 0;
}

bool part_is_within(Analysis *an, State *s, uint32_t region, Value bytes)
{
    const Type *elem = part_element(an, s, region);
    Value from, to;
    if (!elem || !part_range(an, s, region, &from, &to))
        return !elem;
    return difference_of(an, s, bytes, to, elem->size).lo >= 0 ||
           difference(an, s, to, from).hi <= 0;
}

bool safe_is_filled(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                    uint64_t size)
{
    Value p = {VAL_PTR, region, off_sym, off};
    if (part_has(an, s, p, value_int((int64_t)size)))
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
static int64_t element_start(int64_t off, int64_t size)
{
    return off - ((off % size) + size) % size;
}

static bool element_is_whole(Analysis *an, State *s, Value at, const Type *elem)
{
    KeepAsk ask = {.at = an->span, .silent = true};
    return safe_keeps(an, s, at, elem, &ask);
}

static void drop_element(Analysis *an, State *s, Value at, const Type *elem, bool whole)
{
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell *c = i < s->cell_count ? &s->cells[i] : NULL;
        if (!c || c->region != at.id || c->off_sym != at.off_sym || c->off < at.num ||
            c->off >= at.num + (int64_t)elem->size)
            continue;
        if (whole) {
            safe_put_back_cell(an, s, i);
            continue;
        }
        state_forget_cell(s, i);
    }
}

/* The index of the element, where the offset is a multiple of the size by its form. */
static Value index_at(const Analysis *an, Value at, const Type *elem)
{
    int64_t size = (int64_t)elem->size;
    if (!at.off_sym)
        return value_int(at.num / size);
    const SymInfo *i = sym_info(an, at.off_sym);
    bool product = i->kind == SYMBOL_BINARY && i->op == BIN_MUL && i->b.kind == VAL_INT &&
                   i->b.num == size && i->a.kind == VAL_SYM;
    return product ? value_sym(i->a.id, i->a.num + at.num / size) : value_unknown();
}

/* Outside the part there is nothing: nobody needs to say so of a single element. */
static bool forget_nothing(Analysis *an, State *s, uint32_t i, const Type *elem)
{
    const Cell c = s->cells[i];
    Value from, to;
    if (c.value.kind != VAL_UNINIT || !part_range(an, s, c.region, &from, &to))
        return false;
    Value start = {VAL_PTR, c.region, c.off_sym, c.off}, end = start;
    end.num += (int64_t)c.size;
    if (difference_of(an, s, value_offset(start), to, elem->size).lo < 0 &&
        difference_of(an, s, value_offset(end), from, elem->size).hi > 0)
        return false;
    state_forget_cell(s, i);
    return true;
}

/* One element that was touched finds its place. True: the part is another one now. */
static bool settle_element(Analysis *an, State *s, Value at, const Type *elem, Settle how)
{
    Value from, to, start = value_offset(at);
    int64_t size = (int64_t)elem->size;
    if (!part_range(an, s, at.id, &from, &to))
        return false;
    bool part = state_region(an, s, at.id)->content == CONTENT_PART;
    bool whole = element_is_whole(an, s, at, elem);
    if (whole && part_has(an, s, at, value_int(size))) {
        if (how == SETTLE_ALL)
            drop_element(an, s, at, elem, true);
        return how == SETTLE_ALL;
    }
    bool empty = is_same_number(an, s, from, to);
    Value index = index_at(an, at, elem);
    if (whole && empty && value_is_number(index)) {
        drop_element(an, s, at, elem, true);
        part_set(an, s, at.id, index, plus(index, 1));
        return true;
    }
    Value next = plus(start, size);
    if (whole && is_at(an, s, start, to, elem)) {
        drop_element(an, s, at, elem, true);
        part_set(an, s, at.id, from, plus(to, 1));
        return true;
    }
    if (whole && is_at(an, s, next, from, elem)) {
        drop_element(an, s, at, elem, true);
        part_set(an, s, at.id, plus(from, -1), to);
        return true;
    }
    if (whole || empty || (!part && state_region(an, s, at.id)->content != CONTENT_ENTRY))
        return false;
    if (is_at(an, s, next, to, elem)) {
        drop_element(an, s, at, elem, false);
        part_set(an, s, at.id, from, plus(to, -1));
        return true;
    }
    if (is_at(an, s, start, from, elem)) {
        drop_element(an, s, at, elem, false);
        part_set(an, s, at.id, plus(from, 1), to);
        return true;
    }
    return false;
}

/* Bytes that were set at once, from the first element on: memset, = {0}. */
static bool settle_cover(Analysis *an, State *s, uint32_t region, const Type *elem)
{
    uint32_t i = state_first_cell(s, region);
    while (i < s->cell_count && s->cells[i].region == region && cell_is_part(&s->cells[i]))
        i++;
    const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
    if (c.region != region || c.off || c.off_sym || c.size < 2 * elem->size ||
        c.size % elem->size || state_region(an, s, region)->content != CONTENT_UNINIT)
        return false;
    bool number = type_is_integer(elem) || type_is_floating(elem);
    bool null = elem->kind == TYPE_POINTER && contract_level(elem, NULL).nullable &&
                c.value.kind == VAL_INT;
    if (c.value.kind == VAL_UNINIT || (!number && !null))
        return false;
    state_forget_cell(s, i);
    part_set(an, s, region, value_int(0), value_int((int64_t)(c.size / elem->size)));
    return true;
}

bool safe_settle(Analysis *an, State *s, uint32_t region, Settle how)
{
    const Type *elem = part_element(an, s, region);
    if (!elem || an->safe->settling)
        return elem != NULL;
    an->safe->settling = true;
    (void)settle_cover(an, s, region, elem);
    bool again = true;
    for (uint32_t round = 0; again && round < 64; round++) {
        again = false;
        for (uint32_t i = state_first_cell(s, region);
             i < s->cell_count && s->cells[i].region == region && !again; i++) {
            const Cell *c = &s->cells[i];
            if (cell_is_part(c) || c->size > elem->size)
                continue;
            Value at = {VAL_PTR, region, c->off_sym, element_start(c->off, (int64_t)elem->size)};
            again = forget_nothing(an, s, i, elem) ||
                    settle_element(an, s, at, elem, how);
        }
    }
    an->safe->settling = false;
    return true;
}

void part_before_store(Analysis *an, State *s, Value p, uint64_t size, Value v)
{
    const Type *elem = part_element(an, s, p.id);
    if (!elem)
        return;
    (void)safe_settle(an, s, p.id, SETTLE_NEW);
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
        if (c.region != p.id || c.off_sym == p.off_sym || cell_is_part(&c))
            continue;
        Value off = {VAL_PTR, p.id, c.off_sym, c.off};
        Interval d = difference(an, s, value_offset(p), value_offset(off));
        bool same = c.value.kind == VAL_PTR && value_same(c.value, v);
        if (d.lo >= (i128)c.size || d.hi <= -(i128)size || same)
            continue;
        /* it may be the one that is written: of what it held only that it held something is left */
        if (c.value.kind == VAL_UNINIT || c.value.kind == VAL_UNKNOWN)
            continue;
        Cell some = c;
        Value at = off;
        at.num = element_start(off.num, (int64_t)elem->size);
        bool in = part_has(an, s, off, value_int((int64_t)c.size));
        if (c.value.kind == VAL_PTR && in && element_is_whole(an, s, at, elem)) {
            safe_put_back_cell(an, s, i);
            continue;
        }
        some.value = value_is_number(c.value) || !in ? value_unknown() : c.value;
        state_put_cell(an, s, &some);
    }
}

void part_open_owners(Analysis *an, State *s, uint32_t region)
{
    const Type *elem = part_element(an, s, region), *t = region_info(an, region)->type;
    Value from, to, at = value_ptr(region, 0);
    if (!elem) {
        if (t && type_owns(t))
            safe_open_owners(an, s, at, t);
        return;
    }
    if (!type_owns(elem))
        return;
    (void)safe_settle(an, s, region, SETTLE_ALL);
    bool known = part_range(an, s, region, &from, &to);
    if (known && is_same_number(an, s, from, to))
        return;
    Value first = known ? bytes_of(an, s, from, elem->size) : value_int(0);
    at.num = first.num;
    at.off_sym = first.kind == VAL_SYM ? first.id : 0;
    safe_open_owners(an, s, at, elem);
}

void part_move(Analysis *an, State *s, uint32_t from, uint32_t to)
{
    Cell *cells = ARENA_ARRAY(an->scratch, Cell, s->cell_count + 1);
    uint32_t n = 0, w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        if (s->cells[i].region == from)
            cells[n++] = s->cells[i];
        else
            s->cells[w++] = s->cells[i];
    }
    s->cell_count = w;
    const Type *elem = part_element(an, s, from);
    Value first, end;
    bool known = elem && part_range(an, s, from, &first, &end);
    RegionState *new = state_region(an, s, to), *old = state_region(an, s, from);
    new = state_region(an, s, to);
    new->held = old->held;
    new->content = old->content;
    old->content = CONTENT_UNINIT;
    old->length = value_unknown();
    if (!region_info(an, to)->type)
        an->regions.data[to].type = region_info(an, from)->type;
    for (uint32_t i = 0; i < n; i++) {
        cells[i].region = to;
        state_put_cell(an, s, &cells[i]);
    }
    if (known)
        part_set(an, s, to, first, end);
    for (uint32_t i = 0; i < s->loan_count; i++)
        if (s->loans[i].owner == from && !s->loans[i].content &&
            state_region(an, s, s->loans[i].borrower)->own == OWN_YES) {
            uint32_t borrower = s->loans[i].borrower;
            loan_end(s, borrower, from);
            loan_add(an, s, borrower, to);
            i = UINT32_MAX; /* they are in order: from the first again */
        }
}
