/* engine/rename.c - a path comes round to a block where a join named what places held.
 *
 * The names (join.c) stand for what the places hold when the block is entered *now*; what the path
 * still knows by them is of the round before. It is renamed to the one name that the round before
 * has; what is older than that, or was looked up in memory by such a name, becomes anonymous:
 *
 *     loop head     i: J          prev: ?
 *     prev = i      i: J          prev: J
 *     i++           i: J + 1      prev: J
 *     loop head     i: J' + 1     prev: J'        and the join makes i: J, prev: another one */
#include "engine/state.h"

typedef struct Renaming {
    Analysis *an;
    State *s;
    uint32_t point;  /* of the symbols to rename; ~point: those of the round before */
    uint32_t known;  /* symbols there were at the start */
    uint32_t *names; /* by symbol: 1 + its new name; 0: not asked yet */
} Renaming;

static bool rename_value(Renaming *r, Value *v);

/* The one that stands for the round before, or for a number that was found by its help. */
static uint32_t earlier_symbol(Analysis *an, uint32_t sym, uint32_t point)
{
    uint64_t key = hash_mix(UINT64_C(0x93e7), sym);
    uintptr_t got;
    if (map_get(&an->fresh_cons, key, &got))
        return (uint32_t)got;
    SymInfo info = *sym_info(an, sym);
    info.kind = SYMBOL_FRESH;
    info.a = info.b = value_unknown();
    info.off_sym = 0;
    info.point = ~point;
    VEC_PUSH(an->arena, &an->syms, info);
    map_put(&an->fresh_cons, key, an->syms.len - 1);
    return an->syms.len - 1;
}

static bool mentions(const Analysis *an, uint32_t sym, uint32_t point, uint32_t depth)
{
    if (!sym || depth > 8)
        return false;
    const SymInfo *i = sym_info(an, sym);
    if (i->point == point || i->point == ~point)
        return true;
    return (i->a.kind == VAL_SYM && mentions(an, i->a.id, point, depth + 1)) ||
           (i->b.kind == VAL_SYM && mentions(an, i->b.id, point, depth + 1)) ||
           (i->kind == SYMBOL_ENTRY && mentions(an, i->off_sym, point, depth + 1));
}

static uint32_t find_name(Renaming *r, uint32_t sym);

/* The symbol's name from now on; 0: it has none. */
static uint32_t rename_symbol(Renaming *r, uint32_t sym)
{
    if (sym >= r->known)
        return find_name(r, sym);
    if (!r->names[sym]) {
        uint32_t name = find_name(r, sym);
        r->names[sym] = name + 1;
    }
    return r->names[sym] - 1;
}

static uint32_t find_name(Renaming *r, uint32_t sym)
{
    Analysis *an = r->an;
    if (!mentions(an, sym, r->point, 0))
        return sym;
    const SymInfo i = *sym_info(an, sym);
    if (i.point == ~r->point)
        return 0;
    if (i.point == r->point || i.kind == SYMBOL_ENTRY)
        return earlier_symbol(an, sym, r->point);
    Value a = i.a, b = i.b;
    if (i.kind == SYMBOL_FRESH || i.kind == SYMBOL_PTR_INT || !rename_value(r, &a) ||
        !rename_value(r, &b))
        return 0;
    return sym_derived(an, (SymKind)i.kind, i.op, a, b, i.type);
}

/* Is the region one that was looked up by such a name? */
static bool region_mentions(const Renaming *r, uint32_t region)
{
    for (uint32_t depth = 0; region && depth < 8; depth++) {
        const RegionInfo *i = region_info(r->an, region);
        if (i->off_sym && mentions(r->an, i->off_sym, r->point, 0))
            return true;
        region = i->kind == REGION_ENTRY ? i->parent : 0;
    }
    return false;
}

static bool rename_value(Renaming *r, Value *v)
{
    if (v->kind == VAL_SYM) {
        v->id = rename_symbol(r, v->id);
        return v->id != 0;
    }
    if (v->kind != VAL_PTR)
        return true;
    if (region_mentions(r, v->id))
        return false;
    uint32_t off = v->off_sym ? rename_symbol(r, v->off_sym) : 0;
    if (v->off_sym && !off)
        return false;
    v->off_sym = off;
    return true;
}

static void rename_cells(Renaming *r)
{
    State *s = r->s;
    for (uint32_t i = 0; i < s->cell_count;) {
        Cell *c = &s->cells[i];
        if ((c->off_sym && mentions(r->an, c->off_sym, r->point, 0)) ||
            region_mentions(r, c->region)) {
            if (r->an->safe && safe_may_forget(r->an, s, i))
                state_forget_cell(s, i);
            else
                state_remove_cell(r->an, s, i);
            continue;
        }
        if (!rename_value(r, &c->value))
            c->value = value_unknown();
        i++;
    }
    for (uint32_t i = 0; i < s->temp_count; i++)
        if (!rename_value(r, &s->temps[i].value))
            s->temps[i].value = value_unknown();
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->region_count; i++) {
        RegionState rs = s->regions[i];
        if (region_mentions(r, rs.region))
            continue;
        if (!rename_value(r, &rs.size))
            rs.size = value_unknown();
        if (!rename_value(r, &rs.length))
            rs.length = value_unknown();
        s->regions[w++] = rs;
    }
    s->region_count = w;
}

static void rename_facts(Renaming *r)
{
    State *s = r->s;
    uint32_t count = s->fact_count, diffs = s->diff_count, w = 0;
    Fact *facts = ARENA_ARRAY(r->an->scratch, Fact, count + 1);
    Diff *old = ARENA_ARRAY(r->an->scratch, Diff, diffs + 1);
    for (uint32_t i = 0; i < count; i++)
        facts[i] = s->facts[i];
    for (uint32_t i = 0; i < diffs; i++)
        old[i] = s->diffs[i];
    s->fact_count = s->diff_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        facts[i].sym = rename_symbol(r, facts[i].sym);
        if (facts[i].sym)
            state_put_fact(r->an, s, &facts[i]);
    }
    for (uint32_t i = 0; i < diffs; i++) {
        uint32_t a = rename_symbol(r, old[i].a), b = rename_symbol(r, old[i].b);
        if (a && b)
            (void)state_assume_diff(r->an, s, value_sym(a, 0), value_sym(b, 0), old[i].most);
    }
    for (uint32_t i = 0; i < s->need_count; i++)
        if (rename_value(r, &s->needs[i].x) && rename_value(r, &s->needs[i].y))
            s->needs[w++] = s->needs[i];
    s->need_count = w;
}

void state_rename_joined(Analysis *an, State *s, uint32_t block)
{
    if (!an->joined[block].len)
        return;
    Renaming r = {an, s, block + 1, an->syms.len, ARENA_ARRAY(an->scratch, uint32_t, an->syms.len)};
    rename_cells(&r);
    rename_facts(&r);
}
