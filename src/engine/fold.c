/* engine/fold.c - keeps summaries of functions that call themselves finite, and compares them.
 *
 *     void free_list(struct node *n) { if (n) { free_list(n->next); free(n); } }
 *
 * Taken as it is, the second round knows what becomes of n->next, the third of n->next->next, and
 * so on. What a call within a cycle finds behind an object that is a level down is folded into that
 * object: "and what it leads to may be gone". Of what a call made the contents are folded, numbers
 * that grow with the depth become any number of their sign, and what callees learned of numbers a
 * level down is not carried up. Cases of a call that end alike are joined. A condition that goes on
 * the way makes the state lossy.
 *
 * Hashes of summaries name objects by the way that leads to them, so that two rounds that differ in
 * numbering only are the same. */
#include "engine/summary.h"

enum { DEEPEST = 8 };

/* ---- which objects are deep ------------------------------------------------------------------ */
/* Each unit has its own record of what the program takes for one. */
static bool same_pointee(const Type *a, const Type *b)
{
    if (!a || !b)
        return a == b;
    a = a->canon, b = b->canon;
    if (a == b)
        return true;
    bool records = (a->kind == TYPE_STRUCT || a->kind == TYPE_UNION) && a->kind == b->kind;
    return records && a->u.record->tag && a->u.record->tag == b->u.record->tag;
}

/* The scalar at the offset in an object of type t; NULL: none is known. */
static const Type *scalar_at(const Type *t, int64_t off)
{
    while (t && off >= 0 && (t->kind == TYPE_STRUCT || t->kind == TYPE_ARRAY)) {
        if (t->kind == TYPE_ARRAY) {
            off = t->elem->size ? off % (int64_t)t->elem->size : 0;
            t = t->elem;
            continue;
        }
        const Field *in = NULL;
        for (uint32_t i = 0; i < t->u.record->field_count && !in; i++) {
            const Field *f = &t->u.record->fields[i];
            if (off >= (int64_t)f->offset && off < (int64_t)(f->offset + f->type->size))
                in = f;
        }
        off -= in ? (int64_t)in->offset : 0;
        t = in ? in->type : NULL;
    }
    return t;
}

/* Of an object that was found at entry. What only callees have looked at has the type of the field
 * through which it is reached. */
static const Type *type_found(const Analysis *an, uint32_t r, uint32_t depth)
{
    const RegionInfo *i = region_info(an, r);
    if ((i->type && i->type->kind != TYPE_VOID) || i->kind != REGION_ENTRY || depth > DEEPEST)
        return i->type;
    const Type *t = scalar_at(type_found(an, i->parent, depth + 1), i->off);
    return t && t->kind == TYPE_POINTER ? t->elem : i->type;
}

/* How many objects of its kind lie on the way to what was found at entry? Very long ways count as
 * three. */
static uint32_t level_of(const Analysis *an, uint32_t r)
{
    const Type *t = type_found(an, r, 0);
    uint32_t length = 0, of_its_kind = 0;
    for (uint32_t p = r; region_info(an, p)->kind == REGION_ENTRY && length <= DEEPEST; length++) {
        p = region_info(an, p)->parent;
        if (region_info(an, p)->kind == REGION_ENTRY)
            of_its_kind += same_pointee(type_found(an, p, 0), t);
    }
    return length > DEEPEST ? 3 : of_its_kind;
}

static bool is_made(const Analysis *an, uint32_t r)
{
    uint8_t kind = region_info(an, r)->kind;
    return kind == REGION_HEAP || kind == REGION_HANDLE || kind == REGION_UNKNOWN;
}

/* Did the call make it? */
static bool is_new(const Analysis *an, const State *before, uint32_t r)
{
    return before && is_made(an, r) && !state_region_find(before, r);
}

/* After a call: what the callee found behind objects that are a level down themselves, and what
 * only objects lead to that the call made. They are known, what they hold is not. */
static BitSet found_by_call(Analysis *an, const State *s, const State *before)
{
    BitSet deep = bitset_new(an->scratch, an->regions.len);
    BitSet known = bitset_new(an->scratch, an->regions.len);
    for (uint32_t i = 0; i < before->region_count; i++)
        bitset_add(known, before->regions[i].region);
    for (uint32_t i = 0; i < before->cell_count; i++)
        if (before->cells[i].value.kind == VAL_PTR)
            bitset_add(known, before->cells[i].value.id);
    for (uint32_t i = 0; i < before->temp_count; i++)
        if (before->temps[i].value.kind == VAL_PTR)
            bitset_add(known, before->temps[i].value.id);
    for (uint32_t r = 1; r < an->regions.len; r++) {
        uint32_t parent = region_info(an, r)->parent;
        if (region_info(an, r)->kind == REGION_ENTRY && !bitset_has(known, r) &&
            (bitset_has(deep, parent) || level_of(an, parent) || level_of(an, r) > 1))
            bitset_add(deep, r);
    }
    BitSet held = bitset_new(an->scratch, an->regions.len);
    for (uint32_t i = 0; i < s->temp_count; i++)
        if (s->temps[i].value.kind == VAL_PTR)
            bitset_add(held, s->temps[i].value.id);
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].value.kind == VAL_PTR && !is_new(an, before, s->cells[i].region))
            bitset_add(held, s->cells[i].value.id);
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        if (is_new(an, before, r) && !bitset_has(held, r))
            bitset_add(deep, r);
    }
    return deep;
}

static BitSet deep_regions(Analysis *an)
{
    BitSet deep = bitset_new(an->scratch, an->regions.len);
    for (uint32_t r = 1; r < an->regions.len; r++)
        if (region_info(an, r)->kind == REGION_ENTRY &&
            (bitset_has(deep, region_info(an, r)->parent) || level_of(an, r) > 1))
            bitset_add(deep, r);
    return deep;
}

/* ---- folding --------------------------------------------------------------------------------- */
static bool was_touched(const Analysis *an, const State *s, const RegionState *rs)
{
    if (rs->life != LIFE_LIVE || rs->own == OWN_GIVEN || (rs->flags & REGION_WRITTEN))
        return true;
    for (uint32_t i = state_first_cell(s, rs->region);
         i < s->cell_count && s->cells[i].region == rs->region; i++)
        if (!cell_is_entry(an, &s->cells[i]))
            return true;
    return false;
}

/* The object before it, that stays, stands for what became of it. */
static void tell_holder(Analysis *an, State *s, BitSet deep, uint32_t r, bool touched)
{
    while (bitset_has(deep, r))
        r = region_info(an, r)->parent;
    RegionState *rs = state_region(an, s, r);
    if (region_info(an, r)->kind != REGION_ENTRY || !(touched || was_touched(an, s, rs)))
        return;
    rs->own = OWN_GIVEN;
    if (rs->content == CONTENT_ENTRY)
        rs->content = CONTENT_ANY;
    rs->flags |= REGION_WRITTEN;
}

static Value unknown_for(Analysis *an, State *s, uint32_t r)
{
    RegionInfo info = {.kind = REGION_UNKNOWN,
                       .type = type_found(an, r, 0),
                       .span = an->span,
                       .memory = region_info(an, r)->kind == REGION_ENTRY};
    const RegionState *rs = state_region_find(s, r);
    uint8_t null = rs ? rs->null : NULL_UNKNOWN;
    uint32_t fresh = region_fresh(an, &info);
    state_region(an, s, fresh)->null = null;
    return value_ptr(fresh, 0);
}

static void drop_deep(Analysis *an, State *s, BitSet deep, Value *result)
{
    if (result && result->kind == VAL_PTR && bitset_has(deep, result->id))
        *result = unknown_for(an, s, result->id);
    for (uint32_t i = 0; i < s->temp_count; i++)
        if (s->temps[i].value.kind == VAL_PTR && bitset_has(deep, s->temps[i].value.id)) {
            Value v = unknown_for(an, s, s->temps[i].value.id);
            s->temps[i].value = v;
        }
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        Cell c = s->cells[i];
        bool to_deep = c.value.kind == VAL_PTR && bitset_has(deep, c.value.id);
        if (bitset_has(deep, c.region) || (to_deep && cell_is_entry(an, &c)))
            continue;
        if (to_deep)
            c.value = value_unknown();
        s->cells[w++] = c;
    }
    s->cell_count = w;
    w = 0;
    for (uint32_t i = 0; i < s->region_count; i++)
        if (!bitset_has(deep, s->regions[i].region))
            s->regions[w++] = s->regions[i];
    s->region_count = w;
}

/* True: a condition went with them. */
static bool fold_regions(Analysis *an, State *s, BitSet deep, Value *result)
{
    uint32_t *told = ARENA_ARRAY(an->scratch, uint32_t, s->region_count + 1), count = 0;
    bool *touched = ARENA_ARRAY(an->scratch, bool, s->region_count + 1);
    bool any = false, tested = false;
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionState *rs = &s->regions[i];
        if (!bitset_has(deep, rs->region))
            continue;
        any = true;
        if (region_info(an, rs->region)->kind != REGION_ENTRY)
            continue;
        told[count++] = rs->region;
        touched[count - 1] = was_touched(an, s, rs);
        tested |= rs->null != NULL_UNKNOWN && (rs->flags & REGION_TESTED);
    }
    for (uint32_t i = 0; i < s->cell_count && !any; i++)
        any = s->cells[i].value.kind == VAL_PTR && bitset_has(deep, s->cells[i].value.id);
    for (uint32_t i = 0; i < s->temp_count && !any; i++)
        any = s->temps[i].value.kind == VAL_PTR && bitset_has(deep, s->temps[i].value.id);
    any |= result && result->kind == VAL_PTR && bitset_has(deep, result->id);
    if (!any)
        return false;
    for (uint32_t i = 0; i < count; i++)
        tell_holder(an, s, deep, told[i], touched[i]);
    an->ordinal = 0;
    drop_deep(an, s, deep, result);
    return tested;
}

/* What the call made is known; what it holds is anything. */
static void fold_made(Analysis *an, State *s, const State *before)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        if (!is_new(an, before, r))
            continue;
        uint8_t own = s->regions[i].own;
        state_forget_region(an, s, r, CONTENT_ANY);
        state_region(an, s, r)->own = own;
    }
}

/* ---- numbers --------------------------------------------------------------------------------- */
static bool same_fact(const Fact *a, const Fact *b)
{
    return a->lo == b->lo && a->hi == b->hi && a->holes == b->holes && a->has_ne == b->has_ne &&
           (!a->has_ne || a->ne == b->ne);
}

static bool names_about(const Analysis *an, i128 n)
{
    const Component *c = an->result->cycle;
    return n >= INT32_MIN && n <= INT32_MAX &&
           (cycle_names_number(c, (int64_t)n) || cycle_names_number(c, (int64_t)n - 1) ||
            cycle_names_number(c, (int64_t)n + 1));
}

/* Do its bounds come from the program's text, rather than from how deep the calls went? */
static bool is_named(const Analysis *an, const Fact *f)
{
    Interval all = interval_of_type(sym_info(an, f->sym)->type);
    return (f->lo == all.lo || names_about(an, f->lo)) &&
           (f->hi == all.hi || names_about(an, f->hi)) && (!f->has_ne || names_about(an, f->ne));
}

/* Is it in an object that is a level down, or in a row of them, such as a text? What is asked there
 * differs from level to level. */
static bool is_below(const Analysis *an, uint32_t r, int64_t off)
{
    if (region_info(an, r)->kind != REGION_ENTRY)
        return false;
    const Type *t = type_found(an, r, 0);
    bool record = t && (t->kind == TYPE_STRUCT || t->kind == TYPE_UNION);
    bool held = region_info(an, region_info(an, r)->parent)->kind == REGION_ENTRY;
    return level_of(an, r) > 0 || (!record && (off || held));
}

/* Does it rest on a number that is there? */
static bool is_of_level(const Analysis *an, Value v, uint32_t depth)
{
    if (v.kind != VAL_SYM || depth > 6)
        return false;
    const SymInfo *i = sym_info(an, v.id);
    if (i->kind == SYMBOL_ENTRY)
        return is_below(an, i->region, i->off_sym ? 1 : i->off);
    return is_of_level(an, i->a, depth + 1) || is_of_level(an, i->b, depth + 1);
}

/* That the callee looked there is no concern of the caller's. */
static void drop_looks(const Analysis *an, State *s, const State *before)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell c = s->cells[i];
        const Cell *there;
        bool looked = cell_is_entry(an, &c) && is_below(an, c.region, c.off);
        if (looked)
            (void)state_peek(an, before, c.region, c.off, 0, c.size, &there);
        if (!looked || there)
            s->cells[w++] = c;
    }
    s->cell_count = w;
}

/* True: a condition went. */
static bool restore_facts(Analysis *an, State *s, const State *before)
{
    uint32_t w = 0;
    bool lost = false;
    for (uint32_t i = 0; i < s->fact_count; i++) {
        Fact f = s->facts[i];
        if (value_is_entry(an, value_sym(f.sym, 0))) {
            const Fact *old = fact_find(before, f.sym);
            bool keep = old && same_fact(old, &f);
            keep |= is_named(an, &f) && !is_of_level(an, value_sym(f.sym, 0), 0);
            lost |= !keep;
            if (!keep && !old)
                continue;
            f = keep ? f : *old;
        }
        s->facts[w++] = f;
    }
    s->fact_count = w;
    return lost;
}

static const Diff *diff_of(const State *s, uint32_t a, uint32_t b)
{
    for (uint32_t i = 0; i < s->diff_count; i++)
        if (s->diffs[i].a == a && s->diffs[i].b == b)
            return &s->diffs[i];
    return NULL;
}

/* Of differences and needs the caller's own stay. True: a condition went. */
static bool restore_relations(const Analysis *an, State *s, const State *before)
{
    uint32_t w = 0;
    bool lost = false;
    for (uint32_t i = 0; i < s->diff_count; i++) {
        Diff d = s->diffs[i];
        const Diff *old = diff_of(before, d.a, d.b);
        bool ours = value_is_entry(an, value_sym(d.a, 0)) || value_is_entry(an, value_sym(d.b, 0));
        bool same = old && old->most == d.most;
        lost |= ours && !same;
        if (!same && ours && old)
            d = *old;
        if (old || !ours)
            s->diffs[w++] = d;
    }
    s->diff_count = w;
    w = 0;
    for (uint32_t i = 0; i < s->need_count; i++) {
        const Need n = s->needs[i];
        bool known = false;
        for (uint32_t k = 0; k < before->need_count && !known; k++)
            known = before->needs[k].at.begin == n.at.begin && before->needs[k].kind == n.kind;
        if (known)
            s->needs[w++] = n;
    }
    s->need_count = w;
    w = 0;
    for (uint32_t i = 0; i < s->callback_count; i++)
        if (callbacks_cover(before, &s->callbacks[i]))
            s->callbacks[w++] = s->callbacks[i];
    s->callback_count = w;
    return lost;
}

/* Can it be below zero (1), zero (2), above (4)? */
static uint32_t signs_of(const Analysis *an, const State *s, Value v, const Type *t)
{
    if (v.kind == VAL_UNKNOWN)
        return 7;
    Interval i = state_interval(an, s, v, t);
    bool zero = i.lo <= 0 && i.hi >= 0 && !state_excludes(an, s, v, 0);
    return (i.lo < 0 ? 1u : 0) | (zero ? 2u : 0) | (i.hi > 0 ? 4u : 0);
}

static Value number_of_signs(Analysis *an, State *s, uint32_t signs, const Type *t)
{
    Interval all = interval_of_type(t);
    Value some = value_sym(sym_fresh(an, t, false), 0);
    /* half of its type's range: that many levels are not reached, so one more is no overflow */
    (void)state_assume_interval(an, s, some, t,
                                signs & 1   ? all.lo / 2
                                : signs & 2 ? 0
                                            : 1,
                                signs & 4   ? all.hi / 2
                                : signs & 2 ? 0
                                            : -1);
    if (!(signs & 2))
        (void)state_assume_not(an, s, some, t, 0);
    return some;
}

/* Some number of the same sign. */
static Value some_number(Analysis *an, State *s, Value v, const Type *t)
{
    return number_of_signs(an, s, signs_of(an, s, v, t), t);
}

/* Does it grow with the depth, for all that can be seen of it? */
static bool grows(const Analysis *an, Value v)
{
    if (v.kind == VAL_INT)
        return !cycle_names_number(an->result->cycle, v.num);
    if (v.kind != VAL_SYM)
        return false;
    uint8_t kind = sym_info(an, v.id)->kind;
    if (kind == SYMBOL_ENTRY) /* a count of owners, less one */
        return !cycle_names_number(an->result->cycle, v.num < 0 ? -v.num : v.num);
    return v.num || kind != SYMBOL_FRESH;
}

static Value settle_pointer(Analysis *an, Value v)
{
    if ((!v.num && !v.off_sym) || region_info(an, v.id)->kind == REGION_LOCAL)
        return v;
    v.num = 0;
    v.off_sym = sym_fresh(an, type_basic(an->fn->unit->types, TYPE_LONG), false);
    return v;
}

static const Type *number_of_size(const Analysis *an, Value v, uint64_t size)
{
    if (v.kind == VAL_SYM && type_is_integer(sym_info(an, v.id)->type))
        return sym_info(an, v.id)->type;
    Types *types = an->fn->unit->types;
    TypeKind kind = size == 1   ? TYPE_SCHAR
                    : size == 2 ? TYPE_SHORT
                    : size == 4 ? TYPE_INT
                    : size == 8 ? TYPE_LONG
                                : TYPE_VOID;
    return kind == TYPE_VOID ? NULL : type_basic(types, kind);
}

/* What the call has changed in memory, and what it returned. */
static void settle_changes(Analysis *an, State *s, const State *before)
{
    uint32_t names = an->ordinal;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        Cell c = s->cells[i];
        Value old = state_peek(an, before, c.region, c.off, c.off_sym, c.size, NULL);
        if (value_same(old, c.value) || cell_is_entry(an, &c))
            continue;
        an->ordinal = names + c.region * 64 + (uint32_t)c.off; /* in all cases the same */
        if (c.value.kind == VAL_PTR) {
            c.value = settle_pointer(an, c.value);
        } else if (grows(an, c.value)) {
            const Type *t = number_of_size(an, c.value, c.size);
            c.value = t ? some_number(an, s, c.value, t) : value_unknown();
        }
        s->cells[i].value = c.value;
    }
    if (an->inst && local_is(an->inst->dst)) {
        Value v = state_temp(s, an->inst->dst);
        an->ordinal = names;
        if (v.kind == VAL_PTR)
            state_set_temp(an, s, an->inst->dst, settle_pointer(an, v));
    }
}

static void note_lossy(Analysis *an, State *s)
{
    if (!s->lossy)
        s->lossy = an->steps ? an->steps : 1;
}

void fold_exit(Analysis *an, State *s, Value *result)
{
    an->ordinal = 0;
    an->round = 0;
    const Type *t = an->fn->locals.data[0].type;
    if (type_is_integer(t) && grows(an, *result))
        *result = some_number(an, s, *result, t);
    if (fold_regions(an, s, deep_regions(an), result))
        note_lossy(an, s);
    if (!s->lossy) /* the conditions are all there for callers to decide */
        s->latent = false;
}

/* How long what the call has touched is now differs from level to level. */
static void settle_lengths(const Analysis *an, State *s, const State *before)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        RegionState *rs = &s->regions[i];
        const RegionState *old = state_region_find(before, rs->region);
        Value none = value_unknown(), size = old ? old->size : none,
              length = old ? old->length : none;
        if (rs->size.kind != VAL_UNKNOWN && !value_same(rs->size, size) && grows(an, rs->size))
            rs->size = none;
        if (rs->length.kind != VAL_UNKNOWN && !value_same(rs->length, length))
            rs->length = none;
    }
}

static bool fold_after_call(Analysis *an, State *s, const State *before)
{
    an->ordinal = 50000; /* of names: the same for all cases of the call */
    bool lost = restore_facts(an, s, before);
    lost |= restore_relations(an, s, before);
    settle_lengths(an, s, before);
    drop_looks(an, s, before);
    settle_changes(an, s, before);
    lost |= fold_regions(an, s, found_by_call(an, s, before), NULL);
    fold_made(an, s, before);
    return lost;
}

/* What tells the cases of a call apart: how it ended, and which of its arguments were null, which
 * is where recursion ends. */
enum { ENDS_ANYHOW = 7 };
static uint64_t way_of(Analysis *an, State *s, const Inst *in)
{
    uint64_t way = 0;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        Value v = eval_operand(an, s, &in->args[i]);
        if (v.kind == VAL_PTR && in->args[i].type->kind == TYPE_POINTER)
            way = way * 5 + (uint64_t)(state_nullness(an, s, v) + 2);
    }
    if (!local_is(in->dst))
        return way;
    const Type *t = an->fn->locals.data[in->dst.i].type;
    Value v = state_temp(s, in->dst);
    if (t->kind == TYPE_POINTER)
        return way * 8 +
               (state_nullness(an, s, v) < 0 ? ENDS_ANYHOW : (uint64_t)state_nullness(an, s, v));
    return way * 8 + (type_is_integer(t) ? signs_of(an, s, v, t) : ENDS_ANYHOW);
}

/* Two cases become one. It is no less than what unknown code would leave, so it is no reason to
 * keep silent about what comes after. */
static void join_ways(Analysis *an, State *into, State *from, const Inst *in, const State *before)
{
    const Type *t = local_is(in->dst) ? an->fn->locals.data[in->dst.i].type : NULL;
    uint32_t signs = 0;
    if (t && type_is_integer(t))
        signs = signs_of(an, into, state_temp(into, in->dst), t) |
                signs_of(an, from, state_temp(from, in->dst), t);
    state_join(an, into, from);
    state_drop(an, from);
    into->generalised = before->generalised;
    into->joined = before->joined;
    if (!t || state_temp(into, in->dst).kind != VAL_UNKNOWN)
        return;
    an->ordinal = 40000; /* of names: the same for all joins of the call */
    state_set_temp(an, into, in->dst,
                   signs ? number_of_signs(an, into, signs, t) : value_fresh(an, into, t, false));
}

/* A condition that went with nothing on its other side is a loss; else some call deeper down
 * decides it one way or the other. */
void call_within(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    StateList after = {0};
    summary_apply(an, s, in, c, &after);
    State **kept = ARENA_ARRAY(an->scratch, State *, after.count + 1);
    uint64_t *ways = ARENA_ARRAY(an->scratch, uint64_t, after.count + 1);
    bool *lost = ARENA_ARRAY(an->scratch, bool, after.count + 1);
    uint32_t n = 0, k = 0;
    bool anyhow = false;
    for (State *x = after.first; x; x = x->next) {
        lost[n] = fold_after_call(an, x, s);
        anyhow |= way_of(an, x, in) % 8 == ENDS_ANYHOW;
        n++;
    }
    n = 0;
    for (State *x = after.first, *next; x; x = next) {
        next = x->next;
        bool lost_here = lost[k++];
        uint64_t way = way_of(an, x, in);
        if (anyhow) /* one may end like all of them: no telling apart */
            way |= ENDS_ANYHOW;
        uint32_t i = 0;
        while (i < n && ways[i] != way)
            i++;
        if (i < n) {
            join_ways(an, kept[i], x, in, s);
            lost[i] = false;
            continue;
        }
        kept[n] = x;
        ways[n] = way;
        lost[n++] = lost_here;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (lost[i])
            note_lossy(an, kept[i]);
        state_list_add(out, kept[i]);
    }
}

/* ---- hashes ---------------------------------------------------------------------------------- */
typedef struct Colours {
    const Summary *m;
    uint64_t *regions, *syms; /* 0: not known yet */
    uint64_t *next;
} Colours;

static uint64_t region_colour(Colours *k, uint32_t r);

static uint64_t value_colour(Colours *k, Value v);

static uint64_t sym_colour(Colours *k, uint32_t sym)
{
    if (k->syms[sym])
        return k->syms[sym];
    const SymInfo *i = &k->m->syms[sym];
    uint64_t h = hash_mix(hash_mix(11, i->kind), i->type->size);
    k->syms[sym] = h;
    if (i->kind == SYMBOL_ENTRY) {
        h = hash_mix(hash_mix(h, region_colour(k, i->region)), (uint64_t)i->off);
        h = i->off_sym ? hash_mix(h, sym_colour(k, i->off_sym)) : h;
    } else if (i->kind == SYMBOL_FRESH) {
        h = hash_mix(h, (uint64_t)i->outside << 1 | i->memory);
    } else {
        h = hash_mix(hash_mix(h, i->op), value_colour(k, i->a));
        h = hash_mix(h, value_colour(k, i->b));
    }
    return k->syms[sym] = h;
}

static uint64_t value_colour(Colours *k, Value v)
{
    uint64_t h = hash_mix(13, v.kind);
    if (v.kind == VAL_PTR)
        h = hash_mix(hash_mix(h, region_colour(k, v.id)), v.off_sym ? sym_colour(k, v.off_sym) : 0);
    else if (v.kind == VAL_SYM)
        h = hash_mix(h, sym_colour(k, v.id));
    return v.kind == VAL_PTR || v.kind == VAL_SYM || v.kind == VAL_INT
               ? hash_mix(h, (uint64_t)v.num)
               : h;
}

static uint64_t region_colour(Colours *k, uint32_t r)
{
    if (k->regions[r])
        return k->regions[r];
    const RegionInfo *i = &k->m->regions[r];
    uint64_t h = hash_mix(hash_mix(17, i->kind), i->handle);
    k->regions[r] = h;
    switch ((RegionKind)i->kind) {
    case REGION_LOCAL:
    case REGION_STRING: h = hash_mix(h, i->index); break;
    case REGION_GLOBAL: h = hash_mix(h, MAP_KEY_PTR(i->sym->name)); break;
    case REGION_ENTRY:
        h = hash_mix(hash_mix(h, region_colour(k, i->parent)), (uint64_t)i->off);
        h = i->off_sym ? hash_mix(h, sym_colour(k, i->off_sym)) : h;
        break;
    case REGION_HEAP:
    case REGION_HANDLE: h = hash_mix(h, MAP_KEY_PTR(i->family)); break;
    case REGION_NONE:
    case REGION_UNKNOWN: h = hash_mix(h, (uint64_t)i->memory << 1 | i->given); break;
    }
    return k->regions[r] = h;
}

/* Objects that were made are told apart by what points to them. */
static void refine(Colours *k, const Case *c)
{
    memset(k->next, 0, k->m->region_count * sizeof *k->next);
    for (uint32_t i = 0; i < c->state->cell_count; i++) {
        const Cell *x = &c->state->cells[i];
        if (x->value.kind == VAL_PTR)
            k->next[x->value.id] +=
                hash_mix(hash_mix(19, region_colour(k, x->region)), (uint64_t)x->off);
    }
    if (c->result.kind == VAL_PTR)
        k->next[c->result.id] += 23;
    for (uint32_t r = 1; r < k->m->region_count; r++)
        if (k->m->regions[r].kind == REGION_HEAP || k->m->regions[r].kind == REGION_HANDLE ||
            k->m->regions[r].kind == REGION_UNKNOWN)
            k->regions[r] = hash_mix(region_colour(k, r), k->next[r]);
}

static uint64_t state_colour(Colours *k, const State *s)
{
    uint64_t h = (s->weak ? 1u : 0) | (s->latent ? 2u : 0) | (s->by_memory ? 4u : 0) |
                 (s->lossy ? 8u : 0) | (s->generalised ? 16u : 0) | (s->globals_unknown ? 32u : 0);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        uint64_t x = hash_mix(hash_mix(29, region_colour(k, c->region)), (uint64_t)c->off);
        x = hash_mix(hash_mix(x, c->size), c->off_sym ? sym_colour(k, c->off_sym) : c->sometimes);
        h += hash_mix(x, value_colour(k, c->value));
    }
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionState *r = &s->regions[i];
        uint64_t x = hash_mix(hash_mix(31, region_colour(k, r->region)), (uint64_t)r->release_off);
        x = hash_mix(hash_mix(x, value_colour(k, r->size)), value_colour(k, r->length));
        h += hash_mix(x, (uint64_t)r->life << 32 | (uint64_t)r->null << 24 |
                             (uint64_t)r->own << 16 | (uint64_t)r->content << 8 | r->flags);
    }
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const Fact *f = &s->facts[i];
        uint64_t x = hash_mix(hash_mix(37, sym_colour(k, f->sym)), (uint64_t)f->lo);
        x = hash_mix(hash_mix(x, (uint64_t)f->hi), f->has_ne ? (uint64_t)f->ne : f->holes);
        h += x;
    }
    for (uint32_t i = 0; i < s->diff_count; i++) {
        const Diff *d = &s->diffs[i];
        uint64_t x = hash_mix(hash_mix(41, sym_colour(k, d->a)), sym_colour(k, d->b));
        h += hash_mix(x, (uint64_t)d->most);
    }
    for (uint32_t i = 0; i < s->need_count; i++) {
        const Need *n = &s->needs[i];
        uint64_t x = hash_mix(hash_mix(43, n->kind), n->region ? region_colour(k, n->region) : 0);
        x = hash_mix(hash_mix(x, value_colour(k, n->x)), value_colour(k, n->y));
        h += hash_mix(x, hash_mix(n->limit, n->op));
    }
    for (uint32_t i = 0; i < s->callback_count; i++) {
        const Callback *c = &s->callbacks[i];
        uint64_t x = hash_mix(hash_mix(47, value_colour(k, c->function)), c->untouched);
        for (uint32_t j = 0; j < c->count; j++)
            x = hash_mix(x, value_colour(k, c->args[j]));
        h += x;
    }
    return h;
}

uint64_t summary_hash(const FunctionResult *r)
{
    const Summary *m = r->summary;
    uint64_t h = 0;
    if (m->cases.len == 0)
        return h; /* as one that is not there yet: it does not return */
    Arena *scratch = arena_new();
    Colours k = {.m = m, .next = ARENA_ARRAY(scratch, uint64_t, m->region_count)};
    for (uint32_t i = 0; i < m->cases.len; i++) {
        const Case *c = &m->cases.data[i];
        k.regions = ARENA_ARRAY(scratch, uint64_t, m->region_count);
        k.syms = ARENA_ARRAY(scratch, uint64_t, m->sym_count);
        refine(&k, c);
        refine(&k, c);
        h +=
            hash_mix(hash_mix(value_colour(&k, c->result), c->outcome), state_colour(&k, c->state));
    }
    arena_destroy(scratch);
    return hash_mix(h, r->may_not_return ? 2 : 1);
}
