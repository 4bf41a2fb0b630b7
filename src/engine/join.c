/* engine/join.c - states against states: what is equal, what both have in common.
 *
 * A path that ends at a merge point is kept apart from the others while its memory differs, up to a
 * bound (fixpoint.c). Joining keeps what both states say and turns the rest into "anything":
 *
 *     p -> H1, n = 3     join     p -> H1, n = 4     =     p -> H1, n unknown
 *     H1 live                     H1 freed                 H1 life unknown
 *
 * so that no report can rest on a difference that only the join has blurred. An owner that the join
 * loses sight of is taken for given away: no leak is claimed.
 *
 * Two numbers become a symbol that stands for "what this place held at this block", with the hull
 * of their intervals and the bounds on differences that hold on both sides: after the first rounds
 * of `for (i = 0; i < n; i++)`, i is J with J >= 0 and J - n <= 0. When a path comes round to the
 * block again, its J is that of the round before: it is renamed first (rename_joined). */
#include "engine/safe.h"

/* ---- equality -------------------------------------------------------------------------------- */
static uint64_t value_hash(uint64_t h, Value v)
{
    h = hash_mix(h, v.kind);
    if (v.kind == VAL_INT)
        return hash_mix(h, (uint64_t)v.num);
    if (v.kind == VAL_SYM || v.kind == VAL_PTR)
        return hash_mix(hash_mix(hash_mix(h, v.id), v.off_sym), (uint64_t)v.num);
    return h;
}

/* What this path knows of a variable that several branches ask; NULL: no more than its value. */
static const Fact *flag_fact(const Analysis *an, const State *s, uint32_t i)
{
    uint32_t region = an->region_of_local[an->flags[i]];
    uint64_t size = an->fn->locals.data[an->flags[i]].type->size;
    Value v = region ? state_peek(an, s, region, 0, 0, size, NULL) : value_unknown();
    return v.kind == VAL_SYM ? fact_find(s, v.id) : NULL;
}

static bool same_fact(const Fact *a, const Fact *b)
{
    if (!a || !b)
        return a == b;
    return a->sym == b->sym && a->lo == b->lo && a->hi == b->hi &&
           fact_outside(a) == fact_outside(b);
}

static uint32_t flags_differing(const Analysis *an, const State *a, const State *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < an->flag_count; i++)
        n += !same_fact(flag_fact(an, a, i), flag_fact(an, b, i));
    return n;
}

uint64_t state_hash(Analysis *an, const State *s)
{
    uint64_t h = 1 + s->weak;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        if (cell_is_entry(an, c))
            continue;
        h = hash_mix(hash_mix(hash_mix(h, c->region), c->off_sym),
                     (uint64_t)c->off ^ c->size << 32);
        h = value_hash(h, c->value);
    }
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionState *r = &s->regions[i];
        h = hash_mix(h, (uint64_t)r->region << 32 | (uint64_t)r->life << 24 |
                            (uint64_t)r->null << 16 | (uint64_t)r->own << 8 | r->content);
    }
    for (uint32_t i = 0; i < s->temp_count; i++)
        h = value_hash(hash_mix(h, s->temps[i].local), s->temps[i].value);
    for (uint32_t i = 0; i < an->flag_count; i++) {
        const Fact *f = flag_fact(an, s, i);
        h = f ? hash_mix(hash_mix(hash_mix(h, (uint64_t)f->lo), (uint64_t)f->hi), fact_outside(f))
              : h;
    }
    return h;
}

uint64_t state_ended(const State *s)
{
    uint64_t h = 1;
    for (uint32_t i = 0; i < s->region_count; i++)
        if (life_is_released(s->regions[i].life))
            h = hash_mix(h, s->regions[i].region);
    return h;
}

static bool same_or_both_unknown(Value a, Value b)
{
    return value_same(a, b) || (a.kind == VAL_UNKNOWN && b.kind == VAL_UNKNOWN);
}

static bool regions_equal(const RegionState *a, const RegionState *b)
{
    return a->region == b->region && a->life == b->life && a->null == b->null && a->own == b->own &&
           a->content == b->content && !((a->flags ^ b->flags) & REGION_NEEDED);
}

static bool same_place(const Cell *x, const Cell *y)
{
    return x->region == y->region && x->off_sym == y->off_sym && x->off == y->off &&
           x->size == y->size;
}

bool cell_is_entry(const Analysis *an, const Cell *c)
{
    if (c->off_sym || c->value.num || c->value.off_sym)
        return false;
    if (c->value.kind == VAL_SYM) {
        const SymInfo *i = sym_info(an, c->value.id);
        return i->kind == SYMBOL_ENTRY && i->region == c->region && i->off == c->off &&
               !i->off_sym && i->type->size == c->size;
    }
    if (c->value.kind != VAL_PTR)
        return false;
    const RegionInfo *i = region_info(an, c->value.id);
    return i->kind == REGION_ENTRY && !i->handle && i->parent == c->region && i->off == c->off &&
           !i->off_sym;
}

/* The next cell from i on that says more than that it was looked at. */
static uint32_t next_cell(const Analysis *an, const State *s, uint32_t i)
{
    while (i < s->cell_count && cell_is_entry(an, &s->cells[i]))
        i++;
    return i;
}

static bool cells_equal(const Analysis *an, const State *a, const State *b)
{
    uint32_t i = next_cell(an, a, 0), k = next_cell(an, b, 0);
    while (i < a->cell_count && k < b->cell_count) {
        const Cell *x = &a->cells[i], *y = &b->cells[k];
        if (!same_place(x, y) || !same_or_both_unknown(x->value, y->value))
            return false;
        i = next_cell(an, a, i + 1);
        k = next_cell(an, b, k + 1);
    }
    return i == a->cell_count && k == b->cell_count;
}

bool state_equal(const Analysis *an, const State *a, const State *b)
{
    if (a->region_count != b->region_count || a->temp_count != b->temp_count ||
        (a->weak != 0) != (b->weak != 0) || a->latent != b->latent || !cells_equal(an, a, b))
        return false;
    for (uint32_t i = 0; i < a->region_count; i++)
        if (!regions_equal(&a->regions[i], &b->regions[i]))
            return false;
    for (uint32_t i = 0; i < a->temp_count; i++)
        if (a->temps[i].local != b->temps[i].local ||
            !same_or_both_unknown(a->temps[i].value, b->temps[i].value))
            return false;
    return flags_differing(an, a, b) == 0 && !(never_comes_back(an) && needs_lost(a, b));
}

static const Cell *cell_at(const State *s, const Cell *like)
{
    for (uint32_t i = state_first_cell(s, like->region);
         i < s->cell_count && s->cells[i].region == like->region; i++)
        if (same_place(&s->cells[i], like))
            return &s->cells[i];
    return NULL;
}

static bool fact_excludes(const Fact *f, i128 n)
{
    return n < f->lo || n > f->hi || (f->has_ne && f->ne == n) ||
           (n >= 0 && n < 64 && (f->holes >> n & 1));
}

/* Is each value that f allows one that g allows? */
static bool fact_implies(const Fact *f, const Fact *g)
{
    return f->lo >= g->lo && f->hi <= g->hi && !(fact_outside(g) & ~fact_outside(f)) &&
           (!g->has_ne || fact_excludes(f, g->ne));
}

/* What a path knows of one number at entry against another path: 0 the same, 1 more, 2 less, 3 two
 * ranges whose union is a range, 4 something else. */
static int compare_facts(const Analysis *an, const Fact *f, const Fact *g)
{
    const Fact *any = f ? f : g;
    Interval all = interval_of_type(sym_info(an, any->sym)->type);
    Fact full = {.sym = any->sym, .lo = all.lo, .hi = all.hi};
    f = f ? f : &full;
    g = g ? g : &full;
    bool f_in_g = fact_implies(f, g), g_in_f = fact_implies(g, f);
    if (f_in_g || g_in_f)
        return f_in_g && g_in_f ? 0 : f_in_g ? 1 : 2;
    bool touch = f->lo <= g->hi + 1 && g->lo <= f->hi + 1;
    return touch ? 3 : 4;
}

/* Two ways become one, whose condition is "this or that". Facts can say so when one of the two
 * implies the other, or when they differ in one number only and both ranges make one range. If they
 * can't: since when did the ways differ? 0: they can. */
static uint64_t lost_by_merging(const Analysis *an, const State *a, const State *b)
{
    uint32_t more = 0, less = 0, other = 0, gaps = 0, i = 0, k = 0;
    uint64_t since = UINT64_MAX;
    while (i < a->fact_count || k < b->fact_count) {
        const Fact *f = i < a->fact_count ? &a->facts[i] : NULL,
                   *g = k < b->fact_count ? &b->facts[k] : NULL;
        if (f && g && f->sym != g->sym) {
            if (f->sym < g->sym)
                g = NULL;
            else
                f = NULL;
        }
        i += f != NULL;
        k += g != NULL;
        if (!value_was_found(an, value_sym(f ? f->sym : g->sym, 0)))
            continue;
        int c = compare_facts(an, f, g);
        if (c == 0)
            continue;
        more += c == 1, less += c == 2, other += c == 3, gaps += c == 4;
        uint64_t when = f && (!g || f->when < g->when) ? f->when : g->when;
        since = when < since ? when : since;
    }
    uint32_t all = more + less + other + gaps;
    if (all == 0 || all == more || all == less || (all == 1 && !gaps))
        return 0;
    return since ? since : 1;
}

static void note_loss(const Analysis *an, State *into, const State *from)
{
    uint64_t lost = lost_by_merging(an, into, from);
    if (from->lossy && (!lost || from->lossy < lost))
        lost = from->lossy;
    if (lost && (!into->lossy || lost < into->lossy))
        into->lossy = lost;
}

/* Two strings at one place, of which the merged state knows one name of their lengths: what holds
 * of both. */
static uint32_t common_lengths(const Analysis *an, const State *a, const State *b, Fact *out)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->region_count; i++) {
        Value x = a->regions[i].length, y = b->regions[i].length;
        if (x.kind == VAL_SYM && !x.num && y.kind == VAL_UNKNOWN &&
            text_is_vetted(an, a, a->regions[i].region))
            out[n++] = (Fact){.sym = x.id,
                              .hi = interval_of_type(sym_info(an, x.id)->type).hi,
                              .vague = VAGUE_ABOVE | VAGUE_BELOW};
        if (x.kind != VAL_SYM || y.kind != VAL_SYM || x.id == y.id || x.num || y.num)
            continue;
        const Fact *f = fact_find(a, x.id), *g = fact_find(b, y.id);
        Interval p = state_interval(an, a, x, NULL), q = state_interval(an, b, y, NULL);
        out[n++] = (Fact){.sym = x.id,
                          .lo = p.lo < q.lo ? p.lo : q.lo,
                          .hi = p.hi > q.hi ? p.hi : q.hi,
                          .vague = (uint8_t)((f ? f->vague : 0) | (g ? g->vague : 0))};
    }
    return n;
}

/* On each of the ways: used no earlier, or released no later. */
static uint64_t join_last(const RegionState *a, const RegionState *b)
{
    bool ended = life_is_released(a->life);
    bool later = (a->last > b->last) == ended;
    return later ? a->last : b->last;
}

/* What is unknown for one reason on one way, and for another one on the other, is unknown. */
static void join_aliases(State *into, const State *from)
{
    for (uint32_t i = 0; i < into->cell_count; i++) {
        const Cell *there = into->cells[i].alias ? cell_at(from, &into->cells[i]) : NULL;
        const RegionState *rs = state_region_find(from, into->cells[i].region);
        if (there ? there->alias != into->cells[i].alias : rs && rs->content != CONTENT_ENTRY)
            into->cells[i].alias = 0;
    }
}

void state_merge_equal(Analysis *an, State *into, const State *from)
{
    join_aliases(into, from);
    for (uint32_t i = 0; i < into->region_count; i++) {
        into->regions[i].last = join_last(&into->regions[i], &from->regions[i]);
        into->regions[i].flags |= from->regions[i].flags & REGION_VETTED;
    }
    for (uint32_t i = 0; i < into->cell_count; i++)
        if (cell_is_entry(an, &into->cells[i])) {
            const Cell *there = cell_at(from, &into->cells[i]);
            into->cells[i].sometimes |= !there || there->sometimes;
        }
    into->guessed &= from->guessed;
    into->condemned &= from->condemned;
    into->given |= from->given;
    into->by_memory = from->by_memory ? into->by_memory : 0; /* one way is enough */
    into->by_caller = from->by_caller < into->by_caller ? from->by_caller : into->by_caller;
    into->again = from->again < into->again ? from->again : into->again;
    note_loss(an, into, from);
    Fact *lengths = ARENA_ARRAY(an->scratch, Fact, into->region_count + 1);
    uint32_t n = common_lengths(an, into, from, lengths);
    diffs_join(an, into, from);
    needs_join(into, from);
    callbacks_join(into, from);
    state_merge_facts(an, into, from);
    for (uint32_t i = 0; i < n; i++)
        state_put_fact(an, into, &lengths[i]);
}

static Fact vague_fact(const Analysis *an, const Fact *f)
{
    Interval all = interval_of_type(sym_info(an, f->sym)->type);
    return (Fact){.sym = f->sym, .lo = all.lo, .hi = all.hi, .vague = f->vague};
}

void state_merge_facts(Analysis *an, State *into, const State *from)
{
    uint32_t w = 0, k = 0;
    for (uint32_t i = 0; i < into->fact_count; i++) {
        Fact f = into->facts[i];
        while (k < from->fact_count && from->facts[k].sym < f.sym)
            k++;
        if (k == from->fact_count || from->facts[k].sym != f.sym) {
            if (f.vague) /* the other state knows nothing of it */
                into->facts[w++] = vague_fact(an, &f);
            continue;
        }
        const Fact *g = &from->facts[k];
        f.holes = fact_outside(&f) & fact_outside(g);
        f.lo = g->lo < f.lo ? g->lo : f.lo;
        f.hi = g->hi > f.hi ? g->hi : f.hi;
        f.asked |= g->asked;
        f.vague |= g->vague;
        if (f.has_ne && !((g->has_ne && g->ne == f.ne) || f.ne < g->lo || f.ne > g->hi))
            f.has_ne = false;
        into->facts[w++] = f;
    }
    into->fact_count = w;
    for (uint32_t i = 0; i < from->fact_count; i++)
        if (from->facts[i].vague && !fact_find(into, from->facts[i].sym)) {
            Fact f = vague_fact(an, &from->facts[i]);
            state_put_fact(an, into, &f);
        }
}

/* How much a join of the two would lose. Flags, error codes and pointers in variables decide what
 * happens next; what an object holds matters less, what nobody has changed not at all. */
static uint32_t cell_weight(const Analysis *an, const Cell *x, const Cell *y)
{
    if (x && y && same_or_both_unknown(x->value, y->value))
        return 0;
    if ((!x || cell_is_entry(an, x)) && (!y || cell_is_entry(an, y)))
        return 0;
    bool pointer = (x && x->value.kind == VAL_PTR) || (y && y->value.kind == VAL_PTR);
    bool local = region_info(an, x ? x->region : y->region)->kind == REGION_LOCAL;
    bool number = x && y && x->value.kind == VAL_INT && y->value.kind == VAL_INT;
    return pointer || (local && number) ? 4 : 1;
}

static uint32_t region_weight(const RegionState *a, const RegionState *b)
{
    return (a->life != b->life || a->null != b->null || a->own != b->own ? 16u : 0) +
           (a->content != b->content ? 4u : 0);
}

uint32_t state_distance(const Analysis *an, const State *a, const State *b, uint32_t limit)
{
    uint32_t need = never_comes_back(an) ? 256 : 2;
    uint32_t d = 2 * flags_differing(an, a, b) + need * needs_lost(a, b), i = 0, k = 0;
    while ((i < a->cell_count || k < b->cell_count) && d < limit) {
        const Cell *x = i < a->cell_count ? &a->cells[i] : NULL,
                   *y = k < b->cell_count ? &b->cells[k] : NULL;
        int c = !x                         ? 1
                : !y                       ? -1
                : x->region != y->region   ? (x->region < y->region ? -1 : 1)
                : x->off_sym != y->off_sym ? (x->off_sym < y->off_sym ? -1 : 1)
                : x->off != y->off         ? (x->off < y->off ? -1 : 1)
                                           : 0;
        d += cell_weight(an, c <= 0 ? x : NULL, c >= 0 ? y : NULL);
        i += c <= 0;
        k += c >= 0;
    }
    for (i = k = 0; (i < a->region_count || k < b->region_count) && d < limit;) {
        uint32_t x = i < a->region_count ? a->regions[i].region : UINT32_MAX;
        uint32_t y = k < b->region_count ? b->regions[k].region : UINT32_MAX;
        if (x == y)
            d += region_weight(&a->regions[i], &b->regions[k]);
        i += x <= y;
        k += y <= x;
    }
    return d;
}

/* ---- join ------------------------------------------------------------------------------------ */
typedef struct Joined {
    uint32_t sym;
    Value a, b;
    Interval hull;
    bool not_zero;
    uint32_t size, length; /* level safe, an offset: symbols of its object's, or 0 */
} Joined;

typedef struct Joining {
    Analysis *an;
    State *into;
    const State *from;
    VEC(Joined) made;
    VEC(uint32_t) unmeasured; /* strings whose length was known on one of the ways */
    VEC(uint32_t) nullable;   /* level safe: null on one of the ways */
    bool blurred;             /* more was lost than which number it is */
} Joining;

/* The symbol for what the place, named by `key`, holds after a join here. */
static uint32_t joined_symbol(Analysis *an, uint64_t key, const Type *type, int64_t step)
{
    key = hash_mix(hash_mix(hash_mix(key, an->block), MAP_KEY_PTR(an->inst)), type->canon->id);
    uintptr_t got;
    if (map_get(&an->fresh_cons, key, &got))
        return (uint32_t)got;
    SymInfo info = {
        .kind = SYMBOL_FRESH, .type = type, .step = step, .point = an->block + 1, .span = an->span};
    VEC_PUSH(an->arena, &an->syms, info);
    uint32_t sym = an->syms.len - 1;
    map_put(&an->fresh_cons, key, sym);
    VEC_PUSH(an->arena, &an->joined[an->block], sym);
    return sym;
}

/* Two different numbers at one place; type: of the place, or NULL. */
static Value join_numbers(Joining *j, Value a, Value b, const Type *type, uint64_t key,
                          int64_t step)
{
    Analysis *an = j->an;
    if (!type)
        type = a.kind == VAL_SYM   ? sym_info(an, a.id)->type
               : b.kind == VAL_SYM ? sym_info(an, b.id)->type
                                   : type_basic(an->fn->unit->types, TYPE_LONG);
    if (!type_is_integer(type) || type->width > 64)
        return value_unknown();
    Interval x = state_interval(an, j->into, a, type), y = state_interval(an, j->from, b, type);
    Joined made = {.a = a, .b = b};
    made.hull = (Interval){x.lo < y.lo ? x.lo : y.lo, x.hi > y.hi ? x.hi : y.hi};
    made.not_zero = state_excludes(an, j->into, a, 0) && state_excludes(an, j->from, b, 0);
    made.sym = joined_symbol(an, key, type, step);
    VEC_PUSH(an->scratch, &j->made, made);
    return value_sym(made.sym, 0);
}

/* Symbols that the value is bounded by on this side: the newest, where there are many. */
static void collect_partners(const State *s, Value v, uint32_t *list, uint32_t *n, uint32_t cap)
{
    for (uint32_t i = s->diff_count; v.kind == VAL_SYM && i-- > 0 && *n < cap;) {
        const Diff *d = &s->diffs[i];
        if (d->a == v.id || d->b == v.id)
            list[(*n)++] = d->a == v.id ? d->b : d->a;
    }
}

typedef struct Related {
    uint32_t made, other; /* other: a symbol, or, joined, an index into made */
    bool joined;
    i128 up, down; /* made - other <= up, other - made <= down */
} Related;

/* offset + n <= length + most, both of them new: start[n] in a text. */
typedef struct Reaching {
    uint32_t offset, n, end; /* symbols */
    i128 most;
} Reaching;

static uint32_t find_reaching(Joining *j, Reaching *out, uint32_t cap)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < j->made.len; k++) {
        const Joined *o = &j->made.data[k];
        uint32_t end = o->length ? o->length : o->size;
        for (uint32_t i = 0; end && i < j->made.len && n < cap; i++) {
            const Joined *m = &j->made.data[i];
            if (i == k || m->size || m->length)
                continue;
            i128 most = -INT128_FAR;
            for (int side = 0; side < 2; side++) {
                const State *s = side ? j->from : j->into;
                Linear l = linear_add(linear_exact(j->an, s, side ? o->b : o->a, NULL),
                                      linear_exact(j->an, s, side ? m->b : m->a, NULL));
                l = linear_sub(l, linear_exact(j->an, s, value_sym(end, 0), NULL));
                i128 up = linear_interval(j->an, s, &l).hi;
                most = up > most ? up : most;
            }
            if (most < 4096)
                out[n++] = (Reaching){o->sym, m->sym, end, most};
        }
    }
    return n;
}

static void learn_joined(Joining *j, const Related *r, uint32_t count)
{
    Analysis *an = j->an;
    for (uint32_t i = 0; i < j->made.len; i++) {
        const Joined *m = &j->made.data[i];
        Value sym = value_sym(m->sym, 0);
        (void)state_assume_interval(an, j->into, sym, NULL, m->hull.lo, m->hull.hi);
        if (m->not_zero)
            (void)state_assume_not(an, j->into, sym, NULL, 0);
    }
    for (uint32_t i = 0; i < count; i++) {
        Value a = value_sym(j->made.data[r[i].made].sym, 0);
        Value b = value_sym(r[i].joined ? j->made.data[r[i].other].sym : r[i].other, 0);
        if (r[i].up < (i128)1 << 31)
            (void)state_assume_diff(an, j->into, a, b, r[i].up);
        if (r[i].down < (i128)1 << 31)
            (void)state_assume_diff(an, j->into, b, a, r[i].down);
    }
}

static Interval difference(const Analysis *an, const State *s, Value a, const Type *ta, Value b,
                           const Type *tb)
{
    Linear l = linear_sub(linear_exact(an, s, a, ta), linear_exact(an, s, b, tb));
    Interval d = linear_interval(an, s, &l);
    if (!an->safe)
        return d;
    l = linear_sub(linear_plain(an, s, a), linear_plain(an, s, b));
    Interval e = linear_interval(an, s, &l);
    return (Interval){d.lo > e.lo ? d.lo : e.lo, d.hi < e.hi ? d.hi : e.hi};
}

static void add_related(Joining *j, Related *r, uint32_t *n, uint32_t cap, uint32_t made,
                        uint32_t other, bool joined)
{
    const Joined *m = &j->made.data[made];
    Value oa = joined ? j->made.data[other].a : value_sym(other, 0);
    Value ob = joined ? j->made.data[other].b : value_sym(other, 0);
    if (*n == cap || (!joined && other == m->sym))
        return;
    const Type *t = sym_info(j->an, m->sym)->type;
    const Type *ot = sym_info(j->an, joined ? j->made.data[other].sym : other)->type;
    Interval x = difference(j->an, j->into, m->a, t, oa, ot);
    Interval y = difference(j->an, j->from, m->b, t, ob, ot);
    Related found = {made, other, joined, x.hi > y.hi ? x.hi : y.hi, x.lo < y.lo ? -x.lo : -y.lo};
    if (j->an->safe) { /* what their ranges say is none */
        Interval p = state_interval(j->an, j->into, oa, ot);
        Interval q = state_interval(j->an, j->from, ob, ot);
        i128 lo = p.lo < q.lo ? p.lo : q.lo, hi = p.hi > q.hi ? p.hi : q.hi;
        found.up = found.up < m->hull.hi - lo ? found.up : INT128_FAR;
        found.down = found.down < hi - m->hull.lo ? found.down : INT128_FAR;
    }
    if (found.up < INT128_FAR || found.down < INT128_FAR)
        r[(*n)++] = found;
}

/* Level safe: how large objects are, how long strings, and what is left of them behind pointers in
 * variables: what counters are compared with sooner or later. */
static uint32_t room_symbols(Joining *j, uint32_t *list, uint32_t cap)
{
    Analysis *an = j->an;
    State *s = j->into;
    uint32_t n = 0;
    for (uint32_t i = 0; an->safe && i < s->region_count && n + 2 < cap; i++) {
        const RegionState *rs = &s->regions[i];
        if (rs->length.kind == VAL_SYM)
            list[n++] = rs->length.id;
        else if (rs->size.kind == VAL_SYM)
            list[n++] = rs->size.id;
    }
    for (uint32_t i = 0; an->safe && i < s->cell_count && n + 1 < cap; i++) {
        Value v = s->cells[i].value;
        const RegionState *rs = v.kind == VAL_PTR && v.off_sym && !v.num &&
                                        region_info(an, s->cells[i].region)->kind == REGION_LOCAL
                                    ? state_region_find(s, v.id)
                                    : NULL;
        Value end = !rs ? value_unknown() : rs->length.kind == VAL_SYM ? rs->length : rs->size;
        if (end.kind == VAL_SYM && !end.num)
            list[n++] = sym_derived(an, SYMBOL_BINARY, BIN_SUB, end, value_sym(v.off_sym, 0),
                                    type_basic(an->fn->unit->types, TYPE_LONG));
    }
    return n;
}

/* Level safe: a name that an earlier join here has given stands in both states, for two numbers. */
static void note_again(Joining *j)
{
    Analysis *an = j->an;
    for (uint32_t i = 0; i < j->from->cell_count; i++) {
        const Cell *c = &j->from->cells[i], *there = cell_at(j->into, c);
        Value v = c->value;
        uint32_t sym = v.kind == VAL_SYM ? v.id : v.kind == VAL_PTR ? v.off_sym : 0;
        bool again = sym && there && value_same(there->value, v) &&
                     sym_info(an, sym)->point == an->block + 1;
        for (uint32_t k = 0; again && k < j->made.len; k++)
            again = j->made.data[k].sym != sym;
        if (!again)
            continue;
        Value both = value_sym(sym, 0);
        Interval x = state_interval(an, j->into, both, NULL);
        Interval y = state_interval(an, j->from, both, NULL);
        Joined made = {.sym = sym, .a = both, .b = both};
        made.hull = (Interval){x.lo < y.lo ? x.lo : y.lo, x.hi > y.hi ? x.hi : y.hi};
        made.not_zero =
            state_excludes(an, j->into, both, 0) && state_excludes(an, j->from, both, 0);
        const RegionState *rs = v.kind == VAL_PTR ? state_region_find(j->into, v.id) : NULL;
        made.size = rs && rs->size.kind == VAL_SYM ? rs->size.id : 0;
        made.length = rs && rs->length.kind == VAL_SYM ? rs->length.id : 0;
        VEC_PUSH(an->scratch, &j->made, made);
    }
}

/* What relates the new symbols to others, before the facts of the two sides are merged. */
static uint32_t find_related(Joining *j, Related *r, uint32_t cap)
{
    uint32_t n = 0, rooms[8];
    const uint32_t room_count = room_symbols(j, rooms, COUNT_OF(rooms));
    for (uint32_t i = 0; i < j->made.len; i++) {
        uint32_t list[14], count = 0;
        if (j->made.data[i].size)
            list[count++] = j->made.data[i].size;
        if (j->made.data[i].length && j->made.data[i].length != j->made.data[i].size)
            list[count++] = j->made.data[i].length;
        if (j->made.data[i].a.kind == VAL_SYM)
            list[count++] = j->made.data[i].a.id;
        if (j->made.data[i].b.kind == VAL_SYM)
            list[count++] = j->made.data[i].b.id;
        collect_partners(j->into, j->made.data[i].a, list, &count, 6);
        collect_partners(j->from, j->made.data[i].b, list, &count, COUNT_OF(list));
        for (uint32_t k = 0; k < count; k++)
            add_related(j, r, &n, cap, i, list[k], false);
        for (uint32_t k = 0; k < room_count; k++)
            add_related(j, r, &n, cap, i, rooms[k], false);
        for (uint32_t k = 0; k < i && k < (j->an->safe ? 12 : 4); k++)
            add_related(j, r, &n, cap, i, k, true);
    }
    return n;
}

/* The newest event of both paths. */
static uint32_t common_event(const Analysis *an, uint32_t a, uint32_t b)
{
    while (a != b) {
        uint32_t *later = a > b ? &a : &b;
        *later = an->events.data[*later].prev;
    }
    return a;
}

/* Gone on both ways, and for certain on one of them at least, or before they parted. */
static uint8_t join_agreed(const Joining *j, const RegionState *a, const RegionState *b)
{
    const Analysis *an = j->an;
    const State *into = j->into, *from = j->from;
    bool head = !an->inst && an->graph->loop_head[an->block]; /* it may be the next round's */
    if (!life_is_released(a->life) || a->life != b->life || head)
        return 0;
    uint32_t x = release_doubts(an, into, a, into->event);
    uint32_t y = release_doubts(an, from, b, from->event);
    uint32_t parted = common_event(an, into->event, from->event);
    if (a->event == b->event && into->joined == from->joined)
        y = release_doubts(an, into, a, parted);
    x = x < y ? x : y;
    return x > 1 ? 0 : (uint8_t)(1 + x);
}

void state_note_joined(Analysis *an, State *s, uint32_t before, uint32_t since)
{
    for (uint32_t i = 0; i < s->region_count; i++) {
        RegionState *rs = &s->regions[i];
        uint32_t n = rs->event < before ? release_doubts(an, s, rs, s->event) : UINT32_MAX;
        rs->agreed = n > 1 ? 0 : (uint8_t)(1 + n);
    }
    s->generalised = true;
    s->joined = since;
    s->joined_block = an->block;
}

/* Has a branch asked how long the string is? */
static bool was_measured(const State *s, const RegionState *rs)
{
    const Fact *f = rs->length.kind == VAL_SYM ? fact_find(s, rs->length.id) : NULL;
    return f && f->asked;
}

/* n elements of k bytes each, by the form of the size. k: 0 if it is not known yet. */
static bool count_of(const Analysis *an, Value size, int64_t *k, Value *n)
{
    const SymInfo *i = size.kind == VAL_SYM && !size.num ? sym_info(an, size.id) : NULL;
    if (i && i->kind == SYMBOL_BINARY && i->op == BIN_MUL && i->b.kind == VAL_INT &&
        (!*k || *k == i->b.num)) {
        *k = i->b.num;
        *n = i->a;
        return true;
    }
    *n = value_int(*k ? size.num / *k : 0);
    return size.kind == VAL_INT && *k && size.num % *k == 0;
}

/* Level safe: of how many elements the object is, as that is what counts are compared with. */
static bool join_count(Joining *j, RegionState *a, const RegionState *b)
{
    Analysis *an = j->an;
    int64_t k = 0;
    Value x, y;
    const Type *t = type_basic(an->fn->unit->types, TYPE_ULONG);
    bool counted = an->safe && (count_of(an, a->size, &k, &x) || count_of(an, b->size, &k, &x)) &&
                   count_of(an, a->size, &k, &x) && count_of(an, b->size, &k, &y);
    Value n = counted ? join_numbers(j, x, y, t, hash_mix(0x512f, a->region), 0) : value_unknown();
    if (n.kind != VAL_SYM)
        return false;
    a->size = value_sym(sym_derived(an, SYMBOL_BINARY, BIN_MUL, n, value_int(k), t), 0);
    return true;
}

/* What holds of an object on both ways. */
static void join_region(Joining *j, RegionState *a, const RegionState *b)
{
    Analysis *an = j->an;
    a->last = join_last(a, b);
    a->agreed = join_agreed(j, a, b);
    j->blurred |=
        a->life != b->life || a->null != b->null || a->own != b->own || a->content != b->content;
    bool uninit = a->content == CONTENT_UNINIT || b->content == CONTENT_UNINIT;
    if (a->life != b->life) {
        a->event = a->event > b->event ? a->event : b->event;
        a->life = LIFE_UNKNOWN;
    }
    if (a->null != b->null)
        a->null = an->safe ? NULL_MAYBE : NULL_UNKNOWN;
    if (a->own != b->own)
        a->own = an->safe && (a->own == OWN_YES || b->own == OWN_YES) ? OWN_YES : OWN_GIVEN;
    if (a->content != b->content)
        a->content = an->safe && uninit ? CONTENT_UNINIT : CONTENT_ANY;
    if (!same_or_both_unknown(a->size, b->size) && !join_count(j, a, b))
        a->size = value_is_number(a->size) && value_is_number(b->size)
                      ? join_numbers(j, a->size, b->size, NULL, hash_mix(0x512e, a->region), 0)
                      : value_unknown();
    if ((was_measured(j->into, a) && b->length.kind == VAL_UNKNOWN) ||
        (was_measured(j->from, b) && a->length.kind == VAL_UNKNOWN))
        VEC_PUSH(an->scratch, &j->unmeasured, a->region);
    if (!same_or_both_unknown(a->length, b->length))
        a->length =
            a->length.kind == VAL_SYM && b->length.kind == VAL_SYM
                ? join_numbers(j, a->length, b->length, NULL, hash_mix(0x1e47, a->region), 0)
                : value_unknown();
    if (a->outside_from != b->outside_from || a->outside_to != b->outside_to)
        a->outside_from = a->outside_to = 0;
    /* needed on one way only is not needed */
    uint16_t needed = a->flags & b->flags & REGION_NEEDED;
    a->flags = (uint16_t)(((a->flags | b->flags) & ~REGION_NEEDED) | needed);
}

static void join_regions(Joining *j)
{
    Analysis *an = j->an;
    State *into = j->into;
    const State *from = j->from;
    for (uint32_t i = 0; i < from->region_count; i++) {
        bool absent = !state_region_find(into, from->regions[i].region);
        RegionState *rs = state_region(an, into, from->regions[i].region);
        uint8_t kind = region_info(an, rs->region)->kind;
        if (an->safe && absent && (kind == REGION_HEAP || kind == REGION_UNKNOWN))
            *rs = from->regions[i]; /* only one way has made it */
    }
    for (uint32_t i = 0; i < into->region_count; i++) {
        RegionState *a = &into->regions[i];
        const RegionState *found = state_region_find(from, a->region);
        RegionState b = {0};
        if (found) {
            b = *found;
        } else {
            /* absent: the default, or, for what only one path has made, that path's word */
            uint8_t kind = region_info(an, a->region)->kind;
            if (kind == REGION_HEAP || kind == REGION_HANDLE || kind == REGION_UNKNOWN ||
                kind == REGION_LOCAL)
                continue;
            b = *a;
            b.content = kind == REGION_STRING ? CONTENT_ANY : CONTENT_ENTRY;
            b.life = LIFE_LIVE;
            b.null = kind == REGION_ENTRY ? NULL_UNKNOWN : NULL_NO;
            b.own = OWN_NONE;
            b.flags = 0;
            b.last = 0;
        }
        join_region(j, a, &b);
    }
    for (uint32_t i = 0; i < j->unmeasured.len; i++) /* and perhaps asked there */
        text_vetted(an, into, value_ptr(j->unmeasured.data[i], 0));
}

/* A pointer that the join loses may still be written through: what it points to is anything from
 * here. */
static void blur_pointee(Analysis *an, State *s, Value v)
{
    if (v.kind != VAL_PTR || an->safe) /* an unknown pointer is not written through there */
        return;
    const RegionInfo *info = region_info(an, v.id);
    const RegionState *rs = state_region_find(s, v.id);
    if (info->kind == REGION_ENTRY || (rs && rs->own == OWN_YES)) /* it may be kept elsewhere */
        state_region(an, s, v.id)->own = OWN_GIVEN;
    rs = state_region_find(s, v.id);
    if (info->kind == REGION_STRING ||
        (info->kind == REGION_GLOBAL && info->type && (info->type->quals & QUAL_CONST)))
        return;
    if (rs && rs->content == CONTENT_ANY && state_first_cell(s, v.id) < s->cell_count &&
        s->cells[state_first_cell(s, v.id)].region != v.id)
        return;
    for (uint32_t i = state_first_cell(s, v.id); i < s->cell_count && s->cells[i].region == v.id;
         i++)
        if (s->cells[i].value.kind == VAL_PTR) {
            uint32_t held = s->cells[i].value.id;
            RegionState *h = state_region(an, s, held);
            if (h->own == OWN_YES)
                h->own = OWN_GIVEN;
        }
    state_forget_region(an, s, v.id, CONTENT_ANY);
}

/* Two pointers into one object are a pointer into it. type, key: of the place. */
static Value join_value(Joining *j, Value a, Value b, const Type *type, uint64_t key, int64_t step)
{
    Analysis *an = j->an;
    State *into = j->into;
    if (same_or_both_unknown(a, b))
        return a;
    if (an->safe && (a.kind == VAL_UNINIT || b.kind == VAL_UNINIT))
        return (Value){VAL_UNINIT, 0, 0, 0};
    bool null_a = a.kind == VAL_INT && a.num == 0, null_b = b.kind == VAL_INT && b.num == 0;
    if (an->safe && ((null_a && b.kind == VAL_PTR) || (a.kind == VAL_PTR && null_b))) {
        VEC_PUSH(an->scratch, &j->nullable, null_a ? b.id : a.id);
        return null_a ? b : a;
    }
    if (a.kind == VAL_PTR && b.kind == VAL_PTR && a.id == b.id) {
        Value off = join_numbers(j, value_offset(a), value_offset(b),
                                 type_basic(an->fn->unit->types, TYPE_LONG), key, step);
        const RegionState *rs = an->safe ? state_region_find(into, a.id) : NULL;
        if (rs && off.kind == VAL_SYM) {
            Joined *made = &j->made.data[j->made.len - 1];
            made->size = rs->size.kind == VAL_SYM ? rs->size.id : 0;
            made->length = rs->length.kind == VAL_SYM ? rs->length.id : 0;
        }
        a.off_sym = off.kind == VAL_SYM ? off.id : 0;
        a.num = 0;
        return a;
    }
    if (value_is_number(a) && value_is_number(b))
        return join_numbers(j, a, b, type, key, step);
    j->blurred = true;
    blur_pointee(an, into, a);
    blur_pointee(an, into, b);
    return value_unknown();
}

/* Is what the cell's bytes held at entry still there, though nobody looked? */
static bool untouched_there(const Analysis *an, const State *s, const Cell *c)
{
    const Cell *there;
    (void)state_peek(an, s, c->region, c->off, c->off_sym, c->size, &there);
    if (there)
        return false;
    uint32_t end = state_first_cell(s, c->region + 1); /* of the region's cells */
    if (end && s->cells[end - 1].region == c->region && s->cells[end - 1].off_sym)
        return false;
    const RegionState *rs = state_region_find(s, c->region);
    uint8_t kind = region_info(an, c->region)->kind;
    return rs ? rs->content == CONTENT_ENTRY : kind == REGION_ENTRY || kind == REGION_GLOBAL;
}

static void cell_seen_sometimes(Analysis *an, State *s, const Cell *c)
{
    Cell seen = *c;
    seen.sometimes = true;
    state_put_cell(an, s, &seen);
}

/* Level safe: is the object one that only the other way has made? What that knows of it holds. */
static bool is_unknown_to(const Analysis *an, const State *s, uint32_t region)
{
    uint8_t kind = region_info(an, region)->kind;
    return an->safe && (kind == REGION_HEAP || kind == REGION_UNKNOWN) &&
           !state_region_find(s, region);
}

/* A number of c's place, if it holds any: the type of the scalar there as declared. */
static Value join_cell(Joining *j, const Cell *c, Value a, Value b)
{
    const RegionInfo *info = region_info(j->an, c->region);
    const Type *t = c->off_sym ? NULL : type_at(info->type, c->off, c->size);
    uint64_t key = hash_mix(hash_mix(hash_mix(0xce11, c->region), (uint64_t)c->off), c->off_sym);
    if (!j->an->safe && t && t->kind == TYPE_POINTER && (a.kind == VAL_INT || b.kind == VAL_INT))
        return join_value(j, a.kind == VAL_INT ? value_unknown() : a,
                          b.kind == VAL_INT ? value_unknown() : b, t, key, 0);
    int64_t step = info->kind == REGION_LOCAL && !c->off && !c->off_sym && !j->an->inst
                       ? loop_step(j->an, j->an->block, info->index)
                       : 0;
    return join_value(j, a, b, t, hash_mix(key, c->size), step);
}

/* What is there is described by another value: no string is written by that. */
static void store_joined(Analysis *an, State *into, const Cell *c, Value v)
{
    RegionState *rs = state_region(an, into, c->region);
    uint16_t flags = rs->flags;
    Value length = rs->length;
    rs->length = value_unknown();
    state_restate(an, into, c->region, c->off, c->off_sym, c->size, v, c->lo, c->hi);
    rs = state_region(an, into, c->region);
    if (c->size > 1)
        return;
    rs->flags = flags;
    rs->length = length;
    if (v.kind == VAL_UNKNOWN && length.kind == VAL_SYM) /* what this byte told of it is lost */
        state_note_vague(an, into, length, VAGUE_BELOW);
}

static void join_cells(Joining *j)
{
    Analysis *an = j->an;
    State *into = j->into;
    const State *from = j->from;
    join_aliases(into, from);
    State *old = state_copy(an, into);
    for (uint32_t i = 0; i < old->cell_count; i++) {
        const Cell *c = &old->cells[i];
        if (is_unknown_to(an, from, c->region))
            continue;
        bool entry = cell_is_entry(an, c);
        if (entry && untouched_there(an, from, c)) {
            if (cell_at(into, c))
                cell_seen_sometimes(an, into, c);
            continue;
        }
        const Cell *there;
        Value v = state_peek(an, from, c->region, c->off, c->off_sym, c->size, &there);
        if (!same_or_both_unknown(v, c->value))
            store_joined(an, into, c, join_cell(j, c, c->value, v));
        else if (entry && there && there->sometimes)
            cell_seen_sometimes(an, into, c);
    }
    for (uint32_t i = 0; i < from->cell_count; i++) {
        const Cell *c = &from->cells[i];
        if (is_unknown_to(an, old, c->region)) {
            state_put_cell(an, into, c);
            continue;
        }
        if (cell_is_entry(an, c) && untouched_there(an, old, c)) {
            if (untouched_there(an, into, c))
                cell_seen_sometimes(an, into, c);
            continue;
        }
        const Cell *there;
        Value v = state_peek(an, old, c->region, c->off, c->off_sym, c->size, &there);
        const RegionState *rs = state_region_find(old, c->region);
        bool untouched =
            !there && c->value.kind == VAL_UNKNOWN && !(rs && rs->content == CONTENT_ANY);
        if (untouched) /* written on one way: nobody knows afterwards */
            state_restate(an, into, c->region, c->off, c->off_sym, c->size, value_unknown(), 0, 0);
        else if (!same_or_both_unknown(v, c->value) &&
                 !(there && there->off == c->off && there->size == c->size))
            store_joined(an, into, c, join_cell(j, c, v, c->value));
    }
    for (uint32_t i = 0; an->safe && i < old->region_count; i++) /* nothing was written here */
        state_region(an, into, old->regions[i].region)->length = old->regions[i].length;
    state_drop(an, old);
}

/* A symbol of this join may be one that a side knew already, by the same name: what held of it
 * there is in its hull. */
static void forget_joined_facts(Joining *j)
{
    for (uint32_t i = 0; i < j->made.len; i++) {
        uint32_t sym = j->made.data[i].sym, w = 0;
        for (uint32_t k = 0; k < j->into->fact_count; k++)
            if (j->into->facts[k].sym != sym)
                j->into->facts[w++] = j->into->facts[k];
        j->into->fact_count = w;
        w = 0;
        for (uint32_t k = 0; k < j->into->diff_count; k++)
            if (j->into->diffs[k].a != sym && j->into->diffs[k].b != sym)
                j->into->diffs[w++] = j->into->diffs[k];
        j->into->diff_count = w;
    }
}

enum { MAX_RELATED = 64, MAX_RELATED_SAFE = 512 };

/* Numbers from outside, and lengths of callers' strings, which may come from there, of which one
 * side knows more than the join will: it may be just where they matter. */
static uint32_t find_blurred(const Analysis *an, const State *a, const State *b, Fact *out)
{
    uint32_t n = 0;
    for (int side = 0; side < 2; side++) {
        const State *here = side ? b : a, *there = side ? a : b;
        for (uint32_t i = 0; i < here->fact_count; i++) {
            const Fact *f = &here->facts[i], *g = fact_find(there, f->sym);
            const SymInfo *info = sym_info(an, f->sym);
            if (!info->outside && !(info->kind == SYMBOL_LENGTH && f->asked))
                continue;
            Interval all = interval_of_type(sym_info(an, f->sym)->type);
            bool above = g ? g->hi > f->hi : f->hi < all.hi;
            bool below = g ? g->lo < f->lo : f->lo > all.lo;
            if (above || below)
                out[n++] = (Fact){
                    .sym = f->sym,
                    .vague = (uint8_t)((above ? VAGUE_ABOVE : 0) | (below ? VAGUE_BELOW : 0))};
        }
    }
    return n;
}

/* Level safe: who borrows from whom on either way; and who is null on one of them. */
static void join_loans(Joining *j)
{
    for (uint32_t i = 0; i < j->nullable.len; i++) {
        RegionState *rs = state_region(j->an, j->into, j->nullable.data[i]);
        rs->null = rs->null == NULL_NO ? NULL_MAYBE : rs->null;
    }
    for (uint32_t i = 0; i < j->from->loan_count; i++)
        loan_put(j->an, j->into, j->from->loans[i]);
}

/* `into` becomes a state that describes both. */
void state_join(Analysis *an, State *into, const State *from)
{
    Joining j = {.an = an, .into = into, .from = from};
    join_cells(&j);
    join_regions(&j);
    uint32_t w = 0;
    for (uint32_t i = 0; i < into->temp_count; i++) {
        LocalId l = {into->temps[i].local};
        Value v = join_value(&j, into->temps[i].value, state_temp(from, l),
                             an->fn->locals.data[l.i].type, hash_mix(0x7e39, l.i), 0);
        if (v.kind != VAL_UNKNOWN)
            into->temps[w++] = (TempValue){l.i, v};
    }
    into->temp_count = w;
    if (an->safe)
        note_again(&j);
    join_loans(&j);
    note_loss(an, into, from);
    const uint32_t most = an->safe ? MAX_RELATED_SAFE : MAX_RELATED;
    Related *related = ARENA_ARRAY(an->scratch, Related, most);
    uint32_t count = find_related(&j, related, most);
    Reaching *reaching = an->safe ? ARENA_ARRAY(an->scratch, Reaching, MAX_RELATED) : NULL;
    uint32_t reaches = an->safe ? find_reaching(&j, reaching, MAX_RELATED) : 0;
    diffs_join(an, into, from);
    needs_join(into, from);
    callbacks_join(into, from);
    forget_joined_facts(&j);
    Fact *blurred = ARENA_ARRAY(an->scratch, Fact, into->fact_count + from->fact_count + 1);
    uint32_t lost = find_blurred(an, into, from, blurred);
    state_merge_facts(an, into, from);
    for (uint32_t i = 0; i < lost; i++)
        state_note_vague(an, into, value_sym(blurred[i].sym, 0), blurred[i].vague);
    learn_joined(&j, related, count);
    for (uint32_t i = 0; i < reaches; i++)
        (void)state_assume_within(an, into, reaching[i].offset, reaching[i].n, reaching[i].end,
                                  reaching[i].most);
    into->weak = into->weak && from->weak;
    into->condemned &= from->condemned;
    if (into->latent && from->latent && into->latent_at != from->latent_at)
        into->latent_at = NULL;
    else if (from->latent)
        into->latent_at = from->latent_at;
    into->latent |= from->latent;
    into->guessed |= from->guessed;
    into->given |= from->given;
    if (!into->by_memory || (from->by_memory && from->by_memory < into->by_memory))
        into->by_memory = from->by_memory;
    into->globals_unknown |= from->globals_unknown;
    if (j.blurred || j.made.len > 1 || from->generalised) {
        into->generalised = true;
        into->joined = an->events.len;
        into->joined_block = an->block;
    }
    BitSet seen = state_reachable(an, into, true, value_unknown());
    for (uint32_t i = 0; i < into->region_count && !an->safe; i++)
        if (into->regions[i].own == OWN_YES && !bitset_has(seen, into->regions[i].region))
            into->regions[i].own = OWN_GIVEN;
}
