/* engine/number.c - what a path knows of numbers: intervals on symbols, and conditions.
 *
 * A number is a constant, or a symbol plus a constant. Results of operators are symbols that are
 * hash-consed over their operands, so that the same expression computed twice is the same symbol
 * and a branch on it decides it for the rest of the path:
 *
 *     if (flags & 1) p = malloc(9);      S2 = S1 & 1;   this path: S2 in [1, 1]
 *     ...
 *     if (flags & 1) free(p);            S2 again: true
 *
 * Lattice: intervals over the mathematical integers with one excluded value; join is the hull.
 * What relates two symbols is in relation.c. */
#include "engine/state.h"

enum { MAX_EXPRESSION = 10 };

Interval interval_of_type(const Type *t)
{
    if (t->kind == TYPE_POINTER)
        return (Interval){0, ((i128)1 << (8 * t->size)) - 1};
    if (!type_is_integer(t) || t->width > 64 || t->width == 0)
        return (Interval){-INT128_FAR, INT128_FAR};
    if (t->kind == TYPE_BOOL)
        return (Interval){0, 1};
    uint32_t unused = 64 - t->width;
    if (t->is_unsigned)
        return (Interval){0, UINT64_MAX >> unused};
    int64_t most = INT64_MAX >> unused;
    return (Interval){-most - 1, most};
}

/* All values that it can have when nothing is known of it. */
static Interval interval_of_symbol(const SymInfo *i)
{
    bool truth = (i->kind == SYMBOL_BINARY && is_comparison(i->op)) ||
                 (i->kind == SYMBOL_UNARY && i->op == UN_LNOT);
    return truth ? (Interval){0, 1} : interval_of_type(i->type);
}

static uint32_t fact_position(const State *s, uint32_t sym)
{
    uint32_t lo = 0, hi = s->fact_count;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (s->facts[mid].sym < sym)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

const Fact *fact_find(const State *s, uint32_t sym)
{
    uint32_t i = fact_position(s, sym);
    return i < s->fact_count && s->facts[i].sym == sym ? &s->facts[i] : NULL;
}

static Fact *fact_make(Analysis *an, State *s, uint32_t sym)
{
    uint32_t i = fact_position(s, sym);
    if (i < s->fact_count && s->facts[i].sym == sym)
        return &s->facts[i];
    if (s->fact_count == s->fact_cap)
        vec_grow(an->arena, (void **)(void *)&s->facts, &s->fact_cap, sizeof *s->facts);
    memmove(s->facts + i + 1, s->facts + i, (s->fact_count - i) * sizeof *s->facts);
    s->fact_count++;
    Interval all = interval_of_symbol(sym_info(an, sym));
    s->facts[i] = (Fact){.sym = sym, .lo = all.lo, .hi = all.hi};
    return &s->facts[i];
}

void state_put_fact(Analysis *an, State *s, const Fact *f)
{
    *fact_make(an, s, f->sym) = *f;
}

static Interval intersection(Interval a, Interval b)
{
    Interval i = {a.lo > b.lo ? a.lo : b.lo, a.hi < b.hi ? a.hi : b.hi};
    return i.lo <= i.hi ? i : a;
}

static Interval symbol_interval(const Analysis *an, const State *s, uint32_t sym)
{
    const Fact *f = fact_find(s, sym);
    const SymInfo *info = sym_info(an, sym);
    Interval all = interval_of_type(info->type);
    Interval i = f ? (Interval){f->lo, f->hi} : interval_of_symbol(info);
    if (info->kind != SYMBOL_CONVERT || info->op != CONVERT_INT || info->a.kind != VAL_SYM)
        return i;
    /* what was learned of the operand since, where the conversion keeps its order: (size_t)-1 */
    Interval a = symbol_interval(an, s, info->a.id);
    i128 lo = (i128)type_wrap(info->type, (u128)(a.lo + info->a.num));
    i128 hi = lo + (a.hi - a.lo);
    return hi <= all.hi ? intersection(i, (Interval){lo, hi}) : i;
}

Interval state_interval(const Analysis *an, const State *s, Value v, const Type *t)
{
    if (v.kind == VAL_INT) {
        i128 n = value_number(v, t);
        return (Interval){n, n};
    }
    if (v.kind != VAL_SYM)
        return t ? interval_of_type(t) : (Interval){-INT128_FAR, INT128_FAR};
    Interval i = symbol_interval(an, s, v.id);
    return (Interval){i.lo + v.num, i.hi + v.num};
}

Interval state_range(const Analysis *an, const State *s, Value v, const Type *t)
{
    Interval i = state_interval(an, s, v, t);
    if (v.kind != VAL_SYM)
        return i;
    Linear l = linear_exact(an, s, v, NULL);
    return l.known ? intersection(i, linear_interval(an, s, &l)) : i;
}

/* A product of what is not zero; that it may wrap is another matter, and asked where it decides a
 * size. */
static bool is_nonzero_product(const Analysis *an, const State *s, uint32_t sym)
{
    const SymInfo *i = sym_info(an, sym);
    return i->kind == SYMBOL_BINARY && i->op == BIN_MUL && state_excludes(an, s, i->a, 0) &&
           state_excludes(an, s, i->b, 0);
}

bool state_excludes(const Analysis *an, const State *s, Value v, int64_t n)
{
    if (v.kind == VAL_INT)
        return v.num != n;
    if (v.kind != VAL_SYM)
        return false;
    Interval i = state_interval(an, s, v, NULL);
    const Fact *f = fact_find(s, v.id);
    int64_t bare = n - v.num;
    return n < i.lo || n > i.hi || (f && f->has_ne && f->ne == bare) ||
           (f && bare >= 0 && bare < 64 && f->holes >> bare & 1) ||
           (!bare && is_nonzero_product(an, s, v.id));
}

uint64_t state_excluded(const Analysis *an, const State *s, Value v)
{
    uint64_t out = 0;
    if (v.kind == VAL_SYM && v.num == 0) {
        const Fact *f = fact_find(s, v.id);
        Interval i = state_interval(an, s, v, NULL);
        Fact now = {.lo = i.lo, .hi = i.hi};
        if (f)
            now.has_ne = f->has_ne, now.ne = f->ne, now.holes = f->holes;
        return fact_outside(&now);
    }
    for (int n = 0; n < 64; n++)
        out |= (uint64_t)state_excludes(an, s, v, n) << n;
    return out;
}

static bool is_hole(const Fact *f, i128 n)
{
    return (f->has_ne && f->ne == n) || (n >= 0 && n < 64 && (f->holes >> (int)n & 1));
}

/* An interval does not begin or end with a value that it excludes. False: nothing is left. */
static bool close_holes(Fact *f)
{
    while (f->lo <= f->hi && is_hole(f, f->lo))
        f->lo++;
    while (f->lo <= f->hi && is_hole(f, f->hi))
        f->hi--;
    return f->lo <= f->hi;
}

/* Bits 0 .. n. */
static uint64_t bits_up_to(i128 n)
{
    return n < 0 ? 0 : n >= 63 ? UINT64_MAX : ((uint64_t)2 << (int)n) - 1;
}

uint64_t fact_outside(const Fact *f)
{
    uint64_t inside = f->lo > f->hi ? 0 : bits_up_to(f->hi) & ~bits_up_to(f->lo - 1);
    bool excluded = f->has_ne && f->ne >= 0 && f->ne < 64;
    return f->holes | ~inside | (excluded ? (uint64_t)1 << (int)f->ne : 0);
}

/* (size_t)r == 8: what an unsigned type at least as wide says of numbers that the signed one has,
 * too, holds of the number that was converted. C17 6.3.1.3 */
static bool assume_converted(Analysis *an, State *s, Value v, i128 lo, i128 hi)
{
    const SymInfo i = *sym_info(an, v.id);
    if (i.kind != SYMBOL_CONVERT || i.a.kind != VAL_SYM || v.num || !i.type->is_unsigned)
        return true;
    const Type *from = sym_info(an, i.a.id)->type;
    if (!type_is_integer(from) || from->is_unsigned || from->width > i.type->width || lo < 0 ||
        hi > interval_of_type(from).hi)
        return true;
    return state_assume_interval(an, s, i.a, from, lo, hi);
}

/* 4 * n + 4 in [4, 400]: n in [0, 99], if nothing wraps; 400 - n in [1, 400]: n in [0, 399]. */
static bool assume_term(Analysis *an, State *s, Value v, i128 lo, i128 hi)
{
    const SymInfo *i = sym_info(an, v.id);
    if (i->kind != SYMBOL_BINARY || !type_is_integer(i->type) ||
        (i->op != BIN_MUL && i->op != BIN_ADD && i->op != BIN_SUB))
        return true;
    Linear l = linear_exact(an, s, v, NULL);
    if (!l.known || l.count != 1 || l.term[0].sym == v.id)
        return true;
    i128 by = l.term[0].by, from = lo - l.add, to = hi - l.add;
    if (by < 0)
        by = -by, from = l.add - hi, to = l.add - lo;
    return state_assume_interval(an, s, value_sym(l.term[0].sym, 0), NULL, -floor_div(-from, by),
                                 floor_div(to, by));
}

bool state_assume_interval(Analysis *an, State *s, Value v, const Type *t, i128 lo, i128 hi)
{
    if (v.kind == VAL_INT) {
        i128 n = value_number(v, t);
        return n >= lo && n <= hi;
    }
    if (v.kind != VAL_SYM)
        return true;
    Interval now = symbol_interval(an, s, v.id);
    if (lo - v.num <= now.lo && hi - v.num >= now.hi)
        return true;
    if (!assume_converted(an, s, v, lo, hi) ||
        (lo == hi && lo == v.num && is_nonzero_product(an, s, v.id)))
        return false;
    Fact *f = fact_make(an, s, v.id);
    if (lo - v.num > f->lo)
        f->lo = lo - v.num;
    if (hi - v.num < f->hi)
        f->hi = hi - v.num;
    f->when = f->when ? f->when : an->steps;
    return close_holes(f) && assume_term(an, s, v, lo, hi);
}

/* A conversion that loses nothing is not n: what is converted is not what becomes n, -1 for
 * (size_t)-1. */
static bool operand_is_not(Analysis *an, State *s, const SymInfo *i, i128 n)
{
    const Type *from = i->a.kind == VAL_SYM ? sym_info(an, i->a.id)->type : NULL;
    if (i->kind != SYMBOL_CONVERT || i->op != CONVERT_INT || !from || !type_is_integer(from) ||
        !type_is_integer(i->type) || from->is_unsigned || i->type->width < from->width)
        return true;
    i128 modulus = (i128)1 << i->type->width;
    return state_assume_not(an, s, i->a, from, n >= modulus / 2 ? n - modulus : n);
}

bool state_assume_not(Analysis *an, State *s, Value v, const Type *t, i128 n)
{
    if (v.kind == VAL_INT)
        return value_number(v, t) != n;
    if (v.kind != VAL_SYM)
        return true;
    n -= v.num;
    Interval now = symbol_interval(an, s, v.id);
    if (n < now.lo || n > now.hi)
        return true;
    const SymInfo product = *sym_info(an, v.id);
    if (n == 0 && !v.num && product.kind == SYMBOL_BINARY && product.op == BIN_MUL &&
        (!state_assume_not(an, s, product.a, product.type, 0) ||
         !state_assume_not(an, s, product.b, product.type, 0)))
        return false;
    if (!operand_is_not(an, s, &product, n))
        return false;
    Fact *f = fact_make(an, s, v.id);
    f->when = f->when ? f->when : an->steps;
    if (n >= 0 && n < 64)
        f->holes |= (uint64_t)1 << (int)n;
    else if (n != f->lo && n != f->hi && !f->has_ne)
        f->has_ne = true, f->ne = n;
    else
        f->lo += n == f->lo, f->hi -= n == f->hi;
    return close_holes(f);
}

/* ---- symbols --------------------------------------------------------------------------------- */
uint32_t sym_fresh(Analysis *an, const Type *type, bool outside)
{
    uint64_t key = hash_mix(hash_mix(MAP_KEY_PTR(an->inst), an->span.begin), an->round);
    key = hash_mix(hash_mix(hash_mix(key, an->ordinal++), type->canon->id), outside);
    uintptr_t got;
    if (map_get(&an->fresh_cons, key ^ 1, &got))
        return (uint32_t)got;
    SymInfo info = {.kind = SYMBOL_FRESH, .type = type, .outside = outside, .span = an->span};
    info.block = an->inst && an->inst->op == INST_CALL ? an->block : UINT32_MAX;
    VEC_PUSH(an->arena, &an->syms, info);
    map_put(&an->fresh_cons, key ^ 1, an->syms.len - 1);
    return an->syms.len - 1;
}

uint32_t sym_length(Analysis *an, uint32_t region, const Type *type)
{
    uint64_t key = hash_mix(UINT64_C(0x1e47), region);
    uintptr_t got;
    if (map_get(&an->entry_cons, key, &got))
        return (uint32_t)got;
    SymInfo info = {
        .kind = SYMBOL_LENGTH, .text = true, .type = type, .region = region, .span = an->span};
    VEC_PUSH(an->arena, &an->syms, info);
    map_put(&an->entry_cons, key, an->syms.len - 1);
    return an->syms.len - 1;
}

static uint64_t value_key(uint64_t h, Value v)
{
    h = hash_mix(h, v.kind);
    h = hash_mix(h, v.kind == VAL_INT ? 0 : v.id);
    return hash_mix(hash_mix(h, v.off_sym), (uint64_t)v.num);
}

bool value_is_outside(const Analysis *an, Value v)
{
    return v.kind == VAL_SYM && sym_info(an, v.id)->outside;
}

uint32_t sym_derived(Analysis *an, SymKind kind, uint8_t op, Value a, Value b, const Type *type)
{
    bool bound = a.kind == VAL_UNKNOWN || b.kind == VAL_UNKNOWN || a.kind == VAL_UNINIT ||
                 b.kind == VAL_UNINIT;
    uint64_t key = value_key(value_key(hash_mix(hash_mix(kind, op), type->canon->id + 7), a), b);
    uintptr_t got;
    if (!bound && map_get(&an->sym_cons, key, &got)) {
        const SymInfo *i = sym_info(an, (uint32_t)got);
        if (i->kind == kind && i->op == op && value_same(i->a, a) && value_same(i->b, b))
            return (uint32_t)got;
    }
    if (!bound && map_get(&an->sym_cons, key ^ 1, &got)) /* the same, too deep to tell */
        return (uint32_t)got;
    uint32_t depth = a.kind == VAL_SYM ? sym_info(an, a.id)->depth : 0;
    if (b.kind == VAL_SYM && sym_info(an, b.id)->depth > depth)
        depth = sym_info(an, b.id)->depth;
    if (depth >= MAX_EXPRESSION) { /* h = h * 33 + c, round after round */
        SymInfo any = {.kind = SYMBOL_FRESH, .type = type, .span = an->span};
        VEC_PUSH(an->arena, &an->syms, any);
        if (!bound)
            map_put(&an->sym_cons, key ^ 1, an->syms.len - 1);
        return an->syms.len - 1;
    }
    SymInfo info = {.kind = (uint8_t)kind,
                    .op = op,
                    .depth = (uint8_t)(depth + 1),
                    .type = type,
                    .a = a,
                    .b = b,
                    .span = an->span,
                    .outside = value_is_outside(an, a) || value_is_outside(an, b)};
    VEC_PUSH(an->arena, &an->syms, info);
    if (!bound)
        map_put(&an->sym_cons, key, an->syms.len - 1);
    return an->syms.len - 1;
}

/* ---- nullness -------------------------------------------------------------------------------- */
int state_nullness(const Analysis *an, const State *s, Value v)
{
    if (v.kind == VAL_INT)
        return v.num == 0;
    if (v.kind != VAL_PTR)
        return -1;
    const RegionInfo *info = region_info(an, v.id);
    if (info->kind == REGION_LOCAL || info->kind == REGION_GLOBAL || info->kind == REGION_STRING)
        return 0;
    if (v.num != 0 || v.off_sym)
        return 0; /* made from a pointer that was taken for valid */
    const RegionState *rs = state_region_find(s, v.id);
    switch (rs ? (NullState)rs->null : NULL_UNKNOWN) {
    case NULL_UNKNOWN: return -1;
    case NULL_MAYBE: return 2;
    case NULL_NO: return 0;
    case NULL_IS: return 1;
    }
    return -1;
}

static bool handle_value(const Analysis *an, Value v)
{
    return v.kind == VAL_PTR && !v.num && !v.off_sym &&
           (region_info(an, v.id)->kind == REGION_HANDLE || region_info(an, v.id)->handle);
}

/* A question whether a pointer is an error number: its answer is kept as one, for a pointer has no
 * bounds. */
static bool asks_for_error(const Analysis *an, const SymInfo *i)
{
    return i->kind == SYMBOL_BINARY && is_comparison(i->op) && i->a.kind == VAL_PTR &&
           i->b.kind == VAL_INT && is_error_number(i->b.num) && !handle_value(an, i->a);
}

/* The answer was yes: the numbers that the pointer can be. */
bool state_is_error(const Analysis *an, const State *s, Value p, Interval *is)
{
    bool known = false;
    *is = (Interval){1 - NULL_PAGE, -1};
    for (uint32_t i = 0; p.kind == VAL_PTR && i < s->fact_count; i++) {
        const Fact *f = &s->facts[i];
        const SymInfo *asked = sym_info(an, f->sym);
        bool no = f->lo == 0 && f->hi == 0;
        if (!asks_for_error(an, asked) || !value_same(asked->a, p) ||
            !(no || state_excludes(an, s, value_sym(f->sym, 0), 0)))
            continue;
        if (asked->op == (no ? BIN_LT : BIN_GE))
            known = true, is->lo = asked->b.num;
        else if (asked->op == (no ? BIN_LE : BIN_GT))
            known = true, is->lo = (i128)asked->b.num + 1;
        else if (asked->op == (no ? BIN_NE : BIN_EQ))
            known = true, is->lo = is->hi = asked->b.num;
    }
    return known;
}

static bool assume_null(Analysis *an, State *s, Value v, bool is_null)
{
    int now = state_nullness(an, s, v);
    if (now == 0 || now == 1)
        return now == (int)is_null;
    Interval error;
    if (v.kind != VAL_PTR || state_is_error(an, s, v, &error))
        return v.kind != VAL_PTR || !is_null;
    RegionState *rs = state_region(an, s, v.id);
    rs->null = is_null ? NULL_IS : NULL_NO;
    rs->flags |= REGION_TESTED;
    rs->when = an->steps;
    if (is_null && rs->own == OWN_YES)
        rs->own = OWN_NONE;
    if (is_null && !rs->null_event) {
        uint32_t e = event_add(an, s, EVENT_NULL, v.id, an->span, NULL, NULL);
        state_region(an, s, v.id)->null_event = e;
    }
    return text_assume_null(an, s, v.id, is_null);
}

/* ---- conditions ------------------------------------------------------------------------------ */
/* A handle against a constant: does `h op c` say it owns nothing (1), owns (0), or neither (-1)?
 * What was opened is above the standard streams, the none value is below zero. */
static int handle_test(BinaryOp op, int64_t c, int64_t none)
{
    switch (op) {
    case BIN_LT: return c >= 0 && c <= 3 ? 1 : -1;
    case BIN_LE: return c >= -1 && c <= 2 ? 1 : -1;
    case BIN_GE: return c >= 0 && c <= 3 ? 0 : -1;
    case BIN_GT: return c >= -1 && c <= 2 ? 0 : -1;
    case BIN_EQ: return c == none ? 1 : -1;
    case BIN_NE: return c == none ? 0 : -1;
    case BIN_MUL:
    case BIN_DIV:
    case BIN_REM:
    case BIN_ADD:
    case BIN_SUB:
    case BIN_SHL:
    case BIN_SHR:
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR:
    case BIN_LAND:
    case BIN_LOR:
    case BIN_COMMA: return -1;
    }
    return -1;
}

static BinaryOp negate(BinaryOp op)
{
    switch (op) {
    case BIN_LT: return BIN_GE;
    case BIN_GE: return BIN_LT;
    case BIN_GT: return BIN_LE;
    case BIN_LE: return BIN_GT;
    case BIN_EQ: return BIN_NE;
    case BIN_NE: return BIN_EQ;
    case BIN_MUL:
    case BIN_DIV:
    case BIN_REM:
    case BIN_ADD:
    case BIN_SUB:
    case BIN_SHL:
    case BIN_SHR:
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR:
    case BIN_LAND:
    case BIN_LOR:
    case BIN_COMMA: return op;
    }
    return op;
}

/* Distinct objects have distinct addresses; unknown pointers may be anything. */
static bool region_is_known_object(const Analysis *an, const State *s, uint32_t r)
{
    const RegionInfo *i = region_info(an, r);
    if (i->kind == REGION_LOCAL || i->kind == REGION_GLOBAL)
        return true;
    const RegionState *rs = state_region_find(s, r);
    return i->kind == REGION_HEAP && rs && rs->null == NULL_NO;
}

static bool is_object_or_null(const Analysis *an, uint32_t r)
{
    uint8_t kind = region_info(an, r)->kind;
    return kind == REGION_LOCAL || kind == REGION_GLOBAL || kind == REGION_HEAP;
}

static int compare_difference(const Analysis *an, const State *s, BinaryOp op, Value a, Value b);

static int compare_pointers(const Analysis *an, const State *s, BinaryOp op, Value a, Value b)
{
    if (a.kind == VAL_PTR && b.kind == VAL_PTR && a.id == b.id && a.off_sym == b.off_sym) {
        int64_t d = a.num - b.num;
        switch (op) {
        case BIN_EQ: return d == 0;
        case BIN_NE: return d != 0;
        case BIN_LT: return d < 0;
        case BIN_LE: return d <= 0;
        case BIN_GT: return d > 0;
        case BIN_GE: return d >= 0;
        case BIN_MUL:
        case BIN_DIV:
        case BIN_REM:
        case BIN_ADD:
        case BIN_SUB:
        case BIN_SHL:
        case BIN_SHR:
        case BIN_AND:
        case BIN_XOR:
        case BIN_OR:
        case BIN_LAND:
        case BIN_LOR:
        case BIN_COMMA: return -1;
        }
    }
    if (a.kind == VAL_PTR && b.kind == VAL_PTR && a.id == b.id)
        return compare_difference(an, s, op, value_offset(a), value_offset(b));
    int na = state_nullness(an, s, a), nb = state_nullness(an, s, b);
    if (na == 0 && b.kind == VAL_INT && b.num > 0 && b.num < NULL_PAGE) /* no object is there */
        return op == BIN_GT || op == BIN_GE || op == BIN_NE;
    if (na == 0 && a.kind == VAL_PTR && b.kind == VAL_INT && is_error_number(b.num))
        return op == BIN_LT || op == BIN_LE || op == BIN_NE;
    if (op != BIN_EQ && op != BIN_NE) { /* nothing is below null, and null below all else */
        if (na == 1 && nb == 0)
            return op == BIN_LT || op == BIN_LE;
        return na == 0 && nb == 1 ? op == BIN_GT || op == BIN_GE : -1;
    }
    if ((na == 1 && nb == 0) || (na == 0 && nb == 1))
        return op == BIN_NE;
    if (na == 1 && nb == 1)
        return op == BIN_EQ;
    if (a.kind == VAL_PTR && b.kind == VAL_PTR && a.id != b.id &&
        ((region_is_known_object(an, s, a.id) && is_object_or_null(an, b.id)) ||
         (region_is_known_object(an, s, b.id) && is_object_or_null(an, a.id))))
        return op == BIN_NE;
    /* no variable of this call existed when it began */
    if (a.kind == VAL_PTR && b.kind == VAL_PTR &&
        ((region_info(an, a.id)->kind == REGION_LOCAL &&
          region_info(an, b.id)->kind == REGION_ENTRY) ||
         (region_info(an, b.id)->kind == REGION_LOCAL &&
          region_info(an, a.id)->kind == REGION_ENTRY)))
        return op == BIN_NE;
    /* what this function allocated is no object that existed before */
    if (a.kind == VAL_PTR && b.kind == VAL_PTR && a.id != b.id &&
        ((region_is_known_object(an, s, a.id) && region_info(an, a.id)->kind != REGION_GLOBAL &&
          region_info(an, b.id)->kind == REGION_ENTRY && !state_region_find(s, b.id)) ||
         (region_is_known_object(an, s, b.id) && region_info(an, b.id)->kind != REGION_GLOBAL &&
          region_info(an, a.id)->kind == REGION_ENTRY && !state_region_find(s, a.id))))
        return op == BIN_NE;
    return -1;
}

int compare_intervals(BinaryOp op, Interval a, Interval b)
{
    switch (op) {
    case BIN_LT: return a.hi < b.lo ? 1 : a.lo >= b.hi ? 0 : -1;
    case BIN_LE: return a.hi <= b.lo ? 1 : a.lo > b.hi ? 0 : -1;
    case BIN_GT: return a.lo > b.hi ? 1 : a.hi <= b.lo ? 0 : -1;
    case BIN_GE: return a.lo >= b.hi ? 1 : a.hi < b.lo ? 0 : -1;
    case BIN_EQ:
        if (a.lo == a.hi && b.lo == b.hi && a.lo == b.lo)
            return 1;
        return a.hi < b.lo || b.hi < a.lo ? 0 : -1;
    case BIN_NE:
        if (a.lo == a.hi && b.lo == b.hi && a.lo == b.lo)
            return 0;
        return a.hi < b.lo || b.hi < a.lo ? 1 : -1;
    case BIN_MUL:
    case BIN_DIV:
    case BIN_REM:
    case BIN_ADD:
    case BIN_SUB:
    case BIN_SHL:
    case BIN_SHR:
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR:
    case BIN_LAND:
    case BIN_LOR:
    case BIN_COMMA: return -1;
    }
    return -1;
}

/* By the difference of the two sides. */
static int compare_difference(const Analysis *an, const State *s, BinaryOp op, Value a, Value b)
{
    Linear l = linear_sub(linear_exact(an, s, a, NULL), linear_exact(an, s, b, NULL));
    return compare_intervals(op, linear_interval(an, s, &l), (Interval){0, 0});
}

/* A constant beside a symbol that may be above INT64_MAX is of that symbol's type: (size_t)-1 is
 * the largest size, and not below all of them. */
static i128 constant_beside(const Analysis *an, const State *s, Value c, Value other)
{
    if (c.num >= 0 || other.kind != VAL_SYM || state_interval(an, s, other, NULL).hi <= INT64_MAX)
        return c.num;
    return value_number(c, sym_info(an, other.id)->type);
}

static Interval interval_beside(const Analysis *an, const State *s, Value v, Value other,
                                const Type *t)
{
    if (v.kind != VAL_INT || t)
        return state_interval(an, s, v, t);
    i128 n = constant_beside(an, s, v, other);
    return (Interval){n, n};
}

static int compare_values(const Analysis *an, const State *s, BinaryOp op, Value a, Value b,
                          const Type *t)
{
    if (handle_value(an, a) && b.kind == VAL_INT) {
        if ((op == BIN_EQ || op == BIN_NE) && b.num >= 0 && b.num <= 2)
            return op == BIN_NE; /* not a standard stream */
        int says_none = handle_test(op, b.num, region_info(an, a.id)->none);
        int null = state_nullness(an, s, a);
        if (says_none >= 0 && (null == 0 || null == 1))
            return null == says_none;
        return -1;
    }
    /* error pointers, (void *)-ENOMEM: no object is in the last page */
    if (a.kind == VAL_PTR && b.kind == VAL_INT && b.num < 0 && b.num >= -4096) {
        uint8_t kind = region_info(an, a.id)->kind;
        if (kind == REGION_HEAP || kind == REGION_LOCAL || kind == REGION_GLOBAL ||
            kind == REGION_STRING)
            return op == BIN_LT || op == BIN_LE || op == BIN_NE;
    }
    if (a.kind == VAL_PTR || b.kind == VAL_PTR)
        return compare_pointers(an, s, op, a, b);
    if (a.kind == VAL_SYM && b.kind == VAL_SYM && a.id == b.id)
        return compare_intervals(op, (Interval){a.num, a.num}, (Interval){b.num, b.num});
    int got =
        compare_intervals(op, interval_beside(an, s, a, b, t), interval_beside(an, s, b, a, t));
    if (got < 0 && a.kind == VAL_SYM && b.kind == VAL_SYM)
        got = compare_difference(an, s, op, a, b);
    if (got < 0 && (op == BIN_EQ || op == BIN_NE)) {
        if (b.kind == VAL_INT && constant_beside(an, s, b, a) == b.num &&
            state_excludes(an, s, a, b.num))
            return op == BIN_NE;
        if (a.kind == VAL_INT && constant_beside(an, s, a, b) == a.num &&
            state_excludes(an, s, b, a.num))
            return op == BIN_NE;
    }
    return got;
}

/* A comparison of integers, or of pointers, of which it can be said how it comes out. */
static bool is_understood(const Analysis *an, const SymInfo *i)
{
    return i->kind == SYMBOL_BINARY && is_comparison(i->op) &&
           !(i->a.kind == VAL_SYM && type_is_floating(sym_info(an, i->a.id)->type)) &&
           !(i->b.kind == VAL_SYM && type_is_floating(sym_info(an, i->b.id)->type));
}

int state_truth(Analysis *an, const State *s, Value v, const Type *t)
{
    if (v.kind == VAL_INT)
        return v.num != 0;
    if (v.kind == VAL_PTR) {
        if (handle_value(an, v))
            return -1;
        int null = state_nullness(an, s, v);
        Interval error;
        return null == 1 ? 0 : null == 0 || state_is_error(an, s, v, &error) ? 1 : -1;
    }
    if (v.kind != VAL_SYM)
        return -1;
    Interval i = state_interval(an, s, v, t);
    if (i.lo > 0 || i.hi < 0 || state_excludes(an, s, v, 0))
        return 1;
    if (i.lo == 0 && i.hi == 0)
        return 0;
    const SymInfo *info = sym_info(an, v.id);
    if (v.num == 0 && is_understood(an, info))
        return compare_values(an, s, (BinaryOp)info->op, info->a, info->b, NULL);
    if (v.num == 0 && info->kind == SYMBOL_UNARY && info->op == UN_LNOT) {
        int inner = state_truth(an, s, info->a, NULL);
        return inner < 0 ? -1 : !inner;
    }
    return -1;
}

static bool assume_less(Analysis *an, State *s, Value a, Value b, int strict)
{
    Interval ia = interval_beside(an, s, a, b, NULL), ib = interval_beside(an, s, b, a, NULL);
    return (a.kind == VAL_INT ||
            state_assume_interval(an, s, a, NULL, -INT128_FAR, ib.hi - strict)) &&
           (b.kind == VAL_INT ||
            state_assume_interval(an, s, b, NULL, ia.lo + strict, INT128_FAR)) &&
           state_assume_diff(an, s, a, b, -strict);
}

static bool assume_equal(Analysis *an, State *s, Value a, Value b)
{
    Interval ia = interval_beside(an, s, a, b, NULL), ib = interval_beside(an, s, b, a, NULL);
    return (a.kind == VAL_INT || state_assume_interval(an, s, a, NULL, ib.lo, ib.hi)) &&
           (b.kind == VAL_INT || state_assume_interval(an, s, b, NULL, ia.lo, ia.hi)) &&
           state_assume_diff(an, s, a, b, 0) && state_assume_diff(an, s, b, a, 0);
}

/* used <= cap, and used != cap. */
static bool assume_unequal(Analysis *an, State *s, Value a, Value b)
{
    Linear l = linear_sub(linear_exact(an, s, a, NULL), linear_exact(an, s, b, NULL));
    Interval by = l.known ? linear_interval(an, s, &l) : (Interval){-1, 1};
    if (by.lo == 0 && by.hi == 0)
        return false;
    return by.hi == 0 ? assume_less(an, s, a, b, 1) : by.lo != 0 || assume_less(an, s, b, a, 1);
}

/* a == b, and b, which is no literal, is null on this path: that says little of a, of which nobody
 * asked. */
static bool suppose_equal(Analysis *an, State *s, Value a, Value b)
{
    if (a.kind == VAL_PTR && (b.kind == VAL_PTR || b.id)) {
        RegionState *rs = state_region(an, s, a.id);
        if (rs->null == NULL_IS)
            rs->flags |= REGION_SUPPOSED;
    }
    return true;
}

static bool assume_comparison(Analysis *an, State *s, BinaryOp op, Value a, Value b)
{
    if (handle_value(an, a) && b.kind == VAL_INT) {
        int says_none = handle_test(op, b.num, region_info(an, a.id)->none);
        return says_none < 0 || assume_null(an, s, a, says_none == 1);
    }
    if (op == BIN_EQ && handle_value(an, a) && b.kind == VAL_SYM) /* who knows the number has it */
        state_region(an, s, a.id)->own = OWN_GIVEN;
    if (a.kind == VAL_PTR || b.kind == VAL_PTR) {
        int got = compare_pointers(an, s, op, a, b);
        if (got >= 0)
            return got == 1;
        if (a.kind == VAL_PTR && b.kind == VAL_PTR && a.id == b.id && (a.off_sym || b.off_sym))
            return assume_comparison(an, s, op, value_offset(a), value_offset(b));
        if (a.kind == VAL_PTR && b.kind == VAL_INT && is_error_number(b.num))
            return true;
        bool low = b.kind == VAL_INT && b.num > 0 && b.num < NULL_PAGE;
        if (low && (op == BIN_LT || op == BIN_LE))
            return assume_null(an, s, a, true);
        if (op == BIN_GT || (op == BIN_GE && state_nullness(an, s, b) == 0))
            return assume_null(an, s, a, false);
        if (op == BIN_LT || (op == BIN_LE && state_nullness(an, s, a) == 0))
            return assume_null(an, s, b, false);
        if (op == BIN_GE || op == BIN_LE)
            return true;
        bool eq = op == BIN_EQ;
        if (state_nullness(an, s, b) == 1)
            return assume_null(an, s, a, eq) && suppose_equal(an, s, a, b);
        if (state_nullness(an, s, a) == 1)
            return assume_null(an, s, b, eq) && suppose_equal(an, s, b, a);
        if (eq && state_nullness(an, s, b) == 0)
            return assume_null(an, s, a, false);
        if (eq && state_nullness(an, s, a) == 0)
            return assume_null(an, s, b, false);
        return true;
    }
    switch (op) {
    case BIN_LT: return assume_less(an, s, a, b, 1);
    case BIN_LE: return assume_less(an, s, a, b, 0);
    case BIN_GT: return assume_less(an, s, b, a, 1);
    case BIN_GE: return assume_less(an, s, b, a, 0);
    case BIN_EQ: return assume_equal(an, s, a, b);
    case BIN_NE:
        if (b.kind == VAL_INT)
            return state_assume_not(an, s, a, NULL, constant_beside(an, s, b, a));
        if (a.kind == VAL_INT)
            return state_assume_not(an, s, b, NULL, constant_beside(an, s, a, b));
        return assume_unequal(an, s, a, b);
    case BIN_MUL:
    case BIN_DIV:
    case BIN_REM:
    case BIN_ADD:
    case BIN_SUB:
    case BIN_SHL:
    case BIN_SHR:
    case BIN_AND:
    case BIN_XOR:
    case BIN_OR:
    case BIN_LAND:
    case BIN_LOR:
    case BIN_COMMA: return true;
    }
    return true;
}

/* x % 8 or x & 7 is 0: x begins and ends at a multiple of 8. */
static bool assume_multiple(Analysis *an, State *s, Value x, i128 of)
{
    Interval i = state_interval(an, s, x, NULL);
    if (x.kind != VAL_SYM || of < 2 || i.lo < 0 || i.hi > INT64_MAX)
        return true;
    return state_assume_interval(an, s, x, NULL, (i.lo + of - 1) / of * of, i.hi / of * of);
}

/* All bits of x that are known to be zero, by the questions that were asked of them. */
static uint64_t zero_bits(const Analysis *an, const State *s, Value x)
{
    uint64_t zero = 0;
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const SymInfo *m = sym_info(an, s->facts[i].sym);
        if (s->facts[i].lo == 0 && s->facts[i].hi == 0 && m->kind == SYMBOL_BINARY &&
            m->op == BIN_AND && m->b.kind == VAL_INT && value_same(m->a, x))
            zero |= (uint64_t)m->b.num;
    }
    return zero;
}

/* x & 7 is not zero, but x & 1, x & 2 and x & 4 are? */
static bool bits_contradict(const Analysis *an, const State *s, Value x)
{
    uint64_t zero = 0;
    bool asked = false;
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const Fact *f = &s->facts[i];
        const SymInfo *m = sym_info(an, f->sym);
        if (m->kind != SYMBOL_BINARY || m->op != BIN_AND || m->b.kind != VAL_INT ||
            !value_same(m->a, x) || !state_excludes(an, s, value_sym(f->sym, 0), 0))
            continue;
        zero = asked ? zero : zero_bits(an, s, x);
        asked = true;
        if (!((uint64_t)m->b.num & ~zero))
            return true;
    }
    return false;
}

static bool assume(Analysis *an, State *s, Value v, const Type *t, bool truth)
{
    int now = state_truth(an, s, v, t);
    if (now >= 0)
        return now == (int)truth;
    if (v.kind == VAL_PTR)
        return handle_value(an, v) || assume_null(an, s, v, !truth);
    if (v.kind != VAL_SYM)
        return true;
    const SymInfo info = *sym_info(an, v.id);
    /* what a comparison with a constant or a pointer tells is kept with its operand; but a pointer
     * has no bounds: that it is an error number, or none, is told by the comparison */
    bool understood = is_understood(an, &info);
    bool told_elsewhere = v.num == 0 && understood &&
                          (info.a.kind == VAL_INT || info.b.kind == VAL_INT) &&
                          !asks_for_error(an, &info);
    bool ok = told_elsewhere ? true
              : truth        ? state_assume_not(an, s, v, t, 0)
                             : state_assume_interval(an, s, v, t, 0, 0);
    if (!ok || v.num != 0)
        return ok;
    bool of_zero = understood && info.a.kind == VAL_SYM && !info.a.num && info.b.kind == VAL_INT &&
                   !info.b.num;
    if (of_zero && (info.op == BIN_NE || info.op == BIN_EQ)) /* (bool)!!x */
        return assume(an, s, info.a, NULL, truth == (info.op == BIN_NE));
    if (understood)
        return assume_comparison(an, s, truth ? (BinaryOp)info.op : negate((BinaryOp)info.op),
                                 info.a, info.b);
    if (info.kind == SYMBOL_UNARY && info.op == UN_LNOT)
        return assume(an, s, info.a, NULL, !truth);
    if (info.kind == SYMBOL_CONVERT && info.op != CONVERT_INT)
        return true;
    if (info.kind == SYMBOL_CONVERT) { /* a narrow zero may be cut off of anything */
        const Type *from = info.a.kind == VAL_SYM ? sym_info(an, info.a.id)->type : NULL;
        bool keeps = info.type->kind == TYPE_BOOL ||
                     (from && type_is_integer(from) && from->width <= info.type->width);
        return !truth && !keeps ? true : assume(an, s, info.a, NULL, truth);
    }
    if (info.kind == SYMBOL_BINARY && info.op == BIN_AND && info.b.kind == VAL_INT &&
        bits_contradict(an, s, info.a))
        return false;
    if (info.kind == SYMBOL_BINARY && info.op == BIN_AND && truth)
        return state_assume_not(an, s, info.a, NULL, 0) && state_assume_not(an, s, info.b, NULL, 0);
    bool multiple =
        !truth && info.kind == SYMBOL_BINARY && info.b.kind == VAL_INT && info.b.num > 0;
    if (multiple && info.op == BIN_AND && (info.b.num & (info.b.num + 1)) == 0)
        return assume_multiple(an, s, info.a, (i128)info.b.num + 1);
    if (multiple && info.op == BIN_REM)
        return assume_multiple(an, s, info.a, info.b.num);
    if (info.kind == SYMBOL_BINARY && info.op == BIN_OR && !truth)
        return assume(an, s, info.a, NULL, false) && assume(an, s, info.b, NULL, false);
    return true;
}

static void note_asked(State *s, uint32_t sym)
{
    uint32_t i = fact_position(s, sym);
    if (i < s->fact_count && s->facts[i].sym == sym)
        s->facts[i].asked = true;
}

static void note_all_asked(const Analysis *an, State *s, Value v)
{
    if (v.kind != VAL_SYM)
        return;
    note_asked(s, v.id);
    const SymInfo *i = sym_info(an, v.id);
    if (i->kind == SYMBOL_BINARY && is_comparison(i->op)) {
        note_all_asked(an, s, i->a);
        note_all_asked(an, s, i->b);
    }
}

void state_note_asked(Analysis *an, State *s, Value v)
{
    note_all_asked(an, s, v);
    texts_asked(an, s, v);
}

bool state_assume(Analysis *an, State *s, Value v, const Type *t, bool truth)
{
    bool can = assume(an, s, v, t, truth);
    state_note_asked(an, s, v);
    return can;
}

void state_note_vague(Analysis *an, State *s, Value v, uint8_t how)
{
    uint32_t sym = v.kind == VAL_SYM ? v.id : v.kind == VAL_PTR ? v.off_sym : 0;
    if (!sym)
        return;
    bool known = fact_find(s, sym) != NULL;
    Fact *f = fact_make(an, s, sym);
    f->vague |= how;
    f->when = known ? f->when : an->steps;
}
