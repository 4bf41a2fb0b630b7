/* engine/relation.c - numbers in relation: upper bounds on the difference of two symbols.
 *
 *     p = malloc(n * sizeof *p);          size of H1: S1 * 4
 *     for (i = 0; i < n; i++) p[i] = 0;   i - S1 <= -1, so i * 4 + 4 <= S1 * 4
 *
 * A weakly relational domain between pentagons (Logozzo, Faehndrich, SAC 2008) and zones (Mine,
 * "The octagon abstract domain", HOSC 2006): a list of bounds a - b <= c per path, closed on demand
 * over one intermediate symbol, beside the intervals of number.c. Values are taken apart into sums
 * of symbols first, so that `4 * i + 4` and `4 * n` are compared by `i` and `n`.
 *
 * Two readings of a sum. Strict: only where the intervals show that nothing wraps; what a branch
 * teaches is learned so. Else: as if nothing wrapped; an obligation is asked so, since a size or an
 * index that did wrap is a mistake of its own (integer-overflow). At level safe all are strict.
 *
 * Imprecise on purpose: at most MAX_DIFFS bounds on a path; products of two symbols are symbols. */
#include "engine/state.h"

enum { MAX_DIFFS = 48, MAX_DEPTH = 8 };

/* ---- sums ------------------------------------------------------------------------------------ */
static void add_term(Linear *l, uint32_t sym, i128 by)
{
    for (uint32_t i = 0; i < l->count; i++)
        if (l->term[i].sym == sym) {
            l->term[i].by += by;
            if (l->term[i].by == 0)
                l->term[i] = l->term[--l->count];
            return;
        }
    if (l->count == COUNT_OF(l->term)) {
        l->known = false;
        return;
    }
    l->term[l->count].sym = sym;
    l->term[l->count++].by = by;
}

static i128 symbol_end(const Analysis *an, const State *s, uint32_t sym, bool largest);

static bool fits_type(Interval i, const Type *t)
{
    Interval r = interval_of_type(t);
    return i.lo >= r.lo && i.hi <= r.hi;
}

/* The same, by the intervals of the symbols that bound it as well. */
static Interval by_bounds(const Analysis *an, const State *s, Value v, Interval i)
{
    if (v.kind != VAL_SYM)
        return i;
    i128 hi = symbol_end(an, s, v.id, true) + v.num, lo = symbol_end(an, s, v.id, false) + v.num;
    return (Interval){lo > i.lo ? lo : i.lo, hi < i.hi ? hi : i.hi};
}

static i128 direct(const State *s, uint32_t a, uint32_t b);

/* Is it z - y, with z and y symbols, and does that not wrap? */
static bool is_rest(const Analysis *an, const State *s, const SymInfo *r)
{
    if (r->kind != SYMBOL_BINARY || r->op != BIN_SUB || r->a.kind != VAL_SYM ||
        r->b.kind != VAL_SYM)
        return false;
    return !r->type->is_unsigned || direct(s, r->b.id, r->a.id) <= (i128)r->a.num - r->b.num ||
           state_interval(an, s, r->b, r->type).hi <= state_interval(an, s, r->a, r->type).lo;
}

/* x + y, where y is known to be at most what x leaves of a third number: that one, and how much
 * more than it the sum is at most; 0: there is none. */
static uint32_t sum_bound(const Analysis *an, const State *s, Value x, Value y, i128 *most)
{
    if (!an->safe || x.kind != VAL_SYM || y.kind != VAL_SYM)
        return 0;
    for (uint32_t i = 0; i < s->diff_count; i++) {
        const Diff *d = &s->diffs[i];
        const SymInfo *r = sym_info(an, d->b);
        bool both = is_rest(an, s, r) &&
                    ((d->a == y.id && r->b.id == x.id) || (d->a == x.id && r->b.id == y.id));
        *most = d->most + x.num + y.num - (both ? r->b.num : 0);
        if (both && *most <= 0) {
            *most += r->a.num;
            return r->a.id;
        }
    }
    return 0;
}

void state_relate_sum(Analysis *an, State *s, Value sum, Value x, Value y)
{
    i128 most;
    uint32_t z = sum_bound(an, s, x, y, &most);
    if (z)
        state_relate(an, s, sum, value_sym(z, 0), most);
}

/* Is the result of the operator what it would be among all integers? */
static bool is_exact(const Analysis *an, const State *s, const SymInfo *i)
{
    if (!i->type->is_unsigned)
        return true; /* signed overflow is undefined: who goes on did not overflow */
    Interval x = state_interval(an, s, i->a, i->type), y = state_interval(an, s, i->b, i->type);
    i128 most;
    if (an->safe) {
        x = by_bounds(an, s, i->a, state_range(an, s, i->a, i->type));
        y = by_bounds(an, s, i->b, state_range(an, s, i->b, i->type));
    }
    switch ((BinaryOp)i->op) {
    case BIN_ADD:
        return fits_type((Interval){x.lo + y.lo, x.hi + y.hi}, i->type) ||
               (x.lo >= 0 && y.lo >= 0 && sum_bound(an, s, i->a, i->b, &most));
    case BIN_SUB:
        if (x.lo >= y.hi)
            return true;
        return i->a.kind == VAL_SYM && i->b.kind == VAL_SYM &&
               state_diff(an, s, i->b.id, i->a.id) <= (i128)i->a.num - i->b.num;
    case BIN_MUL:
        return x.lo >= 0 && y.lo >= 0 && x.hi <= UINT64_MAX && y.hi <= UINT64_MAX &&
               (y.hi == 0 || x.hi <= interval_of_type(i->type).hi / y.hi);
    case BIN_DIV:
    case BIN_REM:
    case BIN_SHL:
    case BIN_SHR:
    case BIN_LT:
    case BIN_GT:
    case BIN_LE:
    case BIN_GE:
    case BIN_EQ:
    case BIN_NE:
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR:
    case BIN_LAND:
    case BIN_LOR:
    case BIN_COMMA: return false;
    }
    return false;
}

/* A constant operand. Not strict: n + 0xffffffff is n - 1. */
static i128 as_addend(Value v, const Type *t, bool strict)
{
    if (!t || !t->is_unsigned)
        return v.num;
    if (strict)
        return value_number(v, t);
    return t->width == 32 && v.num > INT32_MAX ? (i128)v.num - ((i128)1 << 32) : v.num;
}

/* Is x + c, c a constant, certain to wrap? Then it is x + (c - 2^width). */
static bool wraps_for_certain(const Analysis *an, const State *s, const SymInfo *i)
{
    return i->op == BIN_ADD && i->type->is_unsigned && i->b.kind == VAL_INT &&
           state_interval(an, s, i->a, i->type).lo + as_addend(i->b, i->type, true) >
               interval_of_type(i->type).hi;
}

typedef struct Apart {
    const Analysis *an;
    const State *s;
    bool strict;
    enum {
        APART_ALL,
        APART_CONSTANTS, /* a sum of two symbols is a symbol: a branch may have asked it as such */
        APART_NOTHING    /* so is a multiple: a join has related it, perhaps */
    } how;
    Linear sum;
} Apart;

static void take_apart(Apart *x, Value v, i128 by, const Type *t, uint32_t depth);

/* narrowed: more is known of the result itself than that it wrapped, perhaps. */
static bool take_binary(Apart *x, const SymInfo *i, i128 by, bool narrowed, uint32_t depth)
{
    if (i->op != BIN_ADD && i->op != BIN_SUB && i->op != BIN_MUL)
        return false;
    if (x->how != APART_ALL && i->a.kind == VAL_SYM && i->b.kind == VAL_SYM)
        return false;
    if (x->how == APART_NOTHING && i->op == BIN_MUL)
        return false;
    if (wraps_for_certain(x->an, x->s, i)) {
        x->sum.add += by * (as_addend(i->b, i->type, true) - ((i128)1 << i->type->width));
        take_apart(x, i->a, by, i->type, depth + 1);
        return true;
    }
    if (!is_exact(x->an, x->s, i) && (x->strict || narrowed))
        return false;
    if (i->op == BIN_MUL) {
        if (i->b.kind != VAL_INT && i->a.kind != VAL_INT)
            return false;
        Value factor = i->b.kind == VAL_INT ? i->b : i->a;
        Value other = i->b.kind == VAL_INT ? i->a : i->b;
        if (factor.num <= 0 || factor.num > INT32_MAX || by > INT32_MAX || by < INT32_MIN)
            return false;
        take_apart(x, other, by * factor.num, i->type, depth + 1);
        return true;
    }
    take_apart(x, i->a, by, i->type, depth + 1);
    take_apart(x, i->b, i->op == BIN_ADD ? by : -by, i->type, depth + 1);
    return true;
}

static void take_apart(Apart *x, Value v, i128 by, const Type *t, uint32_t depth)
{
    if (v.kind == VAL_INT) {
        x->sum.add += by * as_addend(v, t, x->strict);
        return;
    }
    if (v.kind != VAL_SYM) {
        x->sum.known = false;
        return;
    }
    x->sum.add += by * v.num;
    const SymInfo *i = sym_info(x->an, v.id);
    const Fact *f = fact_find(x->s, v.id);
    bool narrowed =
        f && (f->lo > interval_of_type(i->type).lo || f->hi < interval_of_type(i->type).hi);
    if (depth < MAX_DEPTH && i->kind == SYMBOL_BINARY && take_binary(x, i, by, narrowed, depth))
        return;
    if (depth < MAX_DEPTH && i->kind == SYMBOL_CONVERT && i->op == CONVERT_INT &&
        i->a.kind == VAL_SYM) {
        const Type *from = sym_info(x->an, i->a.id)->type;
        bool wide = type_is_integer(from) && i->type->width >= from->width &&
                    i->type->width >= 32 && !x->strict && !narrowed;
        if (wide || fits_type(state_interval(x->an, x->s, i->a, from), i->type)) {
            take_apart(x, i->a, by, NULL, depth + 1);
            return;
        }
    }
    add_term(&x->sum, v.id, by);
}

static Linear apart(const Analysis *an, const State *s, Value v, const Type *t, bool strict,
                    int how)
{
    Apart x = {.an = an, .s = s, .strict = strict, .how = how, .sum.known = true};
    take_apart(&x, v, 1, t, 0);
    return x.sum;
}

Linear linear_of(const Analysis *an, const State *s, Value v)
{
    return apart(an, s, v, NULL, an->safe != NULL, APART_ALL);
}

Linear linear_exact(const Analysis *an, const State *s, Value v, const Type *t)
{
    return apart(an, s, v, t, true, APART_ALL);
}

Linear linear_whole(const Analysis *an, const State *s, Value v)
{
    return apart(an, s, v, NULL, true, APART_CONSTANTS);
}

Linear linear_plain(const Analysis *an, const State *s, Value v)
{
    return apart(an, s, v, NULL, true, APART_NOTHING);
}

Linear linear_add(Linear a, Linear b)
{
    a.known = a.known && b.known;
    a.add += b.add;
    for (uint32_t i = 0; i < b.count; i++)
        add_term(&a, b.term[i].sym, b.term[i].by);
    return a;
}

static Linear negated(Linear l)
{
    for (uint32_t i = 0; i < l.count; i++)
        l.term[i].by = -l.term[i].by;
    l.add = -l.add;
    return l;
}

Linear linear_sub(Linear a, Linear b)
{
    return linear_add(a, negated(b));
}

/* ---- bounds ---------------------------------------------------------------------------------- */
static uint32_t diff_position(const State *s, uint32_t a, uint32_t b)
{
    uint32_t lo = 0, hi = s->diff_count;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        const Diff *d = &s->diffs[mid];
        if (d->a < a || (d->a == a && d->b < b))
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static i128 direct(const State *s, uint32_t a, uint32_t b)
{
    uint32_t i = diff_position(s, a, b);
    return i < s->diff_count && s->diffs[i].a == a && s->diffs[i].b == b ? s->diffs[i].most
                                                                         : INT128_FAR;
}

/* Level safe: `rest` is what y leaves of z (rest_of): how much more than b it is at most. */
static i128 rest_above(const Analysis *an, const State *s, uint32_t rest, uint32_t b)
{
    const SymInfo *r = an->safe ? sym_info(an, rest) : NULL;
    if (!r || !is_rest(an, s, r))
        return INT128_FAR;
    i128 more = r->a.id == b ? 0 : direct(s, r->a.id, b);
    return more < INT128_FAR ? more + r->a.num - state_interval(an, s, r->b, NULL).lo : INT128_FAR;
}

/* The least of `best` and what the bounds say of a - b. */
static i128 best_diff(const Analysis *an, const State *s, uint32_t a, uint32_t b, i128 best)
{
    for (uint32_t i = diff_position(s, a, 0); i < s->diff_count && s->diffs[i].a == a; i++) {
        i128 left = rest_above(an, s, s->diffs[i].b, b);
        if (left < INT128_FAR && s->diffs[i].most + left < best)
            best = s->diffs[i].most + left;
        i128 rest = s->diffs[i].b == b ? 0 : direct(s, s->diffs[i].b, b);
        if (rest < INT128_FAR && s->diffs[i].most + rest < best)
            best = s->diffs[i].most + rest;
    }
    return best;
}

i128 state_diff(const Analysis *an, const State *s, uint32_t a, uint32_t b)
{
    if (a == b)
        return 0;
    Interval x = state_interval(an, s, value_sym(a, 0), NULL),
             y = state_interval(an, s, value_sym(b, 0), NULL);
    return best_diff(an, s, a, b, x.hi - y.lo);
}

/* The largest, or least, value that the symbol can have, by the intervals of those that bound it,
 * too. */
static i128 symbol_end(const Analysis *an, const State *s, uint32_t sym, bool largest)
{
    Interval x = state_interval(an, s, value_sym(sym, 0), NULL);
    i128 end = largest ? x.hi : x.lo;
    for (uint32_t i = 0; i < s->diff_count; i++) {
        const Diff *d = &s->diffs[i];
        if ((largest ? d->a : d->b) != sym)
            continue;
        Interval y = state_interval(an, s, value_sym(largest ? d->b : d->a, 0), NULL);
        i128 by_it = largest ? y.hi + d->most : y.lo - d->most;
        if (largest ? by_it < end : by_it > end)
            end = by_it;
    }
    return end;
}

/* What the terms are bounded by in pairs, one of each sign: taken out of the sum. */
static i128 take_pairs(const Analysis *an, const State *s, Linear *l)
{
    Interval range[COUNT_OF(l->term)];
    for (uint32_t i = 0; i < l->count; i++)
        range[i] = state_interval(an, s, value_sym(l->term[i].sym, 0), NULL);
    i128 sum = 0;
    for (uint32_t i = 0; i < l->count; i++)
        while (l->term[i].by > 0) {
            /* the partner that bounds it best; else its interval */
            uint32_t best = l->count;
            i128 gain = 0;
            for (uint32_t k = 0; k < l->count; k++) {
                i128 apart = range[i].hi - range[k].lo;
                if (l->term[k].by >= 0)
                    continue;
                i128 d = best_diff(an, s, l->term[i].sym, l->term[k].sym, apart);
                if (apart - d > gain)
                    gain = apart - d, best = k;
            }
            if (best == l->count)
                break;
            i128 m = l->term[i].by < -l->term[best].by ? l->term[i].by : -l->term[best].by;
            sum += m * (range[i].hi - range[best].lo - gain);
            l->term[i].by -= m;
            l->term[best].by += m;
        }
    return sum;
}

/* x + y - w where a bound on x - (z - y), and one on z - w, is known; INT128_FAR: none is. */
static i128 three_most(const Analysis *an, const State *s, const Linear *l)
{
    i128 best = INT128_FAR;
    for (uint32_t i = 0; i < s->diff_count; i++) {
        const Diff *d = &s->diffs[i];
        const SymInfo *r = sym_info(an, d->b);
        if (!is_rest(an, s, r))
            continue;
        i128 x = 0, y = 0, w = 0;
        uint32_t other = 0;
        for (uint32_t k = 0; k < 3; k++) {
            uint32_t sym = l->term[k].sym;
            if (sym == d->a && !x) {
                x = l->term[k].by;
            } else if (sym == r->b.id && !y) {
                y = l->term[k].by;
            } else {
                w = l->term[k].by;
                other = sym;
            }
        }
        if (x <= 0 || x != y || w != -x)
            continue;
        i128 more = r->a.id == other ? 0 : best_diff(an, s, r->a.id, other, INT128_FAR);
        more += r->a.num - r->b.num;
        if (more < INT128_FAR / 2 && (d->most + more) * x < best)
            best = (d->most + more) * x;
    }
    return best < INT128_FAR ? best + l->add : best;
}

i128 linear_most(const Analysis *an, const State *s, Linear l)
{
    if (!l.known)
        return INT128_FAR;
    i128 three = an->safe && l.count == 3 ? three_most(an, s, &l) : INT128_FAR;
    if (three < INT128_FAR)
        return three;
    i128 sum = l.add;
    if (s->diff_count && l.count > 1)
        sum += take_pairs(an, s, &l);
    for (uint32_t i = 0; i < l.count; i++) {
        if (l.term[i].by == 0)
            continue;
        i128 end = symbol_end(an, s, l.term[i].sym, l.term[i].by > 0);
        if (end >= INT128_FAR / 2 || end <= -INT128_FAR / 2)
            return INT128_FAR;
        sum += l.term[i].by * end;
    }
    return sum;
}

Interval linear_interval(const Analysis *an, const State *s, const Linear *l)
{
    if (!l->known)
        return (Interval){-INT128_FAR, INT128_FAR};
    return (Interval){-linear_most(an, s, negated(*l)), linear_most(an, s, *l)};
}

static void diff_put(Analysis *an, State *s, const Diff *d)
{
    uint32_t i = diff_position(s, d->a, d->b);
    if (i < s->diff_count && s->diffs[i].a == d->a && s->diffs[i].b == d->b) {
        if (d->most < s->diffs[i].most) {
            s->diffs[i].most = d->most;
            s->diffs[i].structural &= d->structural;
        }
        return;
    }
    if (s->diff_count >= MAX_DIFFS)
        return;
    if (s->diff_count == s->diff_cap)
        vec_grow(an->arena, (void **)(void *)&s->diffs, &s->diff_cap, sizeof *s->diffs);
    memmove(s->diffs + i + 1, s->diffs + i, (s->diff_count - i) * sizeof *s->diffs);
    s->diff_count++;
    s->diffs[i] = *d;
}

static bool assume_symbols(Analysis *an, State *s, uint32_t a, uint32_t b, i128 most)
{
    if (a == b)
        return most >= 0;
    if (state_diff(an, s, b, a) + most < 0)
        return false;
    if (state_diff(an, s, a, b) > most)
        diff_put(an, s, &(Diff){a, b, most, false, an->steps});
    return true;
}

i128 floor_div(i128 n, i128 d)
{
    return n >= 0 ? n / d : -((-n + d - 1) / d);
}

/* x + y <= most, neither below zero (n <= MAX - m): then the program's x + y does not wrap. */
static bool assume_sum(Analysis *an, State *s, uint32_t x, uint32_t y, i128 most)
{
    const Type *t = sym_info(an, x)->type;
    Interval ix = state_interval(an, s, value_sym(x, 0), t);
    Interval iy = state_interval(an, s, value_sym(y, 0), t);
    if (t != sym_info(an, y)->type || ix.lo < 0 || iy.lo < 0 || most > interval_of_type(t).hi)
        return ix.lo + iy.lo <= most;
    for (int i = 0; i < 2; i++) { /* as x + y and as y + x */
        uint32_t sum = sym_derived(an, SYMBOL_BINARY, BIN_ADD, value_sym(i ? y : x, 0),
                                   value_sym(i ? x : y, 0), t);
        if (!state_assume_interval(an, s, value_sym(sum, 0), t, ix.lo + iy.lo, most))
            return false;
    }
    return true;
}

/* z - y, as the program would compute it where that is z - y. */
static uint32_t rest_of(Analysis *an, uint32_t z, uint32_t y)
{
    return sym_derived(an, SYMBOL_BINARY, BIN_SUB, value_sym(z, 0), value_sym(y, 0),
                       type_basic(an->fn->unit->types, TYPE_LONG));
}

/* x + y - z <= most (start + n < length): each of x and y is bounded by what the other one leaves
 * of z. */
static bool assume_three(Analysis *an, State *s, const Linear *l, i128 most)
{
    uint32_t plus[2], minus = 0, n = 0;
    for (uint32_t i = 0; i < 3; i++) {
        if (l->term[i].by == 1 && n < 2)
            plus[n++] = l->term[i].sym;
        else if (l->term[i].by == -1 && !minus)
            minus = l->term[i].sym;
        else
            return true;
    }
    return n != 2 || !minus || state_assume_within(an, s, plus[0], plus[1], minus, most);
}

bool state_assume_within(Analysis *an, State *s, uint32_t x, uint32_t y, uint32_t z, i128 most)
{
    return assume_symbols(an, s, x, rest_of(an, z, y), most) &&
           assume_symbols(an, s, y, rest_of(an, z, x), most);
}

bool state_assume_diff(Analysis *an, State *s, Value a, Value b, i128 most)
{
    if (a.kind != VAL_SYM || b.kind != VAL_SYM)
        return true;
    if (!assume_symbols(an, s, a.id, b.id, most - a.num + b.num))
        return false;
    Linear l = linear_sub(linear_exact(an, s, a, NULL), linear_exact(an, s, b, NULL));
    if (an->safe && l.known && l.count == 3)
        return assume_three(an, s, &l, most - l.add);
    if (!l.known || l.count == 0 || l.count > 2)
        return !l.known || l.count > 0 || l.add <= most;
    i128 by = l.term[0].by > 0 ? l.term[0].by : -l.term[0].by;
    most = floor_div(most - l.add, by);
    if (l.count == 1) {
        Value one = value_sym(l.term[0].sym, 0);
        return l.term[0].by > 0 ? state_assume_interval(an, s, one, NULL, -INT128_FAR, most)
                                : state_assume_interval(an, s, one, NULL, -most, INT128_FAR);
    }
    if (l.term[0].by == 1 && l.term[1].by == 1)
        return assume_sum(an, s, l.term[0].sym, l.term[1].sym, most);
    if (l.term[0].by + l.term[1].by != 0)
        return true;
    uint32_t plus = l.term[0].by > 0 ? 0 : 1;
    return assume_symbols(an, s, l.term[plus].sym, l.term[1 - plus].sym, most);
}

void state_relate(Analysis *an, State *s, Value a, Value b, i128 most)
{
    if (a.kind == VAL_SYM && b.kind == VAL_SYM && a.id != b.id)
        diff_put(an, s, &(Diff){a.id, b.id, most - a.num + b.num, true, an->steps});
    for (uint32_t i = 0; an->safe && i < s->diff_count; i++) { /* and what that is bounded by */
        const Diff d = s->diffs[i];
        if (a.kind == VAL_SYM && b.kind == VAL_SYM && d.a == b.id && d.b != a.id)
            diff_put(an, s, &(Diff){a.id, d.b, most - a.num + b.num + d.most, true, an->steps});
    }
}

void diffs_keep(Analysis *an, State *s, SymbolTest *keep, const void *ctx)
{
    for (uint32_t i = 0; i < s->diff_count; i++) { /* a - x, x - b: what they say of a - b stays */
        const Diff d = s->diffs[i];
        if (keep(an, ctx, d.b) || !keep(an, ctx, d.a))
            continue;
        for (uint32_t k = 0; k < s->diff_count; k++)
            if (s->diffs[k].a == d.b && s->diffs[k].b != d.a && keep(an, ctx, s->diffs[k].b))
                diff_put(an, s,
                         &(Diff){d.a, s->diffs[k].b, d.most + s->diffs[k].most,
                                 d.structural && s->diffs[k].structural, an->steps});
    }
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->diff_count; i++)
        if (keep(an, ctx, s->diffs[i].a) && keep(an, ctx, s->diffs[i].b))
            s->diffs[w++] = s->diffs[i];
    s->diff_count = w;
}

/* ---- join ------------------------------------------------------------------------------------ */
/* A bound that only the intervals of a type give says nothing. */
static bool says_something(i128 most)
{
    return most < ((i128)1 << 31);
}

void diffs_join(Analysis *an, State *into, const State *from)
{
    uint32_t count = into->diff_count;
    Diff *all = ARENA_ARRAY(an->scratch, Diff, count + from->diff_count + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        Diff d = into->diffs[i];
        i128 there = state_diff(an, from, d.a, d.b);
        d.most = there > d.most ? there : d.most;
        if (says_something(d.most))
            all[n++] = d;
    }
    for (uint32_t i = 0; i < from->diff_count; i++) {
        Diff d = from->diffs[i];
        if (direct(into, d.a, d.b) < INT128_FAR)
            continue;
        i128 here = state_diff(an, into, d.a, d.b);
        d.most = here > d.most ? here : d.most;
        if (says_something(d.most))
            all[n++] = d;
    }
    into->diff_count = 0;
    for (uint32_t i = 0; i < n; i++)
        diff_put(an, into, &all[i]);
}
