/* engine/state.c - regions, cells and temps of one path.
 *
 * What comes in: loads and stores at (region, offset, size). What goes out: values. The one idea:
 * a region is a sorted list of cells over a *content* that speaks for all bytes without a cell.
 *
 *     struct s { int a; char b[8]; } x;     x: content uninit
 *     x.a = 1;                              (x, 0, 4) = 1
 *     memset(x.b, 0, 8);                    (x, 0, 4) = 1, (x, 4, 8) = 0    a covering cell
 *     x.b[2] = 'c';                         ..., (x, 4, 2) = 0, (x, 6, 1) = 'c', (x, 7, 5) = 0
 *
 * Imprecise on purpose: a store at a symbolic offset turns all bytes that it can hit to "anything",
 * except where the same symbol with another constant is provably elsewhere. */
#include "engine/state.h"

bool value_same(Value a, Value b)
{
    if (a.kind != b.kind)
        return false;
    if (a.kind == VAL_INT)
        return a.num == b.num;
    if (a.kind == VAL_SYM || a.kind == VAL_PTR)
        return a.id == b.id && a.num == b.num && a.off_sym == b.off_sym;
    return a.kind == VAL_UNINIT;
}

/* ---- states ---------------------------------------------------------------------------------- */
State *state_new(Analysis *an)
{
    State *s = an->free_states;
    if (!s)
        return ARENA_NEW(an->arena, State);
    an->free_states = s->next;
    State keep = *s;
    memset(s, 0, sizeof *s);
    s->cells = keep.cells, s->cell_cap = keep.cell_cap;
    s->regions = keep.regions, s->region_cap = keep.region_cap;
    s->facts = keep.facts, s->fact_cap = keep.fact_cap;
    s->temps = keep.temps, s->temp_cap = keep.temp_cap;
    s->diffs = keep.diffs, s->diff_cap = keep.diff_cap;
    s->needs = keep.needs, s->need_cap = keep.need_cap;
    s->callbacks = keep.callbacks, s->callback_cap = keep.callback_cap;
    s->loans = keep.loans, s->loan_cap = keep.loan_cap;
    return s;
}

void state_drop(Analysis *an, State *s)
{
    s->next = an->free_states;
    an->free_states = s;
}

/* What is too small goes: its elements are overwritten, not moved. */
static void *room_for(Arena *a, uint32_t count, uint32_t *cap, size_t elem_bytes)
{
    *cap = *cap ? *cap : 8;
    while (*cap < count)
        *cap *= 2;
    return arena_alloc_array(a, *cap, elem_bytes);
}

#define COPY_VECTOR(an, to, from, field, count, cap)                                               \
    do {                                                                                           \
        if ((to)->cap < (from)->count)                                                             \
            (to)->field = room_for((an)->arena, (from)->count, &(to)->cap, sizeof *(to)->field);   \
        if ((from)->count)                                                                         \
            memcpy((to)->field, (from)->field, (from)->count * sizeof *(to)->field);               \
        (to)->count = (from)->count;                                                               \
    } while (0)

State *state_copy(Analysis *an, const State *from)
{
    State *s = state_new(an);
    COPY_VECTOR(an, s, from, cells, cell_count, cell_cap);
    COPY_VECTOR(an, s, from, regions, region_count, region_cap);
    COPY_VECTOR(an, s, from, facts, fact_count, fact_cap);
    COPY_VECTOR(an, s, from, temps, temp_count, temp_cap);
    COPY_VECTOR(an, s, from, diffs, diff_count, diff_cap);
    COPY_VECTOR(an, s, from, needs, need_count, need_cap);
    COPY_VECTOR(an, s, from, callbacks, callback_count, callback_cap);
    COPY_VECTOR(an, s, from, loans, loan_count, loan_cap);
    s->event = from->event;
    s->weak = from->weak;
    s->given = from->given;
    s->latent = from->latent;
    s->latent_at = from->latent_at;
    s->guessed = from->guessed;
    s->by_memory = from->by_memory;
    s->by_caller = from->by_caller;
    s->lossy = from->lossy;
    s->again = from->again;
    s->joined = from->joined;
    s->joined_block = from->joined_block;
    s->condemned = from->condemned;
    s->generalised = from->generalised;
    s->globals_unknown = from->globals_unknown;
    s->visits = from->visits;
    return s;
}

/* ---- regions --------------------------------------------------------------------------------- */
uint32_t region_new(Analysis *an, const RegionInfo *info)
{
    VEC_PUSH(an->arena, &an->regions, *info);
    return an->regions.len - 1;
}

uint32_t region_fresh(Analysis *an, const RegionInfo *info)
{
    uint64_t key = hash_mix(hash_mix(MAP_KEY_PTR(an->inst), an->span.begin), an->round);
    key = hash_mix(hash_mix(key, an->ordinal++), info->kind);
    key = hash_mix(hash_mix(key, MAP_KEY_PTR(info->family)), MAP_KEY_PTR(info->type));
    key = hash_mix(key, info->parent);
    uintptr_t got;
    if (map_get(&an->fresh_cons, key, &got))
        return (uint32_t)got;
    uint32_t r = region_new(an, info);
    an->regions.data[r].block = an->inst && an->inst->op == INST_CALL ? an->block : UINT32_MAX;
    map_put(&an->fresh_cons, key, r);
    return r;
}

/* Each unit has its own Symbol of what the linker makes one object. */
static uint64_t symbol_key(const Symbol *sym)
{
    return sym->linkage == LINK_EXTERNAL && sym->name ? MAP_KEY_PTR(sym->name) : MAP_KEY_PTR(sym);
}

uint32_t region_for_symbol(Analysis *an, const Symbol *sym)
{
    uintptr_t got;
    if (map_get(&an->region_of_symbol, symbol_key(sym), &got))
        return (uint32_t)got;
    RegionInfo info = {.kind = REGION_GLOBAL, .sym = sym, .type = sym->type};
    info.span.begin = info.span.end = sym->loc;
    if (sym->type && type_is_complete(sym->type) && sym->type->kind != TYPE_FUNCTION)
        info.size = value_int((int64_t)sym->type->size);
    uint32_t r = region_new(an, &info);
    map_put(&an->region_of_symbol, symbol_key(sym), r);
    return r;
}

uint32_t region_for_string(Analysis *an, uint32_t index)
{
    if (!an->region_of_string[index]) {
        const MirString *str = &an->fn->strings.data[index];
        RegionInfo info = {.kind = REGION_STRING, .index = index, .type = str->type};
        info.size = value_int((int64_t)(str->count + 1) * str->elem_size);
        /* equal literals are one object: the same text is looked for */
        uint64_t key = hash_bytes(str->bytes, (size_t)str->count * str->elem_size, str->elem_size);
        uintptr_t got;
        if (!map_get(&an->entry_cons, key, &got)) {
            got = region_new(an, &info);
            map_put(&an->entry_cons, key, got);
        }
        an->region_of_string[index] = (uint32_t)got;
    }
    return an->region_of_string[index];
}

/* Numbers are given in ascending order, so between two regions of a state there are at most as many
 * others as their numbers lie apart: where a state holds most of them, this is no search at all. */
static uint32_t region_position(const State *s, uint32_t r)
{
    uint32_t lo = 0, hi = s->region_count;
    if (hi && r < s->regions[hi - 1].region) {
        uint32_t behind = s->regions[hi - 1].region - r;
        lo = hi - 1 > behind ? hi - 1 - behind : 0;
        hi = r < hi ? r : hi;
    } else if (hi) {
        lo = hi - (r == s->regions[hi - 1].region);
    }
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (s->regions[mid].region < r)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

const RegionState *state_region_find(const State *s, uint32_t r)
{
    uint32_t i = region_position(s, r);
    return i < s->region_count && s->regions[i].region == r ? &s->regions[i] : NULL;
}

static RegionState region_default(const RegionInfo *info, uint32_t r)
{
    RegionState rs = {.region = r, .size = info->size};
    switch ((RegionKind)info->kind) {
    case REGION_NONE:
    case REGION_UNKNOWN: rs.content = CONTENT_ANY; break;
    case REGION_LOCAL:
        rs.content = CONTENT_UNINIT;
        rs.null = NULL_NO;
        break;
    case REGION_GLOBAL:
        rs.content = CONTENT_ENTRY;
        rs.null = NULL_NO;
        break;
    case REGION_STRING:
        rs.content = CONTENT_ANY;
        rs.null = NULL_NO;
        break;
    case REGION_HEAP:
    case REGION_HANDLE: rs.content = CONTENT_UNINIT; break;
    case REGION_ENTRY: rs.content = CONTENT_ENTRY; break;
    }
    return rs;
}

RegionState *state_region(Analysis *an, State *s, uint32_t r)
{
    uint32_t i = region_position(s, r);
    if (i < s->region_count && s->regions[i].region == r)
        return &s->regions[i];
    if (s->region_count == s->region_cap)
        vec_grow(an->arena, (void **)(void *)&s->regions, &s->region_cap, sizeof *s->regions);
    memmove(s->regions + i + 1, s->regions + i, (s->region_count - i) * sizeof *s->regions);
    s->region_count++;
    s->regions[i] = region_default(region_info(an, r), r);
    if (an->entered)
        entered_region(an, &s->regions[i]);
    return &s->regions[i];
}

/* ---- temps ----------------------------------------------------------------------------------- */
static uint32_t temp_position(const State *s, uint32_t local)
{
    uint32_t lo = 0, hi = s->temp_count;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (s->temps[mid].local < local)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

Value state_temp(const State *s, LocalId l)
{
    uint32_t i = temp_position(s, l.i);
    return i < s->temp_count && s->temps[i].local == l.i ? s->temps[i].value : value_unknown();
}

void state_set_temp(Analysis *an, State *s, LocalId l, Value v)
{
    uint32_t i = temp_position(s, l.i);
    if (i < s->temp_count && s->temps[i].local == l.i) {
        s->temps[i].value = v;
        return;
    }
    if (s->temp_count == s->temp_cap)
        vec_grow(an->arena, (void **)(void *)&s->temps, &s->temp_cap, sizeof *s->temps);
    memmove(s->temps + i + 1, s->temps + i, (s->temp_count - i) * sizeof *s->temps);
    s->temp_count++;
    s->temps[i] = (TempValue){l.i, v};
}

void state_drop_temp(State *s, uint32_t local)
{
    uint32_t i = temp_position(s, local);
    if (i == s->temp_count || s->temps[i].local != local)
        return;
    memmove(s->temps + i, s->temps + i + 1, (s->temp_count - i - 1) * sizeof *s->temps);
    s->temp_count--;
}

/* ---- cells ----------------------------------------------------------------------------------- */
static int cell_compare(const Cell *c, uint32_t region, uint32_t off_sym, int64_t off)
{
    if (c->region != region)
        return c->region < region ? -1 : 1;
    if (c->off_sym != off_sym)
        return c->off_sym < off_sym ? -1 : 1;
    return c->off < off ? -1 : c->off > off;
}

static uint32_t cell_position(const State *s, uint32_t region, uint32_t off_sym, int64_t off)
{
    uint32_t lo = 0, hi = s->cell_count;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (cell_compare(&s->cells[mid], region, off_sym, off) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static void cell_insert(Analysis *an, State *s, const Cell *c)
{
    uint32_t i = cell_position(s, c->region, c->off_sym, c->off);
    if (s->cell_count == s->cell_cap)
        vec_grow(an->arena, (void **)(void *)&s->cells, &s->cell_cap, sizeof *s->cells);
    memmove(s->cells + i + 1, s->cells + i, (s->cell_count - i) * sizeof *s->cells);
    s->cell_count++;
    s->cells[i] = *c;
}

static void cell_remove(State *s, uint32_t i)
{
    memmove(s->cells + i, s->cells + i + 1, (s->cell_count - i - 1) * sizeof *s->cells);
    s->cell_count--;
}

void state_put_cell(Analysis *an, State *s, const Cell *c)
{
    uint32_t i = cell_position(s, c->region, c->off_sym, c->off);
    if (i < s->cell_count && cell_compare(&s->cells[i], c->region, c->off_sym, c->off) == 0)
        s->cells[i] = *c;
    else
        cell_insert(an, s, c);
}

/* Cells whose value is the same for each byte: a part of one is one of its kind. */
static bool cell_covers_bytes(const Cell *c)
{
    return c->value.kind == VAL_UNKNOWN || c->value.kind == VAL_UNINIT ||
           (c->value.kind == VAL_INT && c->value.num == 0);
}

/* Frees [off, off + size) of cells with this off_sym; what they hold outside it stays, as a
 * covering cell, or as anything when the value can't be cut. */
static void cells_cut(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                      uint64_t size)
{
    int64_t end = off + (int64_t)size;
    uint32_t i = cell_position(s, region, off_sym, off);
    while (i > 0 && s->cells[i - 1].region == region && s->cells[i - 1].off_sym == off_sym &&
           s->cells[i - 1].off + (int64_t)s->cells[i - 1].size > off)
        i--;
    while (i < s->cell_count && s->cells[i].region == region && s->cells[i].off_sym == off_sym &&
           s->cells[i].off < end) {
        Cell c = s->cells[i];
        int64_t cend = c.off + (int64_t)c.size;
        cell_remove(s, i);
        if (!cell_covers_bytes(&c))
            c.value = value_unknown();
        c.ended = false;
        if (c.off < off) {
            Cell left = c;
            left.size = (uint64_t)(off - c.off);
            cell_insert(an, s, &left);
            i++;
        }
        if (cend > end) {
            Cell right = c;
            right.off = end;
            right.size = (uint64_t)(cend - end);
            cell_insert(an, s, &right);
            return;
        }
    }
}

void state_give_number(const Analysis *an, State *s, Value v)
{
    if (v.kind != VAL_SYM || v.num || sym_info(an, v.id)->kind != SYMBOL_ENTRY)
        return;
    const RegionInfo *from = region_info(an, sym_info(an, v.id)->region);
    if (from->kind == REGION_LOCAL && from->index <= 32 && type_is_integer(from->type))
        s->given |= (uint32_t)1 << (from->index - 1);
}

static void give_value(Analysis *an, State *s, Value v)
{
    state_give_number(an, s, v);
    if (v.kind != VAL_PTR)
        return;
    RegionState *held = state_region(an, s, v.id);
    if (held->own == OWN_YES || region_info(an, v.id)->kind == REGION_ENTRY)
        held->own = OWN_GIVEN; /* of what was there at entry, callers may be the owners */
}

void state_forget_cell(State *s, uint32_t i)
{
    cell_remove(s, i);
}

void state_remove_cell(Analysis *an, State *s, uint32_t i)
{
    give_value(an, s, s->cells[i].value);
    state_region(an, s, s->cells[i].region)->content = CONTENT_ANY;
    cell_remove(s, i);
}

bool state_is_outside(const Analysis *an, const State *s, uint32_t region, int64_t off)
{
    const RegionState *rs = state_region_find(s, region);
    return region_info(an, region)->outside ||
           (rs && off >= rs->outside_from && off < rs->outside_to);
}

void state_mark_outside(Analysis *an, State *s, Value p, Value bytes)
{
    if (p.kind != VAL_PTR)
        return;
    RegionState *rs = state_region(an, s, p.id);
    const Type *t = region_info(an, p.id)->type;
    int64_t from = p.off_sym ? 0 : p.num, to = INT64_MAX;
    if (bytes.kind == VAL_INT)
        to = bytes.num < INT64_MAX - from ? from + bytes.num : INT64_MAX;
    else if (t && t->kind == TYPE_STRUCT) /* which member? */
        to = p.off_sym ? 0 : (int64_t)array_end(t, (uint64_t)from);
    rs->outside_from = rs->outside_to && rs->outside_from < from ? rs->outside_from : from;
    rs->outside_to = rs->outside_to > to ? rs->outside_to : to;
}

/* The array member of an object of type t in which the offset lies: its end, or 0. A callee that
 * is given s->name, a char *, writes the name. */
uint64_t array_end(const Type *t, uint64_t off)
{
    while (t && t->kind == TYPE_STRUCT) {
        const Field *in = NULL;
        for (uint32_t i = 0; i < t->u.record->field_count && !in; i++) {
            const Field *f = &t->u.record->fields[i];
            if (!f->is_bit_field && off >= f->offset && off < f->offset + f->type->size)
                in = f;
        }
        if (!in)
            return 0;
        if (in->type->kind == TYPE_ARRAY)
            return in->offset + in->type->size;
        if (in->offset)
            return 0; /* members of members are left whole */
        t = in->type;
    }
    return 0;
}

const Type *type_at(const Type *t, int64_t off, uint64_t size)
{
    for (int depth = 0; t && depth < 16; depth++) {
        if (off == 0 && t->size == size && (type_is_integer(t) || t->kind == TYPE_POINTER))
            return t;
        if (t->kind == TYPE_ARRAY && t->elem->size) {
            off %= (int64_t)t->elem->size;
            t = t->elem;
            continue;
        }
        if (t->kind != TYPE_STRUCT || off < 0)
            return NULL;
        const Type *in = NULL;
        for (uint32_t i = 0; i < t->u.record->field_count && !in; i++) {
            const Field *f = &t->u.record->fields[i];
            if (!f->is_bit_field && (uint64_t)off >= f->offset &&
                (uint64_t)off < f->offset + f->type->size) {
                in = f->type;
                off -= (int64_t)f->offset;
            }
        }
        t = in;
    }
    return NULL;
}

void state_give_range(Analysis *an, State *s, uint32_t region, int64_t off, uint64_t size)
{
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region; i++)
        if (s->cells[i].off_sym || (s->cells[i].off < off + (int64_t)size &&
                                    s->cells[i].off + (int64_t)s->cells[i].size > off))
            give_value(an, s, s->cells[i].value);
}

static const int64_t ANYWHERE = INT64_MAX / 2;

/* The bytes that `size` bytes at off + off_sym can lie in. */
static void symbolic_range(const Analysis *an, const State *s, int64_t off, uint32_t off_sym,
                           uint64_t size, int64_t *lo, int64_t *hi)
{
    Interval i = state_range(an, s, value_sym(off_sym, off), NULL);
    bool known = i.lo > -ANYWHERE && i.hi + (i128)size < ANYWHERE;
    *lo = known ? (int64_t)i.lo : -ANYWHERE;
    *hi = known ? (int64_t)(i.hi + (i128)size) : ANYWHERE;
}

static bool may_touch(const Cell *c, int64_t lo, int64_t hi)
{
    int64_t from = c->off_sym ? c->lo : c->off;
    int64_t to = c->off_sym ? c->hi : c->off + (int64_t)c->size;
    return from < hi && to > lo;
}

/* A store somewhere in [lo, hi), at another symbol than these cells have, may or may not hit
 * them. */
static void forget_other_symbols(Analysis *an, State *s, uint32_t region, uint32_t off_sym,
                                 int64_t lo, int64_t hi)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        if (c->region != region || c->off_sym == off_sym || !may_touch(c, lo, hi))
            s->cells[w++] = s->cells[i];
        else
            give_value(an, s, c->value);
    }
    s->cell_count = w;
}

static bool region_has_symbolic(const State *s, uint32_t region)
{
    uint32_t i = cell_position(s, region, 1, INT64_MIN);
    return i < s->cell_count && s->cells[i].region == region;
}

/* The next cell from i on with a pointer that may be the one at off + off_sym; or cell_count. */
static uint32_t next_candidate(const Analysis *an, const State *s, uint32_t i, const RegionInfo *at)
{
    int64_t lo, hi;
    symbolic_range(an, s, at->off, at->off_sym, 8, &lo, &hi);
    for (; i < s->cell_count && s->cells[i].region == at->parent; i++) {
        const Cell *c = &s->cells[i];
        if (c->value.kind == VAL_PTR && may_touch(c, lo, hi) &&
            (c->off_sym != at->off_sym || c->off != at->off))
            return i;
    }
    return s->cell_count;
}

void note_candidates(Analysis *an, const State *s, Value v, uint32_t region, int64_t off,
                     uint32_t off_sym)
{
    RegionInfo at = {.parent = region, .off = off, .off_sym = off_sym};
    uint32_t first = cell_position(s, region, 0, INT64_MIN);
    RegionInfo *info = v.kind == VAL_PTR ? &an->regions.data[v.id] : NULL;
    bool text = info && info->parent == region && region_is_texts(an, region);
    if (info && (text || next_candidate(an, s, first, &at) < s->cell_count))
        info->parent = region, info->off = off, info->off_sym = off_sym;
}

uint32_t state_candidates(Analysis *an, const State *s, uint32_t region, Value **out)
{
    const RegionInfo *at = region_info(an, region);
    if (!at->off_sym || !at->parent)
        return 0;
    uint32_t n = 0, first = cell_position(s, at->parent, 0, INT64_MIN);
    for (uint32_t i = next_candidate(an, s, first, at); i < s->cell_count;
         i = next_candidate(an, s, i + 1, at)) {
        if (!n)
            *out = ARENA_ARRAY(an->scratch, Value, s->cell_count - i);
        if (s->cells[i].value.id != region)
            (*out)[n++] = s->cells[i].value;
    }
    return n;
}

static void store_in(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                     uint64_t size, Value v, int64_t lo, int64_t hi)
{
    RegionState *rs = state_region(an, s, region);
    rs->flags |= REGION_WRITTEN;
    rs->asked = 0;
    Value length = rs->length.kind == VAL_SYM ? rs->length : rs->size;
    rs->length = value_unknown();
    if (length.kind == VAL_SYM && sym_info(an, length.id)->text &&
        (off_sym || (v.kind == VAL_INT && !v.num)))
        state_note_vague(an, s, length, VAGUE_BELOW); /* cut up; behind the cut it goes on */
    bool bounded = lo > -ANYWHERE && hi < ANYWHERE;
    if (an->safe && safe_is_array(an, s, region, off, off_sym)) {
        ; /* the others are as they were (part_before_store) */
    } else if (off_sym) {
        /* what lies there is anything from now on */
        if (!bounded)
            rs->content = CONTENT_ANY;
        /* level safe: what is as declared stays so, as what is stored keeps the same promises */
        bool cover = rs->content != CONTENT_ANY && !(an->safe && rs->content == CONTENT_ENTRY);
        state_give_range(an, s, region, bounded ? lo : INT64_MIN / 2,
                         bounded ? (uint64_t)(hi - lo) : UINT64_MAX / 2);
        forget_other_symbols(an, s, region, off_sym, lo, hi);
        if (cover) {
            cells_cut(an, s, region, lo, 0, (uint64_t)(hi - lo));
            Cell any = {.region = region,
                        .off = lo,
                        .size = (uint64_t)(hi - lo),
                        .value = value_unknown(),
                        .written = an->span};
            cell_insert(an, s, &any);
        }
    } else if (region_has_symbolic(s, region)) {
        forget_other_symbols(an, s, region, 0, off, off + (int64_t)size);
    }
    rs = state_region(an, s, region);
    if (an->safe && !off_sym && size > 8)
        safe_forget_parts(an, s, region, off, size);
    cells_cut(an, s, region, off, off_sym, size);
    if (v.kind == VAL_UNKNOWN && rs->content == CONTENT_ANY)
        return;
    Cell c = {.region = region,
              .off_sym = off_sym,
              .off = off,
              .size = size,
              .lo = lo,
              .hi = hi,
              .value = v,
              .written = an->span};
    cell_insert(an, s, &c);
}

static void forget_bytes(Analysis *an, State *s, uint32_t region, Content content)
{
    if (content == CONTENT_ANY)
        state_give_range(an, s, region, INT64_MIN / 2, UINT64_MAX / 2);
    RegionState *rs = state_region(an, s, region);
    rs->asked = 0;
    rs->length = value_unknown();
    rs->outside_from = rs->outside_to = 0;
    rs->content = (uint8_t)content;
    rs->flags |= REGION_WRITTEN | (region_is_texts(an, region) ? REGION_VETTED : 0);
    uint32_t first = cell_position(s, region, 0, INT64_MIN), last = first;
    while (last < s->cell_count && s->cells[last].region == region)
        last++;
    if (last == first)
        return; /* also where there is no cell at all, and cells is NULL */
    memmove(s->cells + first, s->cells + last, (s->cell_count - last) * sizeof *s->cells);
    s->cell_count -= last - first;
}

void state_store_within(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                        uint64_t size, Value v, int64_t lo, int64_t hi)
{
    if (region_is_texts(an, region))
        text_stored(an, s, region, v);
    state_restate(an, s, region, off, off_sym, size, v, lo, hi);
}

void state_restate(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                   uint64_t size, Value v, int64_t lo, int64_t hi)
{
    if (!off_sym)
        lo = off, hi = off + (int64_t)size;
    else if (lo >= hi)
        symbolic_range(an, s, off, off_sym, size, &lo, &hi);
    Value *p;
    for (uint32_t n = state_candidates(an, s, region, &p), i = 0; i < n; i++) {
        int64_t from = p[i].num + off; /* all[i]->x = v: each of them may be the one */
        if (off_sym || p[i].off_sym)
            forget_bytes(an, s, p[i].id, CONTENT_ANY);
        else
            store_in(an, s, p[i].id, from, 0, size, value_unknown(), from, from + (int64_t)size);
    }
    store_in(an, s, region, off, off_sym, size, v, lo, hi);
}

void state_store(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                 uint64_t size, Value v)
{
    state_store_within(an, s, region, off, off_sym, size, v, 0, 0);
}

void state_set_type(State *s, uint32_t region, int64_t off, uint32_t off_sym, const Type *type)
{
    uint32_t i = cell_position(s, region, off_sym, off);
    if (i < s->cell_count && cell_compare(&s->cells[i], region, off_sym, off) == 0)
        s->cells[i].type = type;
}

void state_fill(Analysis *an, State *s, uint32_t region, int64_t off, uint64_t size, Value v)
{
    if (size)
        state_store(an, s, region, off, 0, size, v);
}

void state_forget_region(Analysis *an, State *s, uint32_t region, Content content)
{
    Value *p;
    if (content == CONTENT_ANY)
        for (uint32_t n = state_candidates(an, s, region, &p), i = 0; i < n; i++)
            forget_bytes(an, s, p[i].id, content);
    forget_bytes(an, s, region, content);
}

void state_forget_range(Analysis *an, State *s, Value p, uint64_t size)
{
    if (!p.off_sym && region_has_symbolic(s, p.id) && !safe_is_array(an, s, p.id, p.num, 0))
        forget_other_symbols(an, s, p.id, 0, p.num, p.num + (int64_t)size);
    if (!p.off_sym && size > 8)
        safe_forget_parts(an, s, p.id, p.num, size);
    cells_cut(an, s, p.id, p.num, p.off_sym, size);
    state_region(an, s, p.id)->length = value_unknown();
}

Value state_peek(const Analysis *an, const State *s, uint32_t region, int64_t off, uint32_t off_sym,
                 uint64_t size, const Cell **cell)
{
    if (cell)
        *cell = NULL;
    uint32_t i = cell_position(s, region, off_sym, off);
    if (i < s->cell_count && cell_compare(&s->cells[i], region, off_sym, off) == 0 &&
        s->cells[i].size == size) {
        if (cell)
            *cell = &s->cells[i];
        return s->cells[i].value;
    }
    uint32_t k =
        i > 0 && (i == s->cell_count || cell_compare(&s->cells[i], region, off_sym, off) != 0)
            ? i - 1
            : i;
    for (; k < s->cell_count; k++) {
        const Cell *c = &s->cells[k];
        if (c->region != region || c->off_sym != off_sym || c->off >= off + (int64_t)size)
            break;
        if (c->off + (int64_t)c->size <= off)
            continue;
        if (cell)
            *cell = c;
        bool inside = c->off <= off && c->off + (int64_t)c->size >= off + (int64_t)size;
        return inside && cell_covers_bytes(c) ? c->value : value_unknown();
    }
    const RegionState *rs = state_region_find(s, region);
    uint8_t content = rs ? rs->content : region_default(region_info(an, region), region).content;
    if (off_sym) { /* somewhere in it: what is there if it is the same everywhere */
        uint32_t first = cell_position(s, region, 0, INT64_MIN);
        if (first < s->cell_count && s->cells[first].region == region)
            return value_unknown();
    }
    if (an->safe && safe_has_part(an, s, region, off))
        return value_unknown();
    if (content == CONTENT_UNINIT)
        return (Value){VAL_UNINIT, 0, 0, 0};
    return content == CONTENT_ZERO ? value_int(0) : value_unknown();
}

/* ---- loading --------------------------------------------------------------------------------- */
static Value entry_value(Analysis *an, uint32_t region, int64_t off, uint32_t off_sym,
                         const Type *type)
{
    uint64_t key = hash_mix(hash_mix(hash_mix(UINT64_C(0x51), region), (uint64_t)off), off_sym);
    key = hash_mix(key, type->kind == TYPE_POINTER ? 1 : type->size + 16);
    uintptr_t got;
    if (type->kind == TYPE_POINTER) {
        if (!map_get(&an->entry_cons, key, &got)) {
            RegionInfo info = {.kind = REGION_ENTRY,
                               .type = type->elem,
                               .parent = region,
                               .off = off,
                               .off_sym = off_sym,
                               .outside = region_info(an, region)->outside,
                               .maker = region_info(an, region)->maker,
                               .span = an->span};
            got = region_new(an, &info);
            map_put(&an->entry_cons, key, got);
        }
        return value_ptr((uint32_t)got, 0);
    }
    if (!map_get(&an->entry_cons, key, &got)) {
        SymInfo info = {.kind = SYMBOL_ENTRY,
                        .type = type,
                        .region = region,
                        .off = off,
                        .off_sym = off_sym,
                        .outside = region_info(an, region)->outside,
                        .who = region_info(an, region)->maker,
                        .span = an->span};
        VEC_PUSH(an->arena, &an->syms, info);
        got = an->syms.len - 1;
        map_put(&an->entry_cons, key, got);
    }
    return value_sym((uint32_t)got, 0);
}

Value state_entry_number(Analysis *an, uint32_t param)
{
    return entry_value(an, an->region_of_local[param + 1], 0, 0,
                       an->fn->locals.data[param + 1].type);
}

Value value_fresh(Analysis *an, State *s, const Type *type, bool outside)
{
    (void)s;
    if (type->kind == TYPE_POINTER) {
        RegionInfo info = {.kind = REGION_UNKNOWN, .type = type->elem, .span = an->span};
        return value_ptr(region_fresh(an, &info), 0);
    }
    if (type_is_integer(type) || (outside && type_is_floating(type)))
        return value_sym(sym_fresh(an, type, outside), 0);
    return value_unknown();
}

/* A string that stands in the array by now. */
static Value text_fresh(Analysis *an, uint32_t array)
{
    const RegionInfo *from = region_info(an, array);
    RegionInfo info = {.kind = REGION_UNKNOWN,
                       .type = from->type->elem,
                       .outside = from->outside,
                       .memory = !from->outside,
                       .parent = array,
                       .maker = from->maker,
                       .span = an->span};
    return value_ptr(region_fresh(an, &info), 0);
}

Value value_read(Analysis *an, State *s, uint32_t region, const Type *type, bool outside)
{
    if (type->kind == TYPE_POINTER && region_is_texts(an, region) && texts_unvetted(an, s, region))
        return text_fresh(an, region);
    Value v = value_fresh(an, s, type, outside);
    const RegionInfo *info = region_info(an, region);
    bool given = info->given || info->kind == REGION_LOCAL || info->kind == REGION_STRING;
    if (v.kind == VAL_PTR)
        an->regions.data[v.id].given = given, an->regions.data[v.id].memory = !given;
    else if (v.kind == VAL_SYM)
        an->syms.data[v.id].memory = !given && !outside;
    const RegionState *rs = state_region_find(s, region);
    if (rs && (rs->flags & REGION_ASKED) && v.kind == VAL_PTR)
        an->regions.data[v.id].again = true;
    else if (rs && (rs->flags & REGION_ASKED) && v.kind == VAL_SYM)
        an->syms.data[v.id].again = true;
    if (an->safe && v.kind == VAL_PTR)
        state_region(an, s, v.id)->life = LIFE_UNKNOWN;
    return v;
}

typedef bool SymTest(const SymInfo *i);
typedef bool RegionTest(const RegionInfo *i);
static bool sym_of_memory(const SymInfo *i)
{
    return i->memory;
}
static bool region_of_memory(const RegionInfo *i)
{
    return i->memory;
}
static bool sym_loaded(const SymInfo *i)
{
    return i->loaded;
}
static bool no_region(const RegionInfo *i)
{
    (void)i;
    return false;
}
static bool sym_read_again(const SymInfo *i)
{
    return i->again;
}
static bool region_read_again(const RegionInfo *i)
{
    return i->again;
}
static bool sym_of_entry(const SymInfo *i)
{
    return i->kind == SYMBOL_ENTRY || i->kind == SYMBOL_LENGTH;
}
static bool sym_found(const SymInfo *i)
{
    return i->kind == SYMBOL_ENTRY;
}
static bool region_of_entry(const RegionInfo *i)
{
    return i->kind == REGION_ENTRY;
}

static bool rests_on(const Analysis *an, Value v, SymTest *sym, RegionTest *region, uint32_t depth)
{
    if (v.kind == VAL_PTR)
        return region(region_info(an, v.id));
    if (v.kind != VAL_SYM || depth > 6)
        return false;
    const SymInfo *i = sym_info(an, v.id);
    return sym(i) || rests_on(an, i->a, sym, region, depth + 1) ||
           rests_on(an, i->b, sym, region, depth + 1);
}

bool value_is_memory(const Analysis *an, Value v)
{
    return rests_on(an, v, sym_of_memory, region_of_memory, 0);
}

bool value_is_loaded(const Analysis *an, Value v)
{
    return rests_on(an, v, sym_loaded, no_region, 0);
}

static bool sym_blurred(const SymInfo *i)
{
    return i->blurred;
}
static bool sym_joined(const SymInfo *i)
{
    return i->point != 0;
}

bool value_is_blurred(const Analysis *an, Value v)
{
    return rests_on(an, v, sym_blurred, no_region, 0);
}

bool value_is_joined(const Analysis *an, Value v)
{
    return rests_on(an, v, sym_joined, no_region, 0);
}

bool value_was_found(const Analysis *an, Value v)
{
    return rests_on(an, v, sym_found, region_of_entry, 0);
}

bool value_is_entry(const Analysis *an, Value v)
{
    return rests_on(an, v, sym_of_entry, region_of_entry, 0);
}

bool value_is_again(const Analysis *an, Value v)
{
    return rests_on(an, v, sym_read_again, region_read_again, 0);
}

static const Cell *any_overlap(const State *s, uint32_t region, int64_t off, uint32_t off_sym,
                               uint64_t size)
{
    uint32_t i = cell_position(s, region, off_sym, off);
    if (i > 0)
        i--;
    for (; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        if (c->region > region ||
            (c->region == region &&
             (c->off_sym > off_sym || (c->off_sym == off_sym && c->off >= off + (int64_t)size))))
            break;
        if (c->region == region && c->off_sym == off_sym && c->off + (int64_t)c->size > off)
            return c;
    }
    return NULL;
}

/* "abc"[1] */
static bool literal_byte(const Analysis *an, uint32_t region, int64_t off, const Type *type,
                         Value *v)
{
    const RegionInfo *i = region_info(an, region);
    if (i->kind != REGION_STRING || type->size != 1 || !type_is_integer(type) ||
        i->index >= an->fn->strings.len || an->region_of_string[i->index] != region)
        return false;
    const MirString *m = &an->fn->strings.data[i->index];
    if (m->elem_size != 1 || off < 0 || off > (int64_t)m->count)
        return false;
    char c = off < (int64_t)m->count ? m->bytes[off] : 0;
    *v = value_int(type->is_unsigned ? (unsigned char)c : (signed char)c);
    return true;
}

/* The null character behind a string of known length. */
static bool is_end(const State *s, uint32_t region, int64_t off, uint64_t size, Value *v)
{
    const RegionState *rs = state_region_find(s, region);
    *v = value_int(0);
    return rs && size == 1 && rs->length.kind == VAL_INT && rs->length.num == off;
}

/* May one of the region's other cells be what is read there? */
static bool touched_there(Analysis *an, const State *s, uint32_t region, int64_t off,
                          uint32_t off_sym, uint64_t size)
{
    int64_t lo, hi;
    symbolic_range(an, s, off, off_sym, size, &lo, &hi);
    for (uint32_t i = cell_position(s, region, 0, INT64_MIN);
         i < s->cell_count && s->cells[i].region == region; i++)
        if (s->cells[i].off_sym != off_sym && !cell_is_part(&s->cells[i]) &&
            may_touch(&s->cells[i], lo, hi) && !safe_cell_is_lent(an, s, &s->cells[i]))
            return true;
    return false;
}

Value state_load(Analysis *an, State *s, uint32_t region, int64_t off, uint32_t off_sym,
                 const Type *type)
{
    uint64_t size = type->size ? type->size : 1;
    Value v = state_peek(an, s, region, off, off_sym, size, NULL);
    if (an->safe && off_sym &&
        safe_settle(an, s, (Value){VAL_PTR, region, off_sym, off}, SETTLE_NEW))
        v = state_peek(an, s, region, off, off_sym, size, NULL);
    if (v.kind != VAL_UNKNOWN)
        return value_bits(an, v, type);
    if (!off_sym && (literal_byte(an, region, off, type, &v) || is_end(s, region, off, size, &v)))
        return v;
    if (!off_sym && number_held(an, region, off, type, &v))
        return v;
    bool constant = type->kind == TYPE_POINTER && holds_functions(an, region);
    if (constant && !off_sym && function_held(an, region, off, &v))
        return v;
    bool overlap = any_overlap(s, region, off, off_sym, size) != NULL;
    RegionState *rs = state_region(an, s, region);
    bool untouched = !overlap && rs->content == CONTENT_ENTRY;
    if (an->safe && !overlap && rs->content != CONTENT_ANY &&
        safe_is_array(an, s, region, off, off_sym)) {
        if (!safe_is_filled(an, s, region, off, off_sym, size))
            return (Value){VAL_UNINIT, 0, 0, 0};
        untouched = true;
    }
    if (off_sym && (an->safe ? touched_there(an, s, region, off, off_sym, size)
                             : (rs->flags & REGION_WRITTEN) != 0))
        untouched = false;
    if ((constant && off_sym) || region_is_constant(an, region))
        untouched = true; /* whatever unknown code was given */
    v = untouched && an->safe ? safe_read(an, s, region, off, off_sym, type)
        : untouched
            ? entry_value(an, region, off, off_sym, type)
            : value_read(an, s, region, type, state_is_outside(an, s, region, off_sym ? 0 : off));
    if (untouched && !off_sym && an->entered)
        v = entered_value(an, s, region, off, type, v);
    if (v.kind == VAL_UNKNOWN)
        return v;
    if (an->safe && state_peek(an, s, region, off, off_sym, size, NULL).kind != VAL_UNKNOWN)
        return v; /* an invariant gave it its name */
    if (v.kind == VAL_SYM) {
        const RegionInfo *from = region_info(an, region);
        bool variable = from->kind == REGION_LOCAL && from->type && type_is_integer(from->type);
        an->syms.data[v.id].loaded |= !variable;
        if (from->kind != REGION_LOCAL && type_is_told(an, type))
            an->syms.data[v.id].told_in = region;
        an->syms.data[v.id].blurred |= /* what else leaves nothing of it? */
            variable && s->generalised && !an->fn->locals.data[from->index].address_taken;
        if (off_sym && !untouched)
            an->syms.data[v.id].off_sym = off_sym;
    } else if (off_sym && !untouched) {
        note_candidates(an, s, v, region, off, off_sym);
    }
    if (overlap)
        cells_cut(an, s, region, off, off_sym, size);
    Cell c = {.region = region, .off_sym = off_sym, .off = off, .size = size, .value = v};
    if (off_sym)
        symbolic_range(an, s, off, off_sym, size, &c.lo, &c.hi);
    cell_insert(an, s, &c);
    return v;
}

/* ---- events ---------------------------------------------------------------------------------- */
uint32_t event_add(Analysis *an, State *s, EventKind kind, uint32_t region, Span span,
                   const char *who, const char *inner)
{
    Event e = {.prev = s->event,
               .kind = (uint8_t)kind,
               .region = region,
               .span = span,
               .who = who,
               .inner = inner};
    VEC_PUSH(an->arena, &an->events, e);
    s->event = an->events.len - 1;
    return s->event;
}
