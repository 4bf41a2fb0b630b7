/* engine/safe_align.c - level safe: two states are given common names before they are joined.
 *
 *     while (n) { next = n->next; free(n); n = next; }
 *         round 1: n is R1, owned    round 2: n is R2, owned    after both: n is R1, owned
 *
 * What comes in: two states at one block. What goes out: the same knowledge under names that agree
 * as far as possible, so that a join keeps it. Three steps: what one state has looked at and the
 * other has not is looked at there as well; what was looked at, and is as declared, is put back to
 * "as declared" where names disagree; then an object that only one state knows takes the name of
 * what stands at the same place in the other. A name is no knowledge: renaming is always right. */
#include "engine/safe.h"

static const Cell *same_cell(const State *s, const Cell *c)
{
    for (uint32_t i = state_first_cell(s, c->region);
         i < s->cell_count && s->cells[i].region == c->region; i++)
        if (s->cells[i].off == c->off && s->cells[i].off_sym == c->off_sym &&
            s->cells[i].size == c->size)
            return &s->cells[i];
    return NULL;
}

/* ---- looking where the other has looked ------------------------------------------------------ */
static void look_at(Analysis *an, State *s, const State *other)
{
    for (uint32_t i = 0; i < other->cell_count; i++) {
        const Cell c = other->cells[i];
        const RegionState *rs = state_region_find(s, c.region);
        if (!rs || rs->content != CONTENT_ENTRY || c.off_sym || same_cell(s, &c))
            continue;
        const Type *t = region_info(an, c.region)->type;
        const Type *at = t ? type_at(t, c.off, c.size) : NULL;
        const Cell *covers;
        (void)state_peek(an, s, c.region, c.off, 0, c.size, &covers);
        if (!at || covers)
            continue;
        an->ordinal = (uint32_t)hash_mix(c.region, (uint64_t)c.off) | 1u << 31;
        (void)state_load(an, s, c.region, c.off, 0, at);
    }
}

/* ---- putting back ---------------------------------------------------------------------------- */
static uint32_t holders(const State *s, uint32_t region)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->cell_count; i++)
        n += s->cells[i].value.kind == VAL_PTR && s->cells[i].value.id == region;
    for (uint32_t i = 0; i < s->temp_count; i++)
        n += s->temps[i].value.kind == VAL_PTR && s->temps[i].value.id == region;
    return n;
}

static bool has_cells(const State *s, uint32_t region)
{
    uint32_t i = state_first_cell(s, region);
    return i < s->cell_count && s->cells[i].region == region;
}

static bool has_invariant(const Type *record)
{
    return attr_find(record->canon->u.record->attrs, ATTR_CORTEN_INVARIANT) != NULL;
}

static bool is_as_declared(Analysis *an, const State *s, const Cell *c, int depth);

/* Does the object keep its promises as it is? */
static bool is_whole(Analysis *an, const State *s, uint32_t region, int depth)
{
    const RegionState *rs = state_region_find(s, region);
    if (!rs || rs->content != CONTENT_ENTRY || rs->life != LIFE_LIVE ||
        region_info(an, region)->kind == REGION_LOCAL || depth > 12)
        return false;
    for (uint32_t i = state_first_cell(s, region);
         i < s->cell_count && s->cells[i].region == region; i++)
        if (!is_as_declared(an, s, &s->cells[i], depth + 1))
            return false;
    return true;
}

bool safe_is_whole(Analysis *an, const State *s, uint32_t region)
{
    return is_whole(an, s, region, 0);
}

/* Is what the cell holds something that a look at an untouched object could have given? */
static bool is_as_declared(Analysis *an, const State *s, const Cell *c, int depth)
{
    const RegionState *holder = state_region_find(s, c->region);
    const RegionInfo *info = region_info(an, c->region);
    Member m;
    if (!holder || holder->content != CONTENT_ENTRY || info->kind == REGION_LOCAL || !info->type)
        return false;
    int64_t off = safe_in_element(info->type, c->off);
    bool member = member_at(info->type, off, &m);
    const Type *t = type_at(info->type, off, c->size);
    if (c->off_sym && (!t || t->kind != TYPE_POINTER)) /* an index may be of a number's use */
        return false;
    if (!t || (member ? has_invariant(m.record) : t != info->type))
        return false;
    if (type_is_integer(t))
        return value_is_number(c->value);
    Promise p = member
                    ? promise_of(an, m.field->type, m.field->attrs, m.record->canon->u.record->safe)
                    : promise_of(an, t, NULL, info->promised);
    if (c->value.kind == VAL_INT)
        return c->value.num == 0 && p.known && p.level.nullable;
    if (c->value.kind != VAL_PTR || c->value.num || c->value.off_sym || t->kind != TYPE_POINTER)
        return false;
    const RegionState *rs = state_region_find(s, c->value.id);
    if (!rs || p.count || p.end || !p.known) /* its size is a matter of other members */
        return false;
    if (rs->null == NULL_IS)
        return p.level.nullable;
    return p.level.own == (rs->own == OWN_YES) && (rs->null == NULL_NO || p.level.nullable) &&
           is_whole(an, s, c->value.id, depth);
}

bool safe_may_forget(const Analysis *an, const State *s, uint32_t i)
{
    const Cell *c = &s->cells[i];
    const Type *t = region_info(an, c->region)->type;
    Member m;
    bool bound = t && member_at(t, safe_in_element(t, c->off), &m) && has_invariant(m.record);
    return c->value.kind != VAL_PTR && !bound;
}

bool safe_cell_is_lent(Analysis *an, const State *s, const Cell *c)
{
    const RegionState *rs = c->value.kind == VAL_PTR ? state_region_find(s, c->value.id) : NULL;
    return (!rs || rs->own != OWN_YES) && is_as_declared(an, s, c, 0);
}

/* The cell is as declared: what it holds is the object's again, under no name of its own. A borrow
 * that it holds ends with what it borrows from, whoever reads it again. */
static void put_back(Analysis *an, State *s, uint32_t index)
{
    const Cell c = s->cells[index];
    memmove(s->cells + index, s->cells + index + 1, (s->cell_count - index - 1) * sizeof *s->cells);
    s->cell_count--;
    if (c.value.kind != VAL_PTR)
        return;
    RegionState *rs = state_region(an, s, c.value.id);
    bool owned = rs->own == OWN_YES;
    rs->own = OWN_NONE;
    if (!owned) {
        loan_note(an, s, c.region, c.value.id);
        loans_copy(an, s, c.region, c.value.id, true);
        return;
    }
    loan_add(an, s, c.value.id, c.region);
    safe_put_back(an, s, c.value.id);
}

void safe_put_back_cell(Analysis *an, State *s, uint32_t index)
{
    put_back(an, s, index);
}

void safe_put_back(Analysis *an, State *s, uint32_t region)
{
    for (uint32_t i;
         i = state_first_cell(s, region), i < s->cell_count && s->cells[i].region == region;)
        put_back(an, s, i);
}

static bool is_pointer_cell(const Analysis *an, const Cell *c)
{
    const Type *t = region_info(an, c->region)->type;
    t = c->value.kind == VAL_INT && t ? type_at(t, safe_in_element(t, c->off), c->size) : NULL;
    return c->value.kind == VAL_PTR || (t && t->kind == TYPE_POINTER);
}

/* Cells that the other state does not know, as nobody has looked there. */
static void put_back_alone(Analysis *an, State *s, const State *other)
{
    for (bool again = true; again;) {
        again = false;
        for (uint32_t i = s->cell_count; i-- > 0 && !again;) {
            const Cell c = s->cells[i];
            const RegionState *rs = state_region_find(other, c.region);
            again = is_pointer_cell(an, &c) && (!rs || rs->content == CONTENT_ENTRY) &&
                    !same_cell(other, &c) && is_as_declared(an, s, &c, 0);
            if (again)
                put_back(an, s, i);
        }
    }
}

/* Cells that have no common name, and are as declared on both sides. */
static void put_back_unlike(Analysis *an, State *a, State *b)
{
    for (uint32_t i = a->cell_count; i-- > 0;) {
        const Cell c = i < a->cell_count ? a->cells[i] : (Cell){0};
        const Cell *there = c.region ? same_cell(b, &c) : NULL;
        if (!there || c.value.kind != VAL_PTR || value_same(c.value, there->value) ||
            !is_as_declared(an, a, &c, 0) || !is_as_declared(an, b, there, 0))
            continue;
        put_back(an, b, (uint32_t)(there - b->cells));
        put_back(an, a, i);
    }
}

/* All cells of objects that hold the region. */
static void put_back_holders(Analysis *an, State *s, uint32_t region)
{
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
        if (c.region && c.value.kind == VAL_PTR && c.value.id == region &&
            is_as_declared(an, s, &c, 0))
            put_back(an, s, i);
    }
}

/* In an array of lent memory, elements are what their type says: those that a round has looked at
 * are so again when the next one begins. */
void safe_fold(Analysis *an, State *s)
{
    for (uint32_t i = 0; i < s->region_count; i++)
        part_settle_all(an, s, s->regions[i].region);
    for (uint32_t i = s->cell_count; i-- > 0;) {
        const Cell c = i < s->cell_count ? s->cells[i] : (Cell){0};
        const Type *t = c.region ? region_info(an, c.region)->type : NULL;
        const RegionState *rs = c.off_sym ? state_region_find(s, c.region) : NULL;
        if (rs && rs->content == CONTENT_ENTRY && safe_may_forget(an, s, i)) {
            state_forget_cell(s, i); /* some byte of a text */
            continue;
        }
        bool element = t && (c.off_sym || c.off >= (int64_t)t->size ||
                             region_info(an, c.region)->counted || array_end(t, (uint64_t)c.off));
        if (element && c.value.kind == VAL_PTR &&
            !safe_is_array(an, s, c.region, c.off, c.off_sym) && is_as_declared(an, s, &c, 0))
            put_back(an, s, i);
    }
}

/* ---- renaming -------------------------------------------------------------------------------- */
static void rename_value(Value *v, uint32_t from, uint32_t to)
{
    if (v->kind == VAL_PTR && v->id == from)
        v->id = to;
}

static void rename_region(Analysis *an, State *s, uint32_t from, uint32_t to)
{
    RegionState was = *state_region(an, s, from);
    was.region = to;
    Cell *moved = ARENA_ARRAY(an->scratch, Cell, s->cell_count + 1);
    uint32_t n = 0, w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        rename_value(&s->cells[i].value, from, to);
        if (s->cells[i].region == from)
            moved[n++] = s->cells[i];
        else
            s->cells[w++] = s->cells[i];
    }
    s->cell_count = w;
    for (uint32_t i = 0; i < n; i++) {
        moved[i].region = to;
        state_put_cell(an, s, &moved[i]);
    }
    for (uint32_t i = 0; i < s->temp_count; i++)
        rename_value(&s->temps[i].value, from, to);
    w = 0;
    for (uint32_t i = 0; i < s->region_count; i++)
        if (s->regions[i].region != from)
            s->regions[w++] = s->regions[i];
    s->region_count = w;
    *state_region(an, s, to) = was;
    Loan *loans = ARENA_ARRAY(an->scratch, Loan, s->loan_count + 1);
    uint32_t count = s->loan_count;
    if (count)
        memcpy(loans, s->loans, count * sizeof *loans);
    s->loan_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t b = loans[i].borrower == from ? to : loans[i].borrower;
        uint32_t o = loans[i].owner == from ? to : loans[i].owner;
        loan_put(an, s, (Loan){b, o, loans[i].content});
    }
}

static bool is_alike(const Analysis *an, uint32_t a, uint32_t b)
{
    const RegionInfo *x = region_info(an, a), *y = region_info(an, b);
    bool names = x->kind != REGION_LOCAL && x->kind != REGION_GLOBAL && x->kind != REGION_STRING &&
                 y->kind != REGION_LOCAL && y->kind != REGION_GLOBAL && y->kind != REGION_STRING;
    const Type *t = x->type ? x->type->canon : NULL, *u = y->type ? y->type->canon : NULL;
    return names && (t == u || !t || !u) && x->family == y->family &&
           (x->kind == REGION_HANDLE) == (y->kind == REGION_HANDLE);
}

/* Does the state know nothing by this name that anybody could come across? */
static bool is_free(const State *s, uint32_t region)
{
    const RegionState *rs = state_region_find(s, region);
    bool gone = rs && life_is_released(rs->life);
    return holders(s, region) == 0 && (!rs || rs->own != OWN_YES) &&
           (gone || !has_cells(s, region));
}

/* The old bearer of the name is of no account. */
static void drop_name(Analysis *an, State *s, uint32_t region)
{
    if (!state_region_find(s, region))
        return;
    loans_hand_on(an, s, region);
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].region != region)
            s->cells[w++] = s->cells[i];
    s->cell_count = w, w = 0;
    for (uint32_t i = 0; i < s->region_count; i++)
        if (s->regions[i].region != region)
            s->regions[w++] = s->regions[i];
    s->region_count = w;
}

static bool is_a_parameters(const Analysis *an, uint32_t region)
{
    for (uint32_t i = 0; i < an->safe->contract->param_count; i++)
        if (an->safe->entry[i].kind == VAL_PTR && an->safe->entry[i].id == region)
            return true;
    return false;
}

/* Another name for what has this one in `from`: nobody's there, and nobody's in `into`. */
static void move_aside(Analysis *an, const State *into, State *from, uint32_t region)
{
    uint64_t key = hash_mix(hash_mix(0xa51de, an->block), region);
    for (uint32_t round = 0;; round++) {
        uintptr_t name;
        uint64_t k = hash_mix(key, round);
        if (!map_get(&an->fresh_cons, k, &name)) {
            RegionInfo info = *region_info(an, region);
            name = region_new(an, &info);
            map_put(&an->fresh_cons, k, name);
        }
        uint32_t r = (uint32_t)name;
        if (is_free(into, r) && is_free(from, r)) {
            drop_name(an, from, r);
            rename_region(an, from, region, r);
            return;
        }
    }
}

/* A pointer here, none there, where its name is that of something else: kept = NULL and n freed on
 * one way, kept = n on the other. It gets a name that is nothing there. */
static void tell_apart(Analysis *an, State *here, const State *there, Value p)
{
    const RegionState *a = state_region_find(here, p.id), *b = state_region_find(there, p.id);
    uint8_t kind = region_info(an, p.id)->kind;
    if (a && b && (kind == REGION_HEAP || kind == REGION_UNKNOWN) && a->null != NULL_IS &&
        (a->life != b->life || a->own != b->own) && !is_a_parameters(an, p.id))
        move_aside(an, there, here, p.id);
}

static bool is_null(Value v)
{
    return v.kind == VAL_INT && v.num == 0;
}

static void rename_pair(Analysis *an, State *into, State *from, Value a, Value b)
{
    if (a.kind == VAL_PTR && is_null(b))
        tell_apart(an, into, from, a);
    if (b.kind == VAL_PTR && is_null(a))
        tell_apart(an, from, into, b);
    const RegionState *x = a.kind == VAL_PTR ? state_region_find(into, a.id) : NULL;
    const RegionState *y = b.kind == VAL_PTR ? state_region_find(from, b.id) : NULL;
    if (x && y && x->life != y->life) /* nothing to be had in common */
        return;
    if (a.kind != VAL_PTR || b.kind != VAL_PTR || a.id == b.id || !is_alike(an, a.id, b.id) ||
        region_info(an, a.id)->kind == REGION_ENTRY || region_info(an, b.id)->kind == REGION_ENTRY)
        return;
    if (!is_free(from, a.id)) {
        put_back_holders(an, from, a.id);
        put_back_holders(an, into, a.id);
        if (holders(from, a.id) == 0 && is_whole(an, from, a.id, 0)) /* it goes out of sight */
            safe_put_back(an, from, a.id);
    }
    if (!is_free(from, a.id)) {
        if (is_a_parameters(an, a.id))
            return;
        move_aside(an, into, from, a.id);
    }
    drop_name(an, from, a.id);
    rename_region(an, from, b.id, a.id);
}

/* ---- a name for either ----------------------------------------------------------------------- */
/* Objects of others, as declared, that have no common name: "some such object". */
static bool is_lent(Analysis *an, const State *s, Value v)
{
    const RegionState *rs = v.kind == VAL_PTR ? state_region_find(s, v.id) : NULL;
    return rs && !v.num && !v.off_sym && rs->own != OWN_YES && rs->null != NULL_IS &&
           region_info(an, v.id)->type && is_whole(an, s, v.id, 0) &&
           rs->length.kind == VAL_UNKNOWN;
}

static void call_it(Analysis *an, State *s, Value *v, uint32_t name)
{
    RegionState rs = *state_region(an, s, v->id);
    RegionState old = rs;
    rs.region = name;
    *state_region(an, s, name) = rs;
    loan_drop(s, name);
    loan_add(an, s, name, old.region);
    loans_copy(an, s, name, old.region, false);
    v->id = name;
}

static void name_either(Analysis *an, State *into, State *from, Cell *a, Cell *b)
{
    const Type *t = a->value.kind == VAL_PTR ? region_info(an, a->value.id)->type : NULL;
    if (value_same(a->value, b->value) || !is_lent(an, into, a->value) ||
        !is_lent(an, from, b->value))
        return;
    const Type *u = region_info(an, b->value.id)->type;
    Value x = state_region_find(into, a->value.id)->size;
    Value y = state_region_find(from, b->value.id)->size;
    if (t->canon != u->canon || !value_same(x, y))
        return;
    RegionInfo info = {.kind = REGION_UNKNOWN, .type = t, .given = true, .span = an->span};
    uint64_t key = hash_mix(hash_mix(hash_mix(0x5afe, an->block), a->region), (uint64_t)a->off);
    for (uint32_t round = 0;; round++) {
        uintptr_t name;
        uint64_t k = hash_mix(key, round);
        if (!map_get(&an->fresh_cons, k, &name)) {
            name = region_new(an, &info);
            map_put(&an->fresh_cons, k, name);
        }
        uint32_t r = (uint32_t)name;
        bool mine_a = a->value.id == r, mine_b = b->value.id == r;
        if ((!mine_a && !is_free(into, r)) || (!mine_b && !is_free(from, r)))
            continue;
        if (!mine_a)
            call_it(an, into, &a->value, r);
        if (!mine_b)
            call_it(an, from, &b->value, r);
        return;
    }
}

static Cell *mutable_cell(State *s, const Cell *c)
{
    return s->cells + (same_cell(s, c) - s->cells);
}

static void look_alike(Analysis *an, State *into, State *from)
{
    put_back_alone(an, into, from);
    put_back_alone(an, from, into);
    look_at(an, from, into);
    look_at(an, into, from);
}

/* What an object owns on one way, and does not on the other, where it was never filled, or dropped:
 * it gets its name now, so that it is missed later. */
static void owners_alike(Analysis *an, State *into, State *from)
{
    for (uint32_t i = 0; i < into->region_count; i++) {
        uint32_t region = into->regions[i].region;
        const RegionState *b = state_region_find(from, region);
        const Type *t = region_info(an, region)->type;
        bool uninit = into->regions[i].content == CONTENT_UNINIT;
        if (!b || !t || (b->content == CONTENT_UNINIT) == uninit || !type_owns(t) ||
            into->regions[i].life != LIFE_LIVE || b->life != LIFE_LIVE)
            continue;
        safe_open_owners(an, uninit ? from : into, value_ptr(region, 0), t);
    }
}

void safe_align(Analysis *an, State *into, State *from)
{
    owners_alike(an, into, from);
    part_align(an, into, from);
    look_alike(an, into, from);
    for (int variables = 1; variables >= 0; variables--)
        for (uint32_t i = 0; i < into->cell_count; i++) {
            const Cell c = into->cells[i];
            const Cell *there = same_cell(from, &c);
            bool variable = region_info(an, c.region)->kind == REGION_LOCAL;
            if (there && variable == (variables == 1))
                rename_pair(an, into, from, c.value, there->value);
        }
    look_alike(an, into, from); /* by the names that they have now */
    put_back_unlike(an, into, from);
    for (uint32_t i = 0; i < into->cell_count; i++) {
        const Cell c = into->cells[i];
        if (region_info(an, c.region)->kind == REGION_LOCAL && same_cell(from, &c))
            name_either(an, into, from, &into->cells[i], mutable_cell(from, &c));
    }
    for (uint32_t i = 0; i < into->temp_count; i++)
        rename_pair(an, into, from, into->temps[i].value,
                    state_temp(from, (LocalId){into->temps[i].local}));
}

/* ---- strings --------------------------------------------------------------------------------- */
static void learn_character(Analysis *an, State *s, uint32_t sym, int depth)
{
    const SymInfo i = *sym_info(an, sym);
    if (i.kind == SYMBOL_FRESH && i.region && i.type->size == 1 &&
        state_excludes(an, s, value_sym(sym, 0), 0)) {
        const RegionState *rs = state_region_find(s, i.region);
        Value at = i.off_sym ? value_sym(i.off_sym, i.off) : value_int(i.off);
        Value length = rs ? rs->length : value_unknown();
        if (length.kind != VAL_SYM)
            return;
        Linear behind =
            linear_sub(linear_exact(an, s, at, NULL), linear_exact(an, s, length, NULL));
        if (!behind.known || linear_interval(an, s, &behind).hi > 0)
            return;
        if (at.kind == VAL_INT)
            (void)state_assume_interval(an, s, length, NULL, at.num + 1, INT128_FAR);
        else
            (void)state_assume_diff(an, s, at, length, -1);
        return;
    }
    if (i.kind == SYMBOL_BINARY && i.op == BIN_EQ && i.a.kind == VAL_SYM && i.b.kind == VAL_SYM) {
        Linear by = linear_sub(linear_exact(an, s, i.a, NULL), linear_exact(an, s, i.b, NULL));
        Interval d = linear_interval(an, s, &by);
        for (int k = 0; k < 2 && by.known && d.lo == 0 && d.hi == 0; k++)
            if (state_excludes(an, s, k ? i.a : i.b, 0))
                (void)state_assume_not(an, s, k ? i.b : i.a, NULL, 0);
    }
    if (depth < 6 && i.a.kind == VAL_SYM)
        learn_character(an, s, i.a.id, depth + 1);
    if (depth < 6 && i.b.kind == VAL_SYM)
        learn_character(an, s, i.b.id, depth + 1);
}

void safe_learned(Analysis *an, State *s, Value v)
{
    if (v.kind == VAL_SYM)
        learn_character(an, s, v.id, 0);
}

void safe_gave_up(Analysis *an)
{
    State *s = state_new(an);
    an->block = 0;
    safe_refuse(an, s, VIOLATION_GAVE_UP, WHY_NONE, an->fn->locals.data[0].span, NULL);
}
