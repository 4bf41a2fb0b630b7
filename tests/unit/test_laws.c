/* Laws of the engine's numbers and joins, with random values.
 *
 * A concrete world gives every symbol a number. A state *describes* a world when all its facts hold
 * in it. Whatever the engine computes from a state that describes the world must describe it, too:
 * results of operators, what is learned from a condition that is true there, and joins, which
 * must describe the worlds of both sides. What C computes is computed here in 128 bits.
 *
 * Nothing here knows how precise the engine is: a law can't fail because it learned more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/engine.h"
#include "session/session.h"
#include "syntax/token.h"

enum { LOCALS = 9, SYMBOLS = 4000 };

static const char function_text[] = "sym @f function external global:fn(int) int\n"
                                    "fn @f params 1 {\n"
                                    "  _0: return int\n"
                                    "  _1: param int \"n\"\n"
                                    "  _2: var uint \"a\" scope 1\n"
                                    "  _3: var long \"b\" scope 1\n"
                                    "  _4: var ulong \"c\" scope 1\n"
                                    "  _5: var short \"d\" scope 1\n"
                                    "  _6: var uchar \"e\" scope 1\n"
                                    "  _7: var schar \"g\" scope 1\n"
                                    "  _8: var ushort \"h\" scope 1\n"
                                    "  bb0:\n"
                                    "    goto bb1\n"
                                    "  bb1:\n"
                                    "    return\n"
                                    "}\n";

typedef struct World {
    Arena *arena;
    Names *names;
    Target target;
    Analysis *an;
    State *s;
    i128 number[SYMBOLS]; /* by symbol */
    bool known[SYMBOLS];
    uint64_t random, seed;
} World;

/* How to find it again. */
#define FAIL(w, fmt, ...) fail_msg("seed %u: " fmt, (unsigned)(w)->seed, __VA_ARGS__)

typedef struct Number {
    Value v;
    const Type *type;
    i128 is;
} Number;

static uint32_t rnd(World *w, uint32_t n)
{
    w->random = w->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(w->random >> 33) % n;
}

static int setup(void **state)
{
    *state = test_calloc(1, sizeof(World));
    World *w = *state;
    const char *missing;
    w->arena = arena_new();
    w->names = names_new(w->arena, syntax_known_names(), syntax_known_name_count());
    assert_true(target_from_macros(&w->target, probe_builtin_macros, &missing));
    return 0;
}

static int teardown(void **state)
{
    World *w = *state;
    names_destroy(w->names);
    arena_destroy(w->arena);
    test_free(w);
    return 0;
}

/* A new analysis with an empty state. */
static void begin(World *w, uint64_t seed)
{
    const char *error = NULL;
    Target target = w->target;
    names_destroy(w->names); /* they live in the arena as well */
    arena_reset(w->arena);
    memset(w->number, 0, sizeof w->number);
    memset(w->known, 0, sizeof w->known);
    w->random = seed * 7919 + 1;
    w->seed = seed;
    w->names = names_new(w->arena, syntax_known_names(), syntax_known_name_count());
    MirFunction *fn =
        mir_read(w->arena, w->names, &target, function_text, strlen(function_text), &error);
    if (!fn)
        fail_msg("%s", error);
    Analysis *an = ARENA_NEW(w->arena, Analysis);
    Program *program = ARENA_NEW(w->arena, Program);
    program->arena = w->arena;
    program->names = w->names;
    an->arena = w->arena;
    an->scratch = w->arena;
    an->fn = fn;
    an->engine = engine_new(w->arena, program);
    an->result = ARENA_NEW(w->arena, FunctionResult);
    an->result->fn = fn;
    an->graph = mir_graph(w->arena, fn);
    VEC_PUSH(w->arena, &an->syms, (SymInfo){0});
    VEC_PUSH(w->arena, &an->regions, (RegionInfo){0});
    VEC_PUSH(w->arena, &an->events, (Event){0});
    map_init(&an->sym_cons, w->arena);
    map_init(&an->region_of_symbol, w->arena);
    map_init(&an->entry_cons, w->arena);
    map_init(&an->fresh_cons, w->arena);
    map_init(&an->reported, w->arena);
    engine_find_flags(an);
    engine_find_loops(an);
    an->joined = arena_alloc(w->arena, fn->blocks.len * sizeof *an->joined);
    an->region_of_local = ARENA_ARRAY(w->arena, uint32_t, LOCALS);
    an->region_of_string = ARENA_ARRAY(w->arena, uint32_t, 1);
    w->an = an;
    w->s = state_new(an);
    for (uint32_t i = 1; i < LOCALS; i++) {
        const Type *t = fn->locals.data[i].type;
        RegionInfo info = {.kind = REGION_LOCAL, .index = i, .type = t};
        info.size = value_int((int64_t)t->size);
        an->region_of_local[i] = region_new(an, &info);
    }
}

static const Type *some_type(World *w)
{
    return w->an->fn->locals.data[1 + rnd(w, LOCALS - 1)].type;
}

/* Those that arithmetic has: no promotions here. */
static const Type *wide_type(World *w)
{
    return w->an->fn->locals.data[1 + rnd(w, 4)].type;
}

static i128 some_number(World *w, const Type *t)
{
    static const int64_t notable[] = {0,
                                      1,
                                      2,
                                      3,
                                      7,
                                      8,
                                      10,
                                      63,
                                      64,
                                      127,
                                      128,
                                      255,
                                      256,
                                      32767,
                                      65535,
                                      INT32_MAX,
                                      INT64_C(4294967295),
                                      INT64_MAX};
    i128 n;
    switch (rnd(w, 4)) {
    case 0: n = notable[rnd(w, COUNT_OF(notable))]; break;
    case 1: n = -(i128)notable[rnd(w, COUNT_OF(notable))] - 1; break;
    case 2: n = rnd(w, 20); break;
    default: n = (i128)rnd(w, UINT32_MAX) * (rnd(w, 2) ? 1 : rnd(w, 100000)); break;
    }
    return (i128)type_wrap(t, (u128)n);
}

static Value constant(i128 n)
{
    return value_int((int64_t)(uint64_t)n);
}

/* What a value is in the world; a symbol that is new gets its number from what it must be. */
static i128 meaning(World *w, Value v, const Type *t, i128 must)
{
    if (v.kind == VAL_INT)
        return t->is_unsigned && t->width == 64 ? (i128)(uint64_t)v.num : v.num;
    if (v.kind != VAL_SYM)
        return must;
    assert_true(v.id < SYMBOLS);
    if (!w->known[v.id]) {
        w->known[v.id] = true;
        w->number[v.id] = must - v.num;
    }
    return w->number[v.id] + v.num;
}

static const char *number_text(World *w, i128 n)
{
    Text t;
    text_init(&t, w->arena);
    text_add_i128(&t, n);
    return t.data;
}

#define SAY(w, n) number_text((w), (n))

static void check_state(World *w, const State *s, const char *after)
{
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const Fact *f = &s->facts[i];
        if (!w->known[f->sym])
            continue;
        i128 n = w->number[f->sym];
        if (n < f->lo || n > f->hi)
            FAIL(w, "after %s: s%u is %s and not in [%s, %s]", after, f->sym, SAY(w, n),
                 SAY(w, f->lo), SAY(w, f->hi));
        if ((f->has_ne && f->ne == n) || (n >= 0 && n < 64 && f->holes >> (int)n & 1))
            FAIL(w, "after %s: s%u is not %s", after, f->sym, SAY(w, n));
    }
    for (uint32_t a = 1; a < w->an->syms.len; a++)
        for (uint32_t b = 1; b < w->an->syms.len; b++)
            if (a != b && w->known[a] && w->known[b] &&
                w->number[a] - w->number[b] > state_diff(w->an, s, a, b))
                FAIL(w, "after %s: s%u - s%u is %s - %s, more than %s", after, a, b,
                     SAY(w, w->number[a]), SAY(w, w->number[b]),
                     SAY(w, state_diff(w->an, s, a, b)));
}

static void check_number(World *w, const State *s, Number x, const char *what)
{
    i128 n = meaning(w, x.v, x.type, x.is);
    if (n != x.is)
        FAIL(w, "%s: is %s, not %s", what, SAY(w, x.is), SAY(w, n));
    Interval i = state_interval(w->an, s, x.v, x.type), r = state_range(w->an, s, x.v, x.type);
    if (n < i.lo || n > i.hi)
        FAIL(w, "%s: %s is not in [%s, %s]", what, SAY(w, n), SAY(w, i.lo), SAY(w, i.hi));
    if (n < r.lo || n > r.hi)
        FAIL(w, "%s: %s is not in the range [%s, %s]", what, SAY(w, n), SAY(w, r.lo), SAY(w, r.hi));
    if (n >= INT64_MIN && n <= INT64_MAX && state_excludes(w->an, s, x.v, (int64_t)n))
        FAIL(w, "%s: is %s, which is excluded", what, SAY(w, n));
    int truth = state_truth(w->an, s, x.v, x.type);
    if (truth >= 0 && truth != (n != 0))
        FAIL(w, "%s: %s is said to be %s", what, SAY(w, n), truth ? "true" : "false");
    Linear l = linear_exact(w->an, s, x.v, x.type);
    if (!l.known)
        return;
    i128 sum = l.add;
    for (uint32_t k = 0; k < l.count; k++) {
        if (!w->known[l.term[k].sym])
            return;
        sum += l.term[k].by * w->number[l.term[k].sym];
    }
    if (sum != n)
        FAIL(w, "%s: is %s, its sum is %s", what, SAY(w, n), SAY(w, sum));
    i = linear_interval(w->an, s, &l);
    if (n < i.lo || n > i.hi)
        FAIL(w, "%s: the sum %s is not in [%s, %s]", what, SAY(w, n), SAY(w, i.lo), SAY(w, i.hi));
}

/* A symbol of the type, about which something true is known. */
static Number new_symbol(World *w, const Type *t)
{
    Number x = {value_sym(sym_fresh(w->an, t, rnd(w, 2)), 0), t, some_number(w, t)};
    (void)meaning(w, x.v, t, x.is);
    if (rnd(w, 2)) {
        Interval all = interval_of_type(t);
        i128 lo = x.is - rnd(w, 12), hi = x.is + rnd(w, 12);
        assert_true(state_assume_interval(w->an, w->s, x.v, t, lo < all.lo ? all.lo : lo,
                                          hi > all.hi ? all.hi : hi));
    }
    if (rnd(w, 4) == 0)
        assert_true(state_assume_not(w->an, w->s, x.v, t, x.is + 1 + rnd(w, 3)));
    return x;
}

/* C23 6.5: false where it is undefined. */
static bool compute(BinaryOp op, const Type *t, i128 a, i128 b, i128 *out)
{
    i128 v = 0;
    if (op == BIN_ADD)
        v = a + b;
    else if (op == BIN_SUB)
        v = a - b;
    else if (op == BIN_MUL)
        v = (i128)((u128)a * (u128)b);
    else if (op == BIN_DIV || op == BIN_REM) {
        if (b == 0)
            return false;
        v = op == BIN_DIV ? a / b : a % b;
        if (a / b > interval_of_type(t).hi)
            return false;
    } else if (op == BIN_SHL || op == BIN_SHR) {
        if (b < 0 || b >= t->width || (op == BIN_SHL && a < 0))
            return false;
        v = op == BIN_SHL ? (i128)((u128)a << (int)b) : a >> (int)b;
    } else if (op == BIN_AND || op == BIN_OR || op == BIN_XOR) {
        v = op == BIN_AND ? (a & b) : op == BIN_OR ? (a | b) : (a ^ b);
    } else {
        *out = op == BIN_LT   ? a < b
               : op == BIN_GT ? a > b
               : op == BIN_LE ? a <= b
               : op == BIN_GE ? a >= b
               : op == BIN_EQ ? a == b
                              : a != b;
        return true;
    }
    *out = (i128)type_wrap(t, (u128)v);
    bool product = op == BIN_MUL && t->width == 64; /* of 64 bits: both as i128, no overflow */
    (void)product;
    return t->is_unsigned || *out == v;
}

static const BinaryOp ops[] = {BIN_ADD, BIN_SUB, BIN_MUL, BIN_DIV, BIN_REM, BIN_SHL,
                               BIN_SHR, BIN_AND, BIN_OR,  BIN_XOR, BIN_LT,  BIN_GT,
                               BIN_LE,  BIN_GE,  BIN_EQ,  BIN_NE,  BIN_ADD, BIN_SUB};

static Number converted(World *w, Number x, const Type *to)
{
    Number y = {value_convert(w->an, w->s, CONVERT_INT, x.v, x.type, to), to,
                (i128)type_wrap(to, (u128)x.is)};
    check_number(
        w, w->s, y,
        arena_printf(w->arena, "conversion of %s to %s", SAY(w, x.is), type_spell(w->arena, to)));
    return y;
}

static Number leaf(World *w, Number *pool, uint32_t count)
{
    if (rnd(w, 4) == 0) {
        const Type *t = wide_type(w);
        i128 n = rnd(w, 2) ? (i128)rnd(w, 12) : some_number(w, t);
        return (Number){constant(n), t, n};
    }
    return pool[rnd(w, count)];
}

/* One operator over what is there; false: undefined in this world. */
static bool operate(World *w, Number *pool, uint32_t count, Number *out)
{
    const Type *t = wide_type(w), *boolean = w->an->fn->locals.data[1].type;
    BinaryOp op = ops[rnd(w, COUNT_OF(ops))];
    Number a = converted(w, leaf(w, pool, count), t), b = converted(w, leaf(w, pool, count), t);
    if (rnd(w, 8) == 0) {
        UnaryOp u = rnd(w, 2) ? UN_MINUS : rnd(w, 2) ? UN_NOT : UN_LNOT;
        i128 v = u == UN_MINUS ? -a.is : u == UN_NOT ? ~a.is : !a.is;
        const Type *result = u == UN_LNOT ? boolean : t;
        out->is = (i128)type_wrap(result, (u128)v);
        if (!result->is_unsigned && out->is != v)
            return false;
        out->type = result;
        out->v = value_unary(w->an, w->s, u, a.v, result);
        check_number(w, w->s, *out,
                     arena_printf(w->arena, "unary %d of %s in %s", u, SAY(w, a.is),
                                  type_spell(w->arena, t)));
        return true;
    }
    if (!compute(op, t, a.is, b.is, &out->is))
        return false;
    out->type = is_comparison(op) ? boolean : t;
    out->v = value_binary(w->an, w->s, op, a.v, b.v, t, out->type);
    const char *what = arena_printf(w->arena, "%s op %d %s in %s", SAY(w, a.is), op, SAY(w, b.is),
                                    type_spell(w->arena, t));
    check_number(w, w->s, *out, what);
    check_state(w, w->s, what);
    return true;
}

/* Operators and conversions; then conditions that are true in the world. */
static void expressions(World *w, uint64_t seed)
{
    Number pool[40];
    uint32_t count = 0;
    begin(w, seed);
    while (count < 6)
        pool[count] = new_symbol(w, some_type(w)), count++;
    for (uint32_t i = 0; i < 60 && count < COUNT_OF(pool); i++) {
        Number x;
        if (rnd(w, 6) == 0) {
            Number a = pool[rnd(w, count)], b = pool[rnd(w, count)];
            if (a.v.kind != VAL_SYM || b.v.kind != VAL_SYM)
                continue;
            if (!state_assume_diff(w->an, w->s, a.v, b.v, a.is - b.is + rnd(w, 3)))
                FAIL(w, "%s - %s is not at most that", SAY(w, a.is), SAY(w, b.is));
            check_state(w, w->s, "a difference");
        } else if (rnd(w, 5) == 0) {
            x = converted(w, pool[rnd(w, count)], some_type(w));
            pool[count++] = x;
        } else if (operate(w, pool, count, &x)) {
            pool[count++] = x;
            if (rnd(w, 3))
                continue;
            if (!state_assume(w->an, w->s, x.v, x.type, x.is != 0))
                FAIL(w, "that %s is %s contradicts the state", SAY(w, x.is),
                     x.is ? "true" : "false");
            check_state(w, w->s, "a condition");
        }
    }
    for (uint32_t i = 0; i < count; i++)
        check_number(w, w->s, pool[i], "in the end");
}

static void test_operators(void **state)
{
    for (uint64_t seed = 1; seed <= 1500; seed++)
        expressions(*state, seed);
}

static void test_types(void **state)
{
    World *w = *state;
    begin(w, 1);
    for (uint32_t i = 1; i < LOCALS; i++) {
        const Type *t = w->an->fn->locals.data[i].type;
        Interval r = interval_of_type(t);
        assert_true((i128)type_wrap(t, (u128)r.lo) == r.lo);
        assert_true((i128)type_wrap(t, (u128)r.hi) == r.hi);
        assert_true((i128)type_wrap(t, (u128)(r.lo - 1)) == r.hi);
        assert_true((i128)type_wrap(t, (u128)(r.hi + 1)) == r.lo);
        assert_true(r.hi - r.lo + 1 == (i128)1 << t->width);
    }
}

/* ---- joins ---------------------------------------------------------------------------------- */

/* A path's variables: values over the symbols there are, and what they are in its world. */
static State *some_path(World *w, const State *base, Number *pool, uint32_t count, i128 *memory)
{
    State *s = state_copy(w->an, base);
    for (uint32_t i = 1; i < LOCALS; i++) {
        const Type *t = w->an->fn->locals.data[i].type;
        State *before = w->s;
        w->s = s;
        Number x = converted(w, rnd(w, 3) ? pool[rnd(w, count)] : leaf(w, pool, count), t);
        if (rnd(w, 3) == 0)
            x.is = rnd(w, 9), x.v = constant(x.is);
        w->s = before;
        memory[i] = x.is;
        state_store(w->an, s, w->an->region_of_local[i], 0, 0, t->size, x.v);
    }
    return s;
}

/* Do its cells, facts and differences describe what the variables hold? Symbols of the join's own
 * are what the cells say that they are. */
static void check_memory(World *w, State *s, const i128 *memory, const char *what)
{
    World side = *w;
    for (uint32_t i = 1; i < LOCALS; i++) {
        const Type *t = w->an->fn->locals.data[i].type;
        Value v = state_peek(w->an, s, w->an->region_of_local[i], 0, 0, t->size, NULL);
        if (v.kind != VAL_INT && v.kind != VAL_SYM)
            continue;
        Number x = {v, t, memory[i]};
        check_number(&side, s, x, what);
    }
    check_state(&side, s, what);
}

static void check_same_intervals(World *w, const State *a, const State *b)
{
    for (uint32_t i = 1; i < LOCALS; i++) {
        const Type *t = w->an->fn->locals.data[i].type;
        uint32_t r = w->an->region_of_local[i];
        Value x = state_peek(w->an, a, r, 0, 0, t->size, NULL);
        Value y = state_peek(w->an, b, r, 0, 0, t->size, NULL);
        Interval p = state_interval(w->an, a, x, t), q = state_interval(w->an, b, y, t);
        if (p.lo != q.lo || p.hi != q.hi)
            FAIL(w, "a join b has [%s, %s], b join a has [%s, %s]", SAY(w, p.lo), SAY(w, p.hi),
                 SAY(w, q.lo), SAY(w, q.hi));
    }
}

static void joins(World *w, uint64_t seed)
{
    Number pool[12];
    uint32_t count = 0;
    i128 in_a[LOCALS], in_b[LOCALS], in_c[LOCALS];
    begin(w, seed);
    while (count < 5)
        pool[count] = new_symbol(w, some_type(w)), count++;
    for (uint32_t i = 0; i < 10 && count < COUNT_OF(pool); i++)
        if (operate(w, pool, count, &pool[count]))
            count++;
    /* the same world, but for the variables: what the sides learned is true in it */
    State *a = some_path(w, w->s, pool, count, in_a), *b = some_path(w, w->s, pool, count, in_b);
    State *c = some_path(w, w->s, pool, count, in_c);
    check_memory(w, a, in_a, "a path");
    State *ab = state_copy(w->an, a), *ba = state_copy(w->an, b), *aa = state_copy(w->an, a);
    w->an->block = 1;
    state_join(w->an, ab, b);
    check_memory(w, ab, in_a, "a join b, of a");
    check_memory(w, ab, in_b, "a join b, of b");
    state_join(w->an, ba, a);
    check_memory(w, ba, in_a, "b join a, of a");
    check_memory(w, ba, in_b, "b join a, of b");
    check_same_intervals(w, ab, ba);
    state_join(w->an, aa, a);
    if (!state_equal(w->an, aa, a))
        FAIL(w, "%s", "a join a is not a");
    state_join(w->an, ab, c); /* a third one */
    check_memory(w, ab, in_a, "(a join b) join c, of a");
    check_memory(w, ab, in_b, "(a join b) join c, of b");
    check_memory(w, ab, in_c, "(a join b) join c, of c");
}

static void test_joins(void **state)
{
    for (uint64_t seed = 1; seed <= 2000; seed++)
        joins(*state, seed);
}

/* Sums of symbols, as relation.c has them. */
static void test_linear(void **state)
{
    World *w = *state;
    for (uint64_t seed = 1; seed <= 500; seed++) {
        begin(w, seed);
        Number x = new_symbol(w, w->an->fn->locals.data[3].type);
        Number y = new_symbol(w, w->an->fn->locals.data[3].type);
        Linear a = linear_exact(w->an, w->s, x.v, x.type);
        Linear b = linear_exact(w->an, w->s, y.v, y.type);
        if (!a.known || !b.known)
            continue;
        Linear sum = linear_add(a, b), none = linear_sub(sum, b), zero = linear_sub(a, a);
        Interval i = linear_interval(w->an, w->s, &sum), k = linear_interval(w->an, w->s, &zero);
        assert_true(!sum.known || (i.lo <= x.is + y.is && x.is + y.is <= i.hi));
        assert_true(!zero.known || (k.lo == 0 && k.hi == 0 && zero.count == 0));
        assert_true(!none.known || (none.count == a.count && none.add == a.add));
        assert_true(state_assume_diff(w->an, w->s, x.v, y.v, x.is - y.is));
        Linear d = linear_sub(a, b);
        Interval n = linear_interval(w->an, w->s, &d);
        assert_true(!d.known || (n.lo <= x.is - y.is && n.hi >= x.is - y.is));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_types, setup, teardown),
        cmocka_unit_test_setup_teardown(test_operators, setup, teardown),
        cmocka_unit_test_setup_teardown(test_joins, setup, teardown),
        cmocka_unit_test_setup_teardown(test_linear, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
