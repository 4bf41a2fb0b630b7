/* engine/need.c - what must hold of numbers: extents, indices, divisors, shift counts, sizes.
 *
 *     p[i]          0 <= i, and i * 4 + 4 <= size of *p      out-of-bounds, or type-confusion
 *     x / n         n != 0                                   div-by-zero
 *     1 << n        0 <= n < 32                              bad-shift
 *     malloc(n * m) the product is what it is among all integers          integer-overflow
 *
 * Each comes down to "this sum is at most zero" (relation.c). Four answers:
 *     proved      its largest value is;
 *     violated    its smallest value is not; or it hangs on a number from outside the program that
 *                 nobody has bounded on this path, and the largest value that this number can take
 *                 is too large. "Nobody" is meant strictly: a branch that asked something of it
 *                 that is not understood, or code that we do not see, may have bounded it;
 *     a Need      it hangs on what the function found at entry: each caller is asked (apply.c);
 *     unknown     silence. */
#include "engine/safe.h"

enum { MAX_NEEDS = 24 };

/* ---- numbers from outside -------------------------------------------------------------------- */
static bool rests_on_symbol(const Analysis *an, uint32_t sym, uint32_t leaf, uint32_t depth)
{
    if (sym == leaf)
        return true;
    if (!sym || depth > 8)
        return false;
    const SymInfo *i = sym_info(an, sym);
    return (i->a.kind == VAL_SYM && rests_on_symbol(an, i->a.id, leaf, depth + 1)) ||
           (i->b.kind == VAL_SYM && rests_on_symbol(an, i->b.id, leaf, depth + 1)) ||
           rests_on_symbol(an, i->off_sym, leaf, depth + 1) ||
           rests_on_symbol(an, i->about, leaf, depth + 1);
}

bool symbol_rests_on(const Analysis *an, uint32_t sym, uint32_t leaf)
{
    return rests_on_symbol(an, sym, leaf, 0);
}

/* strcmp(s, "quit") != 0 says nothing of the length of s. */
static bool is_unequal(const Analysis *an, const State *s, const Fact *f, uint32_t length)
{
    return sym_info(an, f->sym)->kind == SYMBOL_FRESH && sym_info(an, f->sym)->about == length &&
           state_excludes(an, s, value_sym(f->sym, 0), 0);
}

/* The symbols from outside that the number is made of; false: it is made of others, too. */
static bool outside_leaves(const Analysis *an, uint32_t sym, uint32_t *leaves, uint32_t *n,
                           uint32_t cap, uint32_t depth)
{
    const SymInfo *i = sym_info(an, sym);
    if (i->kind == SYMBOL_FRESH || i->kind == SYMBOL_ENTRY) {
        if (!i->outside || *n == cap)
            return false;
        leaves[(*n)++] = sym;
        return true;
    }
    if (i->kind == SYMBOL_PTR_INT || i->kind == SYMBOL_LENGTH || depth > 8 ||
        (i->a.kind != VAL_SYM && i->a.kind != VAL_INT) ||
        (i->b.kind != VAL_SYM && i->b.kind != VAL_INT))
        return false;
    return (i->a.kind != VAL_SYM || outside_leaves(an, i->a.id, leaves, n, cap, depth + 1)) &&
           (i->b.kind != VAL_SYM || outside_leaves(an, i->b.id, leaves, n, cap, depth + 1));
}

/* Numbers of which it is understood what a branch learned of them: one number, differently read. */
typedef struct Known {
    uint32_t sym[8], count;
} Known;

static bool is_known(const Known *k, uint32_t sym)
{
    for (uint32_t i = 0; i < k->count; i++)
        if (k->sym[i] == sym)
            return true;
    return false;
}

static bool is_plain(const Analysis *an, Value v, const Known *known)
{
    if (v.kind != VAL_SYM)
        return v.kind == VAL_INT;
    uint8_t kind = sym_info(an, v.id)->kind;
    return is_known(known, v.id) || kind == SYMBOL_FRESH || kind == SYMBOL_ENTRY ||
           kind == SYMBOL_LENGTH;
}

/* May a question that we do not understand have bounded the leaf? known: what is made of it. */
static bool asked_beside(const Analysis *an, const State *s, uint32_t leaf, const Known *known,
                         uint8_t how)
{
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const Fact *f = &s->facts[i];
        bool understood = f->sym == leaf || is_known(known, f->sym);
        if (f->vague & how && understood)
            return true;
        if (!f->asked || understood || !rests_on_symbol(an, f->sym, leaf, 0) ||
            is_unequal(an, s, f, leaf))
            continue;
        const SymInfo *info = sym_info(an, f->sym);
        bool compares = info->kind == SYMBOL_BINARY && is_comparison(info->op) &&
                        !type_is_floating(sym_info(an, leaf)->type);
        if (!compares || !is_plain(an, info->a, known) || !is_plain(an, info->b, known))
            return true;
    }
    for (uint32_t i = 0; i < s->diff_count; i++) { /* got <= size - leaf, and got > 1 */
        const Diff *d = &s->diffs[i];
        for (int end = 0; end < 2 && !d->structural; end++) {
            uint32_t by = end ? d->b : d->a;
            if (by != leaf && !is_known(known, by) && sym_info(an, by)->kind != SYMBOL_FRESH &&
                rests_on_symbol(an, by, leaf, 0))
                return true;
        }
    }
    return false;
}

static bool asked_vaguely(const Analysis *an, const State *s, uint32_t leaf, uint32_t sym,
                          uint8_t how)
{
    Known known = {.sym = {sym}, .count = 1};
    return asked_beside(an, s, leaf, &known, leaf == sym ? how : VAGUE_ABOVE | VAGUE_BELOW);
}

static uint32_t free_symbol(const Analysis *an, const State *s, uint32_t sym, bool largest,
                            uint32_t partner, uint32_t depth);

/* Is the symbol bounded from above (below) by another one than `partner`, which can't be as large
 * (small) as it likes itself? */
static bool bounded_elsewhere(const Analysis *an, const State *s, uint32_t sym, bool above,
                              uint32_t partner, uint32_t depth)
{
    for (uint32_t i = 0; i < s->diff_count; i++) {
        const Diff *d = &s->diffs[i];
        uint32_t by = above && d->a == sym ? d->b : !above && d->b == sym ? d->a : 0;
        if (by && by != partner &&
            (depth > 3 || !free_symbol(an, s, by, above, partner, depth + 1)))
            return true;
    }
    return false;
}

/* Can the number take the largest (smallest) value of its interval here, or be as large as its
 * partner lets it? It can if it comes from outside and nothing else bounds it, or if it counts the
 * rounds of a loop. Then the symbol that makes it so; else 0. */
static uint32_t free_symbol(const Analysis *an, const State *s, uint32_t sym, bool largest,
                            uint32_t partner, uint32_t depth)
{
    const SymInfo *info = sym_info(an, sym);
    if (info->step) {
        bool counts = largest ? info->step == 1 : info->step == -1;
        const Loop *l = loop_at(an, info->point - 1);
        Interval i = state_interval(an, s, value_sym(sym, 0), NULL);
        Interval all = interval_of_type(info->type);
        bool bound = partner || (largest ? i.hi < all.hi : i.lo > all.lo);
        if (!counts || !l || (s->guessed & GUESSED_STAY) ||
            (!bound && (l->unsure || loop_is_counted(an, l)))) /* by another counter */
            return 0;
        return bounded_elsewhere(an, s, sym, largest, partner, depth) ? 0 : sym;
    }
    uint32_t leaves[6], n = 0;
    if (!outside_leaves(an, sym, leaves, &n, COUNT_OF(leaves), 0) || !n)
        return 0;
    for (uint32_t i = 0; i < n; i++)
        if (asked_vaguely(an, s, leaves[i], sym, largest ? VAGUE_ABOVE : VAGUE_BELOW))
            return 0;
    return bounded_elsewhere(an, s, sym, largest, partner, depth) ? 0 : leaves[0];
}

/* Can a be as large as b lets it, whatever b is? (x == y) is 1 at most, however large b is. */
static bool reaches(const Analysis *an, const State *s, uint32_t a, uint32_t b)
{
    Interval x = state_interval(an, s, value_sym(a, 0), NULL);
    Interval y = state_interval(an, s, value_sym(b, 0), NULL);
    i128 most = state_diff(an, s, a, b);
    return sym_info(an, a)->step || (x.lo <= y.lo + most && x.hi >= y.hi + most);
}

bool may_be_bounded(const Analysis *an, const State *s, uint32_t sym)
{
    const Fact *f = fact_find(s, sym);
    return (f && f->asked) || asked_vaguely(an, s, sym, sym, VAGUE_ABOVE) ||
           bounded_elsewhere(an, s, sym, true, 0, 0);
}

/* ---- the question "sum <= 0?" ---------------------------------------------------------------- */
typedef enum Verdict { PROVED, VIOLATED, CALLERS, UNSURE } Verdict;
typedef struct Answer {
    Verdict verdict;
    uint32_t source; /* VIOLATED: the symbol from outside that makes it so, or 0 */
    uint32_t sym;    /* of the sum, that is to be bounded when the path goes on */
    bool largest;
    bool unproved; /* VIOLATED: level safe, that it is not so is not known */
    bool of_case; /* VIOLATED: by a constant, in a case of a callee that only callers decide: it may
                     be no more than that case's way to say no */
} Answer;

/* At level safe what is not proved is violated. */
static Answer strictly(const Analysis *an, Answer a)
{
    if (!an->safe || a.verdict == PROVED)
        return a;
    return (Answer){.verdict = VIOLATED, .unproved = a.verdict != VIOLATED};
}

/* Only callers, or memory, know whether the path exists. */
static bool rests_on_guess(const State *s, const Linear *l)
{
    return ((s->latent || s->guessed & GUESSED_CASE) && l->count) ||
           s->guessed & (GUESSED_ROUNDS | GUESSED_STAY | GUESSED_DATA);
}

static Answer at_most_zero(const Analysis *an, const State *s, const Linear *l)
{
    Interval i = linear_interval(an, s, l);
    if (!l->known)
        return (Answer){.verdict = UNSURE};
    if (i.hi <= 0)
        return (Answer){.verdict = PROVED};
    if (i.lo > 0) /* in a round that only callers or memory know to be run: who knows? */
        return (Answer){.verdict = rests_on_guess(s, l) ? UNSURE : VIOLATED, .of_case = s->latent};
    /* one number from outside against a constant, or against the one symbol that bounds it */
    for (uint32_t k = 0; k < l->count && l->count <= 2; k++) {
        uint32_t partner = l->count == 2 ? l->term[1 - k].sym : 0;
        bool largest = l->term[k].by > 0;
        if (partner && (l->term[0].by + l->term[1].by != 0 || !largest))
            continue;
        bool tied = false;
        for (uint32_t d = 0; d < s->diff_count && partner; d++)
            tied |= s->diffs[d].a == l->term[k].sym && s->diffs[d].b == partner;
        if (partner && !(tied && reaches(an, s, l->term[k].sym, partner)))
            continue;
        uint32_t source = free_symbol(an, s, l->term[k].sym, largest, partner, 0);
        if (source)
            return (Answer){
                .verdict = VIOLATED, .source = source, .sym = l->term[k].sym, .largest = largest};
    }
    for (uint32_t k = 0; k < l->count; k++)
        if (value_is_entry(an, value_sym(l->term[k].sym, 0)))
            return (Answer){.verdict = CALLERS};
    return (Answer){.verdict = UNSURE};
}

/* The path goes on as if the sum had been at most zero. */
static void suppose_held(Analysis *an, State *s, const Linear *l, const Answer *a)
{
    if (!a->sym || l->count != 1)
        return;
    i128 by = l->term[0].by > 0 ? l->term[0].by : -l->term[0].by;
    i128 most = floor_div(-l->add, by);
    Value v = value_sym(a->sym, 0);
    (void)(a->largest ? state_assume_interval(an, s, v, NULL, -INT128_FAR, most)
                      : state_assume_interval(an, s, v, NULL, -most, INT128_FAR));
}

/* ---- needs ----------------------------------------------------------------------------------- */
static bool same_need(const Need *a, const Need *b)
{
    bool same_y = value_same(a->y, b->y) || (a->y.kind == VAL_UNKNOWN && b->y.kind == VAL_UNKNOWN);
    return a->kind == b->kind && a->op == b->op && a->region == b->region &&
           value_same(a->x, b->x) && same_y && a->limit == b->limit;
}

static bool constant_extent(const Need *n)
{
    return n->kind == NEED_EXTENT && n->x.kind == VAL_INT && n->y.kind == VAL_INT;
}

bool need_covers(const Need *more, const Need *less)
{
    return same_need(more, less) ||
           (constant_extent(more) && constant_extent(less) && more->region == less->region &&
            more->x.num + more->y.num >= less->x.num + less->y.num);
}

void state_add_need(Analysis *an, State *s, const Need *n)
{
    for (uint32_t i = 0; i < s->need_count; i++) {
        Need *old = &s->needs[i];
        if (same_need(old, n))
            return;
        if (constant_extent(n) && constant_extent(old) && n->region == old->region) {
            if (n->x.num + n->y.num > old->x.num + old->y.num)
                *old = *n; /* the farthest one says it all */
            return;
        }
    }
    if (s->need_count >= MAX_NEEDS)
        return;
    if (s->need_count == s->need_cap)
        vec_grow(an->arena, (void **)(void *)&s->needs, &s->need_cap, sizeof *s->needs);
    s->needs[s->need_count++] = *n;
}

/* How many are there that only one of them needs? After a join nobody is asked for these. */
uint32_t needs_lost(const State *a, const State *b)
{
    uint32_t n = 0;
    for (int side = 0; side < 2; side++) {
        const State *here = side ? b : a, *there = side ? a : b;
        for (uint32_t i = 0; i < here->need_count; i++) {
            uint32_t k = 0;
            while (k < there->need_count && !need_covers(&there->needs[k], &here->needs[i]))
                k++;
            n += k == there->need_count;
        }
    }
    return n;
}

/* Of two extents of one object both paths need the shorter. */
void needs_join(State *into, const State *from)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < into->need_count; i++) {
        Need n = into->needs[i];
        bool both = false;
        for (uint32_t k = 0; k < from->need_count && !both; k++) {
            const Need *other = &from->needs[k];
            both = same_need(&n, other);
            if (!both && constant_extent(&n) && constant_extent(other) &&
                n.region == other->region) {
                both = true;
                if (other->x.num + other->y.num < n.x.num + n.y.num)
                    n = *other;
            }
        }
        if (both)
            into->needs[w++] = n;
    }
    into->need_count = w;
}

static bool callers_know(const Analysis *an, Value v)
{
    uint32_t leaves[6], n = 0;
    return v.kind == VAL_INT || (v.kind == VAL_SYM && (value_decided_at_entry(an, v) ||
                                                       outside_leaves(an, v.id, leaves, &n, 6, 0)));
}

void needs_of_callers(const Analysis *an, State *s)
{
    uint32_t w = 0;
    for (uint32_t i = 0; i < s->need_count; i++) {
        const Need *n = &s->needs[i];
        bool one = n->kind == NEED_DIVISOR || n->kind == NEED_SHIFT || n->kind == NEED_INDEX ||
                   n->kind == NEED_STRING;
        bool known = callers_know(an, n->x) && (one || callers_know(an, n->y));
        if (known)
            s->needs[w++] = *n;
    }
    s->need_count = w;
}

static void need_here(Analysis *an, State *s, Need n, const NumberAsk *ask)
{
    n.at = ask->span;
    n.inner = ask->inner;
    n.write = ask->write;
    n.when = an->steps;
    uint8_t unsure = n.kind == NEED_EXTENT ? GUESSED_ANSWER | GUESSED_SEARCH : GUESSED_ANSWER;
    n.unsure = ask->unsure || (s->guessed & unsure) != 0;
    if (n.kind == NEED_EXTENT)
        n.type = ask->object;
    state_add_need(an, s, &n);
}

static Violation violation_of(ViolationKind kind, const NumberAsk *ask, const Answer *a)
{
    return (Violation){.kind = kind,
                       .unproved = a->unproved,
                       .span = ask->span,
                       .subject = ask->subject,
                       .callee = ask->callee,
                       .inner = ask->inner,
                       .argument = ask->callee != NULL,
                       .source = a->source,
                       .write = ask->write};
}

/* ---- the least number ------------------------------------------------------------------------ */
/* Can the number be n here? A conversion between types of one width is looked through: what its
 * operand would be is asked of that. Whatever it is read as goes to `known`. */
static bool can_be(const Analysis *an, const State *s, Value *v, i128 n, Known *known)
{
    while (v->kind == VAL_SYM && known->count < COUNT_OF(known->sym)) {
        Interval i = state_interval(an, s, *v, NULL);
        if (n < i.lo || n > i.hi || (n == (int64_t)n && state_excludes(an, s, *v, (int64_t)n)))
            return false;
        known->sym[known->count++] = v->id;
        const SymInfo *info = sym_info(an, v->id);
        const Type *from = info->a.kind == VAL_SYM ? sym_info(an, info->a.id)->type : NULL;
        if (info->kind != SYMBOL_CONVERT || info->op != CONVERT_INT || v->num || !from ||
            !type_is_integer(from) || from->width != info->type->width)
            return true;
        n = type_wrap(from, (u128)n);
        *v = info->a;
    }
    return false;
}

/* -x where x may be the least number of its type, which has no positive twin: that stays negative.
 * It is asked where the result decides a size or an index. */
static bool oblige_negation(Analysis *an, State *s, Value x, const Type *t, const NumberAsk *ask)
{
    Value minus = value_unary(an, s, UN_MINUS, x, t);
    Interval all = interval_of_type(t), range = state_interval(an, s, x, t);
    Known known = {0};
    Value from = x;
    if (minus.kind != VAL_SYM || t->is_unsigned || state_interval(an, s, minus, t).lo > all.lo ||
        !can_be(an, s, &from, all.lo, &known))
        return true;
    uint32_t leaves[6], n = 0;
    bool free = outside_leaves(an, from.id, leaves, &n, COUNT_OF(leaves), 0) && n &&
                known.count < COUNT_OF(known.sym);
    if (free)
        known.sym[known.count++] = minus.id;
    for (uint32_t i = 0; i < n && free; i++)
        free = !asked_beside(an, s, leaves[i], &known, VAGUE_ABOVE | VAGUE_BELOW);
    for (uint32_t i = 0; i < known.count && free; i++)
        free = !bounded_elsewhere(an, s, known.sym[i], known.sym[i] == minus.id, 0, 0);
    if (!free && value_is_entry(an, x))
        need_here(an, s,
                  (Need){.kind = NEED_FITS, .op = BIN_SUB, .x = value_int(0), .y = x, .type = t},
                  ask);
    if (!free || ask->conditional)
        return true;
    Answer answer = {.verdict = VIOLATED, .source = leaves[0]};
    Violation v = violation_of(VIOLATION_OVERFLOW, ask, &answer);
    v.argument = ask->inner != NULL;
    v.span = v.subject = v.argument ? ask->span : sym_info(an, minus.id)->span;
    v.number = value_int(0);
    v.other = x;
    v.op = BIN_SUB;
    v.range = (Interval){-range.hi, -range.lo};
    v.wanted = t;
    violate(an, s, &v);
    (void)state_assume_interval(an, s, minus, t, -range.hi, all.hi);
    return false;
}

/* The negations that the number is made of. */
static void oblige_negations(Analysis *an, State *s, Value v, const NumberAsk *ask, uint32_t depth)
{
    if (v.kind != VAL_SYM || depth > 6)
        return;
    const SymInfo i = *sym_info(an, v.id);
    bool kept = i.kind == SYMBOL_BINARY && (i.op == BIN_ADD || i.op == BIN_SUB || i.op == BIN_MUL);
    if (i.kind == SYMBOL_UNARY && i.op == UN_MINUS && type_is_integer(i.type))
        (void)oblige_negation(an, s, i.a, i.type, ask);
    else if (kept || (i.kind == SYMBOL_BINARY && i.op == BIN_REM) ||
             (i.kind == SYMBOL_CONVERT && i.op == CONVERT_INT))
        oblige_negations(an, s, i.a, ask, depth + 1);
    if (kept)
        oblige_negations(an, s, i.b, ask, depth + 1);
}

/* ---- extents --------------------------------------------------------------------------------- */
static bool is_record(const Type *t)
{
    return t && (t->kind == TYPE_STRUCT || t->kind == TYPE_UNION);
}

/* Does an object of type a begin with one of type b? */
static bool begins_with(const Type *a, const Type *b)
{
    for (int depth = 0; is_record(a) && depth < 16; depth++) {
        if (a->canon->u.record == b->canon->u.record)
            return true;
        if (!a->u.record->field_count)
            return false;
        a = a->u.record->fields[0].type;
    }
    return false;
}

/* A record of one type used as one of another, neither of which begins with the other. */
static bool is_confusion(const Analysis *an, const State *s, uint32_t region, const Type *wanted,
                         const Type **held)
{
    const RegionState *rs = state_region_find(s, region);
    *held = region_info(an, region)->type;
    if (rs && rs->held)
        *held = rs->held;
    return is_record(*held) && is_record(wanted) && !begins_with(*held, wanted) &&
           !begins_with(wanted, *held);
}

/* The number, if the symbol is n, as the machine computes it; false: others decide as well. */
static bool number_when(const Analysis *an, Value v, uint32_t sym, i128 n, i128 *out, int depth)
{
    if (v.kind == VAL_INT) {
        *out = v.num;
        return true;
    }
    if (v.kind != VAL_SYM || depth > 8)
        return false;
    const SymInfo *i = sym_info(an, v.id);
    i128 a = 0, b = 0;
    if (v.id == sym) {
        *out = n + v.num;
        return true;
    }
    bool convert = i->kind == SYMBOL_CONVERT && i->op == CONVERT_INT;
    if ((i->kind != SYMBOL_BINARY && !convert) || !type_is_integer(i->type) ||
        i->type->width > 64 || !number_when(an, i->a, sym, n, &a, depth + 1) ||
        (i->kind == SYMBOL_BINARY && !number_when(an, i->b, sym, n, &b, depth + 1)))
        return false;
    if (i->kind == SYMBOL_BINARY) {
        if (i->op != BIN_ADD && i->op != BIN_SUB && i->op != BIN_MUL)
            return false;
        uint64_t x = (uint64_t)a, y = (uint64_t)b;
        a = i->op == BIN_ADD ? x + y : i->op == BIN_SUB ? x - y : x * y;
    }
    uint64_t all = UINT64_MAX >> (64 - i->type->width), bits = (uint64_t)a & all;
    bool minus = !i->type->is_unsigned && bits > all / 2;
    *out = (minus ? (i128)bits - (i128)all - 1 : (i128)bits) + v.num;
    return true;
}

/* Is the object still too small when what was converted on the way to its size is looked at? A
 * length that is negative as an int makes a large object, not a small one. */
static bool size_wraps(const Analysis *an, const State *s, Value size, const Answer *a)
{
    i128 n;
    if (!a->sym || size.kind != VAL_SYM)
        return false;
    Interval i = state_interval(an, s, value_sym(a->sym, 0), NULL);
    Interval exact = state_interval(an, s, size, NULL);
    Linear l = linear_of(an, s, size);
    if (!number_when(an, size, a->sym, a->largest ? i.hi : i.lo, &n, 0) || l.count != 1)
        return false;
    i128 plain = l.add + l.term[0].by * (a->largest ? i.hi : i.lo);
    return n != plain && n >= exact.lo;
}

static Value region_size(const Analysis *an, const State *s, uint32_t region)
{
    const RegionState *rs = state_region_find(s, region);
    return rs ? rs->size : region_info(an, region)->size;
}

/* Bytes of a string are read, one after the other, as far as they say to go on. */
static bool is_read_on(const Analysis *an, const NumberAsk *ask, const Answer *a)
{
    return ask->unsure && !ask->write && a->source && sym_info(an, a->source)->text;
}

static void extent_violated(Analysis *an, State *s, Value p, Value bytes, Value size,
                            const NumberAsk *ask, const Answer *a)
{
    Violation v = violation_of(VIOLATION_BOUNDS, ask, a);
    v.region = p.id;
    v.number = value_offset(p);
    v.other = bytes;
    v.limit = size;
    v.range = state_interval(an, s, v.number, NULL);
    bool confusion = is_confusion(an, s, p.id, ask->object, &v.held);
    if (((ask->unsure || a->of_case) && !a->source && !confusion) || is_read_on(an, ask, a))
        return;
    if (confusion) {
        v.kind = VIOLATION_TYPE;
        v.wanted = ask->object;
    }
    violate(an, s, &v);
}

/* One number that no question here may have bounded: what it must be, callers alone decide. */
static bool is_unasked(const Analysis *an, const State *s, const Linear *l)
{
    uint32_t sym = l->count == 1 && l->term[0].by > 0 ? l->term[0].sym : 0;
    return sym && !asked_vaguely(an, s, sym, sym, VAGUE_ABOVE) &&
           !bounded_elsewhere(an, s, sym, true, 0, 0);
}

/* The object's size, or that of the record that a pointer was declared to lead to and that is not
 * walked behind. */
static Value least_size(const Analysis *an, const State *s, Value p)
{
    Value size = region_size(an, s, p.id);
    const Type *t = region_info(an, p.id)->type;
    bool whole = is_record(t) && t->size && !t->canon->u.record->has_flexible && !p.off_sym;
    return size.kind == VAL_UNKNOWN && whole ? value_int((int64_t)t->size) : size;
}

/* A length that another object holds as told from outside, and that no branch has bounded from
 * above. Somebody else may have; but a header says how long it is itself, or what follows it is:
 * a length of which the object knows nothing is to be looked at where it is used. Indices and
 * counts nearly always were looked at elsewhere. */
static bool oblige_told(Analysis *an, State *s, Value p, Value bytes, const NumberAsk *ask)
{
    Value size = least_size(an, s, p);
    if (size.kind != VAL_INT || ask->conditional)
        return true;
    Linear length = linear_of(an, s, bytes);
    uint32_t sym = length.count == 1 && length.term[0].by > 0 ? length.term[0].sym : 0;
    const SymInfo *i = sym_info(an, sym);
    if (!sym || !i->told_in || i->told_in == p.id ||
        state_interval(an, s, value_sym(sym, 0), NULL).hi < interval_of_type(i->type).hi ||
        asked_vaguely(an, s, sym, sym, VAGUE_ABOVE) || bounded_elsewhere(an, s, sym, true, 0, 0))
        return true;
    Linear end = linear_add(linear_of(an, s, value_offset(p)), length);
    Linear above = linear_sub(end, linear_of(an, s, size));
    Answer a = {.verdict = VIOLATED, .source = sym, .sym = sym, .largest = true};
    if (!above.known || linear_interval(an, s, &above).hi <= 0)
        return true;
    extent_violated(an, s, p, bytes, size, ask, &a);
    suppose_held(an, s, &above, &a);
    return false;
}

bool extent_is_proved(Analysis *an, State *s, Value p, Value bytes)
{
    Value off = p.kind == VAL_PTR ? value_offset(p) : value_unknown();
    Value size = p.kind == VAL_PTR ? region_size(an, s, p.id) : value_unknown();
    const RegionState *rs = p.kind == VAL_PTR ? state_region_find(s, p.id) : NULL;
    if ((bytes.kind == VAL_INT && bytes.num == 0) || (rs && rs->flags & REGION_BLAMED))
        return true;
    Linear (*const readings[])(const Analysis *, const State *, Value) = {linear_of, linear_whole,
                                                                          linear_plain};
    for (uint32_t i = 0; i < 3 && value_is_number(size) && value_is_number(bytes); i++) {
        Linear (*read)(const Analysis *, const State *, Value) = readings[i];
        Linear start = read(an, s, off), below = linear_sub((Linear){.known = true}, start);
        Linear above = linear_sub(linear_add(start, read(an, s, bytes)), read(an, s, size));
        if (at_most_zero(an, s, &below).verdict == PROVED &&
            at_most_zero(an, s, &above).verdict == PROVED)
            return true;
    }
    return false;
}

static bool extent_proved(Analysis *an, State *s, Value p, Value bytes, const NumberAsk *ask)
{
    if (extent_is_proved(an, s, p, bytes))
        return true;
    Answer unproved = {.verdict = UNSURE};
    Value off = p.kind == VAL_PTR ? value_offset(p) : value_unknown();
    Violation v = violation_of(VIOLATION_BOUNDS, ask, &unproved);
    v.region = p.kind == VAL_PTR ? p.id : 0;
    v.number = off;
    v.other = bytes;
    v.limit = p.kind == VAL_PTR ? region_size(an, s, p.id) : value_unknown();
    v.range = state_interval(an, s, off, NULL);
    safe_doubt(an, s, &v);
    return false;
}

bool oblige_extent(Analysis *an, State *s, Value p, Value bytes, const NumberAsk *ask)
{
    if (an->safe)
        return extent_proved(an, s, p, bytes, ask);
    if (p.kind != VAL_PTR || (!value_is_number(bytes)) || (bytes.kind == VAL_INT && bytes.num == 0))
        return true;
    uint8_t kind = region_info(an, p.id)->kind;
    if (kind == REGION_HANDLE || kind == REGION_NONE || kind == REGION_UNKNOWN)
        return true;
    const RegionState *rs = state_region_find(s, p.id);
    if (rs && rs->life != LIFE_LIVE)
        return true; /* a mistake of its own */
    if (!oblige_told(an, s, p, bytes, ask))
        return false;
    Value off = value_offset(p), size = region_size(an, s, p.id);
    oblige_negations(an, s, bytes, ask, 0);
    oblige_negations(an, s, off, ask, 0);
    if (size.kind == VAL_SYM)
        string_seen(an, s, p.id);
    oblige_negations(an, s, bytes, ask, 0);
    oblige_negations(an, s, off, ask, 0);
    Linear start = linear_of(an, s, off);
    Linear below = linear_sub((Linear){.known = true}, start);
    if (kind != REGION_ENTRY) { /* what a parameter points to may have something before it */
        Answer a = at_most_zero(an, s, &below);
        if (a.verdict == VIOLATED && !ask->conditional) {
            extent_violated(an, s, p, bytes, size, ask, &a);
            suppose_held(an, s, &below, &a);
            return false;
        }
    }
    if (kind == REGION_ENTRY && size.kind == VAL_UNKNOWN) {
        if (off.kind == VAL_SYM || off.num >= 0)
            need_here(an, s, (Need){.kind = NEED_EXTENT, .region = p.id, .x = off, .y = bytes},
                      ask);
        return true;
    }
    if (!value_is_number(size))
        return true;
    Linear above = linear_sub(linear_add(start, linear_of(an, s, bytes)), linear_of(an, s, size));
    Answer a = at_most_zero(an, s, &above);
    if (a.verdict == VIOLATED && !ask->conditional && !size_wraps(an, s, size, &a)) {
        extent_violated(an, s, p, bytes, size, ask, &a);
        suppose_held(an, s, &above, &a);
        return false;
    }
    if (a.verdict == CALLERS && size.kind == VAL_INT && bytes.kind == VAL_INT &&
        size.num >= bytes.num)
        need_here(
            an, s,
            (Need){.kind = NEED_INDEX, .x = off, .limit = (uint64_t)(size.num - bytes.num + 1)},
            ask);
    if (a.verdict == CALLERS && size.kind == VAL_INT && off.kind == VAL_INT && off.num >= 0 &&
        off.num <= size.num && is_unasked(an, s, &above))
        need_here(
            an, s,
            (Need){.kind = NEED_INDEX, .x = bytes, .limit = (uint64_t)(size.num - off.num + 1)},
            ask);
    return true;
}

/* Callers are asked who know where the object begins, by enter.c. */
static void note_moved_by(Analysis *an, uint32_t sym)
{
    const SymInfo *i = sym_info(an, sym);
    while (i->kind == SYMBOL_CONVERT && i->a.kind == VAL_SYM && !i->a.num)
        i = sym_info(an, i->a.id);
    const RegionInfo *held = i->kind == SYMBOL_ENTRY ? region_info(an, i->region) : NULL;
    if (held && held->kind == REGION_LOCAL && held->index <= 64)
        an->result->moves |= (uint64_t)1 << (held->index - 1);
}

void oblige_start(Analysis *an, State *s, Value p, const NumberAsk *ask)
{
    Value off = value_offset(p);
    int64_t before = 0;
    if (off.kind != VAL_SYM || state_interval(an, s, off, NULL).lo >= 0)
        return;
    if (!known_start(an, p.id, &before)) {
        note_moved_by(an, off.id);
        return;
    }
    off.num += before;
    Linear below = linear_sub((Linear){.known = true}, linear_of(an, s, off));
    Answer a = at_most_zero(an, s, &below);
    if (a.verdict != VIOLATED || !a.source)
        return;
    Violation v = violation_of(VIOLATION_BOUNDS, ask, &a);
    v.region = p.id;
    v.number = off;
    v.other = value_int(0);
    v.range = state_interval(an, s, off, NULL);
    violate(an, s, &v);
    suppose_held(an, s, &below, &a);
}

uint32_t negative_by_outside(const Analysis *an, const State *s, Value v)
{
    if (v.kind != VAL_SYM)
        return 0;
    Linear below = linear_sub((Linear){.known = true}, linear_of(an, s, v));
    Answer a = at_most_zero(an, s, &below);
    return a.verdict == VIOLATED ? a.source : 0;
}

bool oblige_room(Analysis *an, State *s, Value bytes, uint64_t room, uint32_t region,
                 const NumberAsk *ask)
{
    if (!value_is_number(bytes))
        return true;
    Linear above = linear_of(an, s, bytes);
    above.add -= (i128)room;
    Answer a = at_most_zero(an, s, &above);
    a = strictly(an, a);
    if (a.verdict == CALLERS)
        need_here(an, s, (Need){.kind = NEED_INDEX, .x = bytes, .limit = room + 1}, ask);
    if (a.verdict != VIOLATED || ask->conditional)
        return true;
    extent_violated(an, s, value_ptr(region, 0), bytes, value_int((int64_t)room), ask, &a);
    suppose_held(an, s, &above, &a);
    return false;
}

void need_string(Analysis *an, State *s, Value p, const NumberAsk *ask)
{
    need_here(an, s, (Need){.kind = NEED_STRING, .region = p.id, .x = value_offset(p)}, ask);
}

/* ---- indices, shift counts, divisors --------------------------------------------------------- */
/* 0 <= v < limit */
static Answer in_range(Analysis *an, State *s, Value v, uint64_t limit, Linear *violated)
{
    Linear x = linear_of(an, s, v);
    Linear below = linear_sub((Linear){.known = true}, x), above = x;
    above.add -= (i128)limit - 1;
    Answer low = at_most_zero(an, s, &below), high = at_most_zero(an, s, &above);
    *violated = low.verdict == VIOLATED ? below : above;
    if (low.verdict == VIOLATED || high.verdict == VIOLATED)
        return low.verdict == VIOLATED ? low : high;
    return low.verdict > high.verdict ? low : high;
}

bool oblige_index(Analysis *an, State *s, Value index, uint64_t count, uint64_t element,
                  uint32_t region, const NumberAsk *ask)
{
    if (!value_is_number(index))
        return true;
    oblige_negations(an, s, index, ask, 0);
    Linear wrong;
    Answer a = in_range(an, s, index, count, &wrong);
    a = strictly(an, a);
    if (a.verdict == CALLERS)
        need_here(an, s, (Need){.kind = NEED_INDEX, .x = index, .limit = count}, ask);
    if (a.verdict != VIOLATED || ask->conditional)
        return true;
    if ((ask->unsure || a.of_case) && !a.source)
        return true;
    Violation v = violation_of(VIOLATION_BOUNDS, ask, &a);
    v.region = region;
    v.number = index;
    v.range = state_interval(an, s, index, NULL);
    v.limit = value_int((int64_t)count);
    v.element = element;
    violate(an, s, &v);
    suppose_held(an, s, &wrong, &a);
    return false;
}

bool oblige_shift(Analysis *an, State *s, Value n, const Type *t, uint64_t width,
                  const NumberAsk *ask)
{
    if (!value_is_number(n))
        return true;
    Linear wrong;
    Answer a = in_range(an, s, n, width, &wrong);
    a = strictly(an, a);
    if (a.verdict == CALLERS)
        need_here(an, s, (Need){.kind = NEED_SHIFT, .x = n, .limit = width, .type = t}, ask);
    if (a.verdict != VIOLATED || ask->conditional)
        return true;
    if ((ask->unsure || a.of_case) && !a.source)
        return true;
    Violation v = violation_of(VIOLATION_SHIFT, ask, &a);
    v.number = n;
    v.range = state_interval(an, s, n, t);
    v.limit = value_int((int64_t)width);
    violate(an, s, &v);
    suppose_held(an, s, &wrong, &a);
    return false;
}

bool oblige_divisor(Analysis *an, State *s, Value n, const Type *t, const NumberAsk *ask)
{
    if (!value_is_number(n) || !type_is_integer(t))
        return true;
    if (n.kind == VAL_INT ? n.num != 0 : state_excludes(an, s, n, 0))
        return true;
    Interval i = state_interval(an, s, n, t);
    Answer a = {.verdict = i.lo == 0 && i.hi == 0 ? VIOLATED : UNSURE};
    a = strictly(an, a);
    if (a.verdict == UNSURE) {
        uint32_t leaves[6], count = 0;
        bool outside = outside_leaves(an, n.id, leaves, &count, COUNT_OF(leaves), 0) && count;
        for (uint32_t k = 0; k < count && outside; k++)
            outside = !asked_vaguely(an, s, leaves[k], n.id, VAGUE_ABOVE | VAGUE_BELOW);
        if (outside && !bounded_elsewhere(an, s, n.id, false, 0, 0))
            a = (Answer){.verdict = VIOLATED, .source = leaves[0], .sym = n.id};
        else if (value_is_entry(an, n))
            need_here(an, s, (Need){.kind = NEED_DIVISOR, .x = n, .type = t}, ask);
    }
    if (a.verdict != VIOLATED || ask->conditional)
        return true;
    if (ask->unsure && !a.source)
        return true;
    Violation v = violation_of(VIOLATION_DIVISOR, ask, &a);
    v.number = n;
    v.range = i;
    violate(an, s, &v);
    if (i.lo < i.hi)
        (void)state_assume_not(an, s, n, t, 0);
    return false;
}

/* ---- arithmetic that decides a size ---------------------------------------------------------- */
static bool exact_result(const Analysis *an, const State *s, BinaryOp op, Value a, Value b,
                         const Type *t, Interval *out)
{
    Interval x = state_range(an, s, a, t), y = state_range(an, s, b, t);
    const i128 most = (i128)1 << 65;
    if (x.hi > most || x.lo < -most || y.hi > most || y.lo < -most)
        return false;
    if (op == BIN_ADD) {
        *out = (Interval){x.lo + y.lo, x.hi + y.hi};
        return true;
    }
    if (op != BIN_MUL || x.lo < 0 || y.lo < 0)
        return false;
    if (x.hi > (i128)1 << 62 || y.hi > (i128)1 << 62) { /* no i128 */
        *out = (Interval){0, y.hi ? (i128)1 << 120 : 0};
        return true;
    }
    *out = (Interval){x.lo * y.lo, x.hi * y.hi};
    return true;
}

/* The operand from outside that can take its largest value, all others being constant or from
 * outside as well; 0: none. */
static uint32_t free_operand(const Analysis *an, const State *s, Value v, bool *known)
{
    if (v.kind == VAL_INT)
        return 0;
    bool counter = v.kind == VAL_SYM && sym_info(an, v.id)->step; /* never gets that far */
    uint32_t source = v.kind == VAL_SYM && !counter ? free_symbol(an, s, v.id, true, 0, 0) : 0;
    *known &= source != 0;
    return source;
}

bool oblige_fits(Analysis *an, State *s, BinaryOp op, Value a, Value b, const Type *t,
                 const NumberAsk *ask)
{
    if (op == BIN_SUB) /* a negation */
        return oblige_negation(an, s, b, t, ask);
    Interval exact, range = interval_of_type(t);
    if (!exact_result(an, s, op, a, b, t, &exact) || exact.hi <= range.hi)
        return true;
    Answer answer = {.verdict = exact.lo > range.hi ? VIOLATED : UNSURE};
    answer = strictly(an, answer);
    if (answer.verdict == UNSURE) {
        bool known = true;
        uint32_t x = free_operand(an, s, a, &known), y = free_operand(an, s, b, &known);
        if (known && (x || y))
            answer = (Answer){.verdict = VIOLATED, .source = x ? x : y};
        else if (value_is_entry(an, a) || value_is_entry(an, b))
            need_here(an, s,
                      (Need){.kind = NEED_FITS, .op = (uint8_t)op, .x = a, .y = b, .type = t}, ask);
    }
    if (answer.verdict != VIOLATED || ask->conditional)
        return true;
    if (ask->unsure && !answer.source)
        return true;
    Violation v = violation_of(VIOLATION_OVERFLOW, ask, &answer);
    v.number = a;
    v.other = b;
    v.op = (uint8_t)op;
    v.range = exact;
    v.wanted = t;
    violate(an, s, &v);
    return false;
}

bool oblige_size(Analysis *an, State *s, Value v, const NumberAsk *ask)
{
    bool fine = true;
    oblige_negations(an, s, v, ask, 0);
    for (uint32_t depth = 0; v.kind == VAL_SYM && depth < 8; depth++) {
        const SymInfo i = *sym_info(an, v.id);
        if (i.kind == SYMBOL_CONVERT && i.op == CONVERT_INT) {
            v = i.a;
            continue;
        }
        if (i.kind != SYMBOL_BINARY || (i.op != BIN_ADD && i.op != BIN_MUL && i.op != BIN_SUB))
            break;
        NumberAsk at = *ask;
        if (!ask->callee)
            at.span = at.subject = i.span;
        if (i.op != BIN_SUB)
            fine = oblige_fits(an, s, (BinaryOp)i.op, i.a, i.b, i.type, &at) && fine;
        /* on the way down, through the operand that is not constant */
        v = i.a.kind == VAL_SYM ? i.a : i.b;
    }
    return fine;
}
