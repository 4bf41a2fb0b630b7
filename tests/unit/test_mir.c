/* MIR by itself, from its text form: reader, verifier, graph facts. Lowering has tests/mir. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mir/mir.h"
#include "session/session.h"
#include "syntax/token.h"

typedef struct Fixture {
    Arena *arena;
    Names *names;
    Target target;
} Fixture;

static int setup(void **state)
{
    Fixture *f = test_calloc(1, sizeof *f);
    const char *missing;
    f->arena = arena_new();
    f->names = names_new(f->arena, syntax_known_names(), syntax_known_name_count());
    assert_true(target_from_macros(&f->target, probe_builtin_macros, &missing));
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    Fixture *f = *state;
    names_destroy(f->names);
    arena_destroy(f->arena);
    test_free(f);
    return 0;
}

static MirFunction *read_text(Fixture *f, const char *text, const char **error)
{
    return mir_read(f->arena, f->names, &f->target, text, strlen(text), error);
}

static MirFunction *must_read(Fixture *f, const char *text)
{
    const char *error = NULL;
    MirFunction *m = read_text(f, text, &error);
    if (!m)
        fail_msg("%s", error);
    return m;
}

static const char loop_text[] = "struct s#0 size 16 align 8 { .n int @0; .next *struct s#0 @8; }\n"
                                "sym @f function external global:fn(*struct s#0, int) int\n"
                                "fn @f params 2 {\n"
                                "  _0: return int\n"
                                "  _1: param *struct s#0 \"p\"\n"
                                "  _2: param int \"n\"\n"
                                "  _3: var int \"sum\" scope 1\n"
                                "  _4: temp *struct s#0\n"
                                "  _5: temp *struct s#0\n"
                                "  _6: temp int\n"
                                "  _7: temp int\n"
                                "  _8: temp int\n"
                                "  _9: temp *struct s#0\n"
                                "  _10: temp *struct s#0\n"
                                "  _11: temp int\n"
                                "  bb0:\n"
                                "    live _3\n"
                                "    store _3 = 0:int !init\n"
                                "    goto bb1\n"
                                "  bb1:\n"
                                "    _4 = load _1\n"
                                "    branch _4 ? bb2 : bb3\n"
                                "  bb2:\n"
                                "    _5 = load _1\n"
                                "    _6 = load (*_5).n\n"
                                "    _7 = load _3\n"
                                "    _8 = _7 + _6\n"
                                "    store _3 = _8\n"
                                "    _9 = load _1\n"
                                "    _10 = load (*_9).next\n"
                                "    store _1 = _10\n"
                                "    goto bb1 !implicit\n"
                                "  bb3:\n"
                                "    _11 = load _3\n"
                                "    store _0 = _11\n"
                                "    dead _3 !implicit\n"
                                "    return\n"
                                "}\n";

static void text_reads_back_as_itself(void **state)
{
    Fixture *f = *state;
    MirFunction *m = must_read(f, loop_text);
    Text t;
    text_init(&t, f->arena);
    mir_print(m, &t);
    assert_string_equal(t.data, loop_text);
    mir_verify(f->arena, m);
    assert_int_equal(m->inst_count, 14);
    assert_int_equal(m->param_count, 2);
}

static void graph_knows_order_dominators_loops(void **state)
{
    Fixture *f = *state;
    MirGraph *g = mir_graph(f->arena, must_read(f, loop_text));
    assert_int_equal(g->block_count, 4);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(g->rpo[i].i, i);
    assert_int_equal(g->idom[0].i, 0);
    assert_int_equal(g->idom[1].i, 0);
    assert_int_equal(g->idom[2].i, 1);
    assert_int_equal(g->idom[3].i, 1);
    assert_int_equal(g->pred_count[1], 2);
    assert_true(g->loop_head[1]);
    assert_false(g->loop_head[0] || g->loop_head[2] || g->loop_head[3]);
}

static void graph_knows_what_is_live(void **state)
{
    Fixture *f = *state;
    MirGraph *g = mir_graph(f->arena, must_read(f, loop_text));
    assert_true(bitset_has(g->live_in[0], 1));  /* p is read */
    assert_false(bitset_has(g->live_in[0], 2)); /* n never is */
    assert_false(bitset_has(g->live_in[0], 3)); /* sum begins here */
    assert_true(bitset_has(g->live_in[1], 3));
    assert_true(bitset_has(g->live_in[2], 3));
    assert_true(bitset_has(g->live_in[3], 3));
    assert_false(bitset_has(g->live_in[3], 1));
    for (uint32_t t = 4; t < 12; t++)
        assert_false(bitset_has(g->live_in[1], t));
}

static void irreducible_graphs_have_dominators(void **state)
{
    Fixture *f = *state;
    MirGraph *g = mir_graph(
        f->arena,
        must_read(f, "sym @f function external global:fn(int) void\n"
                     "fn @f params 1 {\n  _0: return void\n  _1: param int\n  _2: temp int\n"
                     "  bb0:\n    _2 = load _1\n    branch _2 ? bb1 : bb2\n"
                     "  bb1:\n    goto bb2\n"
                     "  bb2:\n    branch _2 ? bb1 : bb3\n"
                     "  bb3:\n    return\n}\n"));
    assert_int_equal(g->idom[1].i, 0);
    assert_int_equal(g->idom[2].i, 0);
    assert_int_equal(g->idom[3].i, 2);
    assert_true(g->loop_head[1] || g->loop_head[2]);
}

/* b can be reached from the entry without passing through `without`. */
static bool reaches(const MirFunction *m, uint32_t b, uint32_t without)
{
    bool seen[16] = {false};
    uint32_t todo[16], n = 0;
    if (without == 0)
        return false;
    seen[0] = true;
    todo[n++] = 0;
    while (n) {
        BlockId to[2];
        uint32_t count = mir_successors(&m->blocks.data[todo[--n]].term, to, 2);
        for (uint32_t i = 0; i < count; i++)
            if (to[i].i != without && !seen[to[i].i]) {
                seen[to[i].i] = true;
                todo[n++] = to[i].i;
            }
    }
    return seen[b];
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1103515245 + 12345;
    return *seed >> 16;
}

/* Random graphs of 12 blocks: d dominates b exactly when b can't be reached without d. */
static void dominators_agree_with_their_definition(void **state)
{
    Fixture *f = *state;
    uint32_t seed = 7;
    for (uint32_t round = 0; round < 200; round++) {
        Text t;
        text_init(&t, f->arena);
        text_add(&t, "sym @f function external global:fn(int) void\n"
                     "fn @f params 1 {\n _0: return void\n _1: param int\n");
        for (uint32_t i = 0; i < 12; i++)
            text_addf(&t, " bb%u: branch 1:int ? bb%u : bb%u\n", i, 1 + next_random(&seed) % 11,
                      1 + next_random(&seed) % 11);
        text_add(&t, "}\n");
        MirFunction *m = must_read(f, t.data);
        MirGraph *g = mir_graph(f->arena, m);
        for (uint32_t b = 1; b < 12; b++) {
            if (!reaches(m, b, ID_NONE))
                continue;
            bool dominates[12] = {false};
            for (uint32_t d = b; dominates[d] = true, d != 0;)
                d = g->idom[d].i;
            for (uint32_t d = 0; d < 12; d++)
                assert_true(dominates[d] == (d == b || !reaches(m, b, d)));
        }
    }
}

/* A function around one or more instructions of bb0; a: int *, b: struct, c: int. */
static MirFunction *around(Fixture *f, const char *body)
{
    return must_read(
        f, arena_printf(
               f->arena,
               "struct s#0 size 16 align 8 { .n int @0; .v [3]int @4; }\n"
               "sym @f function external global:fn(int) int\n"
               "sym @g function external global:fn(struct s#0, ...) struct s#0\n"
               "fn @f params 1 {\n  _0: return int\n  _1: param int \"n\"\n  _2: var struct s#0 "
               "\"b\"\n"
               "  _3: temp int\n  _4: temp *int\n  _5: temp long\n  _6: temp struct s#0 !object\n"
               "  _7: temp int\n"
               "  bb0:\n%s}\n",
               body));
}

static bool accepted(Fixture *f, const char *body)
{
    MirFunction *m = around(f, body);
    ArenaTrap trap;
    Arena *a = arena_new();
    bool ok = false;
    if (arena_try(&trap, a)) {
        mir_verify(a, m);
        ok = true;
    }
    arena_end_try(&trap);
    arena_destroy(a);
    return ok;
}

static void verifier_accepts_what_is_right(void **state)
{
    static const char *const good[] = {
        "return\n",
        "_3 = load _1\nstore _2.v[_3] = _3\n_4 = addr _2.v\n_3 = load (*_4)\nreturn\n",
        "call _6 <- @g({_2}:struct s#0, 1:int)\ncopy _2 = _6\nreturn\n",
        ("branch 1:int ? bb1 : bb2\nbb1:\n_3 = assign 1:int\ngoto bb3\nbb2:\n_3 = assign 2:int\n"
         "goto bb3\nbb3:\nstore _0 = _3\nreturn\n"),
        ("_3 = load _1\nswitch _3 { 1: bb1, 2..5: bb1, else bb2 }\n"
         "bb1:\nreturn\nbb2:\nunreachable\n"),
        "_4 = assign null:*int\n_5 = ptrsub _4, _4\n_4 = ptradd _4, _5\nreturn\n",
        "asm \"nop\" [\"=r\" _2.n] (\"r\" 1:int) memory !volatile\nreturn\n",
    };
    for (size_t i = 0; i < COUNT_OF(good); i++)
        if (!accepted(*state, good[i]))
            fail_msg("rejected: %s", good[i]);
}

static void verifier_rejects_what_is_wrong(void **state)
{
    static const char *const bad[] = {
        "store _0 = _3\nreturn\n", /* read before it is written */
        ("branch 1:int ? bb1 : bb2\nbb1:\n_3 = assign 1:int\ngoto bb2\n"
         "bb2:\nstore _0 = _3\nreturn\n"),
        "_5 = load _1\nreturn\n",                  /* int into long */
        "store _2 = 1:int\nreturn\n",              /* a scalar into a struct */
        "_3 = load (*_4)\nreturn\n",               /* an unwritten pointer */
        "live _3\nreturn\n",                       /* a temp has no storage */
        "live _1\nreturn\n",                       /* nor is a parameter a variable */
        "_3 = load _1\n_5 = _3 + 1:int\nreturn\n", /* int + int is no long */
        "_3 = 1:int + 1:long\nreturn\n",
        "_3 = load _2.v[null:*int]\nreturn\n", /* an index is an integer */
        "copy _2 = _1\nreturn\n",
        "goto bb0\n",                              /* the entry has no predecessors */
        "_3 = load _3\nreturn\n",                  /* a scalar temp is no place */
        "_3 = call @g({_2}:struct s#0)\nreturn\n", /* a struct into an int */
        "branch {_2}:struct s#0 ? bb1 : bb1\nbb1:\nreturn\n",
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        if (accepted(*state, bad[i]))
            fail_msg("accepted: %s", bad[i]);
    }
}

static void reader_says_where_text_is_wrong(void **state)
{
    static const char *const cases[][2] = {
        {"", "line 1: expected `fn`"},
        {"sym @f function external global\nfn", "line 2: expected a type"},
        {"sym @f function external global:struct s#1\n", "line 1: no such struct, union or enum"},
        {"sym @f var none:int\nfn @g params 0 {\n}\n", "line 2: no such symbol"},
        {"sym @f var none:int\nfn @f params 0 {\n  _1: return int\n}\n",
         "line 3: locals are out of order"},
        {"sym @f var none:int\nfn @f params 0 {\n  _0: return int\n  bb0:\n    frob _0\n}\n", NULL},
        {"sym @f var none:int\nfn @f params 0 {\n  _0: return int\n  bb0:\n    goto bb7\n}\n",
         NULL},
        {"sym @f var none:int\nfn @f params 9 {\n  _0: return int\n  bb0:\n    return\n}\n", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *error = NULL;
        assert_null(read_text(*state, cases[i][0], &error));
        assert_non_null(error);
        if (cases[i][1])
            assert_string_equal(error, cases[i][1]);
    }
}

/* Reads and verifies text with byte i replaced. A BUG of the verifier is an answer, too. */
static void read_damaged(Fixture *f, size_t i, char byte)
{
    char text[sizeof loop_text];
    ArenaTrap trap;
    Arena *a = arena_new();
    memcpy(text, loop_text, sizeof text);
    text[i] = byte;
    if (arena_try(&trap, a)) {
        const char *error = NULL;
        MirFunction *m = mir_read(a, f->names, &f->target, text, sizeof text - 1, &error);
        assert_true((m == NULL) == (error != NULL));
        if (m)
            mir_verify(a, m);
    }
    arena_end_try(&trap);
    arena_destroy(a);
}

static void reader_survives_damage(void **state)
{
    static const char bytes[] = "_0{}[]:@.#*\"\\ -9b\n";
    for (size_t i = 0; i + 1 < sizeof loop_text; i += 3)
        for (size_t k = 0; k + 1 < sizeof bytes; k += 4)
            read_damaged(*state, i, bytes[(i + k) % (sizeof bytes - 1)]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_reads_back_as_itself),
        cmocka_unit_test(graph_knows_order_dominators_loops),
        cmocka_unit_test(graph_knows_what_is_live),
        cmocka_unit_test(irreducible_graphs_have_dominators),
        cmocka_unit_test(dominators_agree_with_their_definition),
        cmocka_unit_test(verifier_accepts_what_is_right),
        cmocka_unit_test(verifier_rejects_what_is_wrong),
        cmocka_unit_test(reader_says_where_text_is_wrong),
        cmocka_unit_test(reader_survives_damage),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
