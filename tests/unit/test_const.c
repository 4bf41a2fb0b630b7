/* tests/unit/test_const.c - constants: initialisers of C in; integers, floats and addresses out. */
#include "sema/const.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "session/session.h"

typedef struct Run {
    Arena *session, *tu;
    Names *names;
    FileStore *files;
    DiagSink *diag;
    SourceMap map;
    Dialect dialect;
    Target target;
    PpResult pp;
    Unit unit;
    bool ok;
} Run;

static void run(Run *r, const char *text)
{
    const char *missing;
    memset(r, 0, sizeof *r);
    r->session = arena_new();
    r->tu = arena_new();
    r->names = names_new(r->session, syntax_known_names(), syntax_known_name_count());
    r->files = file_store_new(r->session);
    r->diag = diag_sink_new(r->session);
    source_map_init(&r->map, r->tu);
    r->dialect = (Dialect){.std = STD_C23, .gnu = true, .dollar_in_names = true};
    assert_true(target_from_macros(&r->target, probe_builtin_macros, &missing));
    PpOptions options = {.dialect = &r->dialect, .predefined = probe_builtin_macros};
    SourceFile *f = file_store_overlay(r->files, "t.c", text, strlen(text));
    assert_true(pp_run(r->tu, r->names, r->files, r->diag, &r->map, &options, f, &r->pp));
    r->unit.arena = r->tu;
    r->unit.names = r->names;
    r->unit.diag = r->diag;
    r->unit.map = &r->map;
    r->unit.dialect = &r->dialect;
    r->unit.target = &r->target;
    r->unit.pp = &r->pp;
    r->unit.path = "t.c";
    bool parsed = parse_unit(r->tu, r->names, r->diag, &r->map, &r->dialect, &r->pp, &r->unit.ast);
    r->ok = sema_run(&r->unit) && parsed;
}

static void drop(Run *r)
{
    arena_destroy(r->tu);
    diag_sink_destroy(r->diag);
    file_store_destroy(r->files);
    names_destroy(r->names);
    arena_destroy(r->session);
}

static const Symbol *global(const Run *r, const char *name)
{
    for (uint32_t i = 0; i < r->unit.globals.len; i++)
        if (strcmp(NAME_TEXT(r->unit.globals.data[i]->name), name) == 0)
            return r->unit.globals.data[i];
    fail_msg("no global %s", name);
    return NULL;
}

/* The value of `TYPE v = EXPRESSION;` after some declarations. */
typedef struct Answer {
    ConstKind kind;
    bool folded; /* an integer constant expression */
    i128 i;
    long double re, im;
    ConstBase base;
    char symbol[32];
    int64_t offset;
} Answer;

static Answer ask(const char *before, const char *type, const char *expression)
{
    Run r;
    ConstValue c;
    Answer a = {0};
    char text[4096];
    snprintf(text, sizeof text, "%s\n%s v = %s;\n", before, type, expression);
    run(&r, text);
    if (!r.ok)
        fail_msg("rejected: %s", text);
    const Symbol *v = global(&r, "v");
    assert_non_null(v->init);
    bool ok = const_eval(&r.unit, v->init, &c);
    assert_int_equal(ok, c.kind != CONST_NONE);
    a = (Answer){c.kind, v->init->is_const, c.i, c.re, c.im, c.base, "", c.offset};
    if (c.kind == CONST_ADDRESS && c.base == CONST_BASE_SYMBOL)
        snprintf(a.symbol, sizeof a.symbol, "%s", NAME_TEXT(c.sym->name));
    drop(&r);
    return a;
}

static void is_int(const char *type, const char *expression, long long want)
{
    Answer a = ask("", type, expression);
    if (a.kind != CONST_INT || a.i != want || !a.folded)
        fail_msg("%s v = %s: kind %d, value %lld, not %lld%s", type, expression, (int)a.kind,
                 (long long)a.i, want, a.folded ? "" : ", not folded");
}

static void is_float(const char *type, const char *expression, long double want)
{
    Answer a = ask("", type, expression);
    if (a.kind != CONST_FLOAT || a.re != want)
        fail_msg("%s v = %s: kind %d, value %La, not %La", type, expression, (int)a.kind, a.re,
                 want);
}

static void is_none(const char *before, const char *type, const char *expression)
{
    Answer a = ask(before, type, expression);
    if (a.kind != CONST_NONE)
        fail_msg("%s v = %s has a value of kind %d", type, expression, (int)a.kind);
}

static void is_address(const char *before, const char *type, const char *expression,
                       const char *symbol, int64_t offset)
{
    Answer a = ask(before, type, expression);
    if (a.kind != CONST_ADDRESS || a.base != CONST_BASE_SYMBOL || strcmp(a.symbol, symbol) != 0 ||
        a.offset != offset)
        fail_msg("%s v = %s: kind %d, base %d, %s + %lld", type, expression, (int)a.kind,
                 (int)a.base, a.symbol, (long long)a.offset);
}

/* ---- integers -------------------------------------------------------------------------------- */
static void test_arithmetic(void **state)
{
    (void)state;
    is_int("int", "2 + 3 * 4 - 10 / 3 % 2", 13);
    is_int("int", "-7 / 2", -3);
    is_int("int", "-7 % 2", -1);
    is_int("unsigned", "-7u / 2", 2147483644);
    is_int("int", "(3u - 4) >> 28", 15);
    is_int("int", "-16 >> 2", -4);
    is_int("unsigned", "1u << 31", 2147483648LL);
    is_int("int", "~5 & 0xff ^ 3 | 256", 505);
    is_int("long", "0x7fffffffffffffff", 0x7fffffffffffffffLL);
    is_int("int", "-1 < 0u", 0);
    is_int("int", "-1L < 0u", 1);
    is_int("int", "(unsigned char)-1 == 255", 1);
    is_int("int", "!0 + !5 + !!5", 2);
}

static void test_wrapping(void **state)
{
    (void)state;
    is_int("signed char", "(signed char)300", 44);
    is_int("signed char", "200", -56);
    is_int("unsigned char", "-1", 255);
    is_int("unsigned", "0u - 1", 4294967295LL);
    is_int("unsigned short", "0x12345", 0x2345);
    is_int("_Bool", "256", 1);
    is_int("_Bool", "0.25", 1);
    is_int("int", "(int)0x80000000u", -2147483647LL - 1);
    is_int("int", "'\\xff'", -1);
    is_int("int", "sizeof(u8'a')", 1);
}

static void test_128_bits(void **state)
{
    (void)state;
    Answer a = ask("", "unsigned __int128", "~(unsigned __int128)0 / 3");
    assert_true(a.folded && (u128)a.i == ~(u128)0 / 3);
    a = ask("", "__int128", "(__int128)1 << 126");
    assert_true(a.folded && a.i == (i128)1 << 126);
    is_int("int", "(((__int128)1 << 100) * 5) >> 100", 5);
    is_int("int", "(unsigned __int128)-1 > 0", 1);
}

static void test_undefined(void **state)
{
    (void)state;
    is_int("int", "__builtin_constant_p(1 / 0)", 0);
    is_int("int", "__builtin_constant_p(1 % 0)", 0);
    is_none("", "int", "1 << 32");
    is_none("", "int", "1 >> -1");
    is_int("int", "0 && 1 / 0", 0);
    is_int("int", "1 ? 7 : 1 / 0", 7);
}

static void test_choice(void **state)
{
    (void)state;
    is_int("int", "1 ? 2 : 3", 2);
    is_int("int", "0 ? 2 : 3", 3);
    is_int("int", "5 ?: 3", 5);
    is_int("long", "1 ? -1 : 0u", 4294967295LL);
    is_int("int", "_Generic(1L, int: 1, long: 2, default: 3)", 2);
    is_int("int", "__builtin_choose_expr(0, 1, 2)", 2);
    is_int("int", "__builtin_types_compatible_p(int, const int)", 1);
    is_int("int", "1.5 ? 2 : 3", 2);
    is_float("double", "((1.5 ?: 2.0) ?: 3.0)", 1.5L);
}

static void test_sizes(void **state)
{
    (void)state;
    is_int("int", "sizeof(long) * 2 + _Alignof(short)", 18);
    is_int("int", "sizeof(int[3][4])", 48);
    is_int("int", "sizeof \"abc\"", 4);
    is_int("int", "sizeof(struct { char c; long l; })", 16);
    is_int("int", "__builtin_offsetof(struct { char c; struct { int a[4]; } in; }, in.a[2])", 12);
    is_int("int", "(long)&((struct { char c; int i; } *)0)->i", 4);
    is_int("int", "(int)(unsigned long)&((struct { int a, b[4]; } *)16)->b[2]", 28);
    is_int("long", "(int *)40 - (int *)8", 8);
}

static void test_builtins(void **state)
{
    (void)state;
    is_int("int", "__builtin_popcount(0xff) + __builtin_clz(1) + __builtin_ctzl(8)", 42);
    is_int("int", "__builtin_ffs(0) + __builtin_parity(7) + __builtin_clrsb(-1)", 32);
    is_int("unsigned", "__builtin_bswap32(0x01020304)", 0x04030201);
    is_int("int", "__builtin_expect(7, 1)", 7);
    is_int("int", "__builtin_constant_p(7) + __builtin_constant_p(\"a\")", 2);
    is_int("int", "__builtin_strlen(\"four\")", 4);
    is_int("int", "__builtin_mul_overflow_p(1 << 30, 2, 0)", 1);
    is_int("int", "__builtin_mul_overflow_p(1 << 30, 2, 0L)", 0);
    is_int("int", "__builtin_isnan(__builtin_nan(\"\")) + __builtin_isinf(-__builtin_inf())", 2);
    is_none("", "int", "__builtin_clz(0)");
}

/* A folded constant decides what is a null pointer and what a variable array. */
static void test_not_folded(void **state)
{
    (void)state;
    Answer a = ask("const int n = 3;", "int", "n + 1");
    assert_true(a.kind == CONST_INT && a.i == 4 && !a.folded);
    a = ask("constexpr int n = 3;", "int", "n + 1");
    assert_true(a.kind == CONST_INT && a.i == 4 && a.folded);
    a = ask("", "int", "(1, 2)");
    assert_true(a.kind == CONST_INT && a.i == 2 && !a.folded);
    /* The kernel's question whether x is constant: x * 0 must not become one. */
    a = ask("int x;", "int", "sizeof(int) == sizeof(*(8 ? (void *)((long)(x)*0l) : (int *)8))");
    assert_true(a.folded && a.i == 0);
    a = ask("", "int", "sizeof(int) == sizeof(*(8 ? (void *)((long)(5) * 0l) : (int *)8))");
    assert_true(a.folded && a.i == 1);
}

/* ---- floats ---------------------------------------------------------------------------------- */
static void test_floats(void **state)
{
    (void)state;
    is_float("double", "1 / 3.0", 1 / 3.0);
    is_float("float", "0.1f + 0.2f", (0.1f + 0.2f));
    is_float("double", "0.1 + 0.2", 0.1 + 0.2);
    is_float("double", "0.1f", 0.1f);
    is_float("long double", "1.0L / 3", 1.0L / 3);
    is_float("float", "16777217", 16777216.0L);
    is_float("double", "9007199254740993", 9007199254740992.0L);
    is_float("float", "1e30f * 1e30f", HUGE_VALL);
    is_float("double", "-0x1p-1074 / 2", -0.0L);
    is_float("double", "(double)~0ull", 18446744073709551616.0L);
    is_int("int", "3.99", 3);
    is_int("int", "(int)-3.99", -3);
    is_int("int", "2.5 > 1", 1);
    is_int("int", "0.0 == -0.0", 1);
    is_int("unsigned char", "(unsigned char)300.0", 255);
    is_int("unsigned", "(unsigned)-1.0", 0);
}

static void test_complex(void **state)
{
    (void)state;
    Answer a = ask("", "_Complex double", "(1.0 + 2.0i) * (3.0 - 1.0i)");
    assert_true(a.kind == CONST_COMPLEX && a.re == 5 && a.im == 5);
    is_float("double", "__imag__ (1.0 + 2.0i)", 2);
    is_float("double", "(double)(1.5 + 2.0i)", 1.5L);
    a = ask("", "_Complex float", "__builtin_complex(1.0f, -2.0f)");
    assert_true(a.kind == CONST_COMPLEX && a.re == 1 && a.im == -2);
}

/* ---- addresses ------------------------------------------------------------------------------- */
static void test_addresses(void **state)
{
    (void)state;
    const char *s =
        "struct s { char c; int a[4]; struct { long x, y; } in; } t[3], *p; int f(void);";
    is_address(s, "void *", "&t[2].in.y", "t", 2 * 40 + 32);
    is_address(s, "int *", "t->a + 3", "t", 16);
    is_address(s, "int *", "&1[t].a[-1]", "t", 40);
    is_address(s, "void *", "(char *)&t[1] - 8", "t", 32);
    is_address(s, "void *", "f", "f", 0);
    is_address(s, "unsigned long", "(unsigned long)&t + 4", "t", 4);
    is_address(s, "struct s **", "&p", "p", 0);
    is_address(s, "void *", "1 ? t + 1 : 0", "t", 40);
    is_address(s, "void *", "&*&*t", "t", 0);
}

static void test_bases(void **state)
{
    (void)state;
    Answer a = ask("", "const char *", "\"text\" + 2");
    assert_true(a.kind == CONST_ADDRESS && a.base == CONST_BASE_STRING && a.offset == 2);
    a = ask("", "int *", "&(int[]){1, 2, 3}[1]");
    assert_true(a.kind == CONST_ADDRESS && a.base == CONST_BASE_LITERAL && a.offset == 4);
    a = ask("", "void *", "0");
    assert_true(a.kind == CONST_INT && a.i == 0);
    a = ask("", "void *", "nullptr");
    assert_true(a.kind == CONST_INT && a.i == 0);
}

static void test_comparisons_of_addresses(void **state)
{
    (void)state;
    const char *s = "int a[4], b; extern int w __attribute__((weak));";
    Answer x = ask(s, "int", "&a[3] - &a[1]");
    assert_true(x.kind == CONST_INT && x.i == 2);
    x = ask(s, "int", "&a[3] > &a[1]");
    assert_true(x.kind == CONST_INT && x.i == 1);
    x = ask(s, "int", "a != 0 && &b");
    assert_true(x.kind == CONST_INT && x.i == 1);
    is_none(s, "int", "&w != 0");
    is_none(s, "long", "(long)a & 15");
    is_none(s, "long", "(long)&w * 2");
}

/* ---- bounds ---------------------------------------------------------------------------------- */
/* Each object names the one before twice: a walk without an end to its patience needs 2^60
 * steps. */
static void test_doubling(void **state)
{
    (void)state;
    char text[8192];
    size_t len = (size_t)snprintf(text, sizeof text, "static const double a0 = 1;\n");
    for (int i = 1; i <= 60; i++)
        len += (size_t)snprintf(text + len, sizeof text - len,
                                "static const double a%d = a%d + a%d;\n", i, i - 1, i - 1);
    Run r;
    run(&r, text);
    assert_true(r.ok);
    drop(&r);
}

/* Long chains, as generators write them: folded node by node, and floats given up. */
static void test_chains(void **state)
{
    (void)state;
    enum { LINKS = 20000 };
    for (int floats = 0; floats < 2; floats++) {
        Run r;
        ConstValue c;
        Text t;
        Arena *a = arena_new();
        text_init(&t, a);
        text_add(&t, floats ? "double v = 0.5" : "int v = 1");
        for (int i = 0; i < LINKS; i++)
            text_add(&t, floats ? " + 1.0" : " + 1");
        text_add(&t, ";\n");
        run(&r, t.data);
        assert_true(r.ok);
        const_eval(&r.unit, global(&r, "v")->init, &c);
        if (!floats)
            assert_true(c.kind == CONST_INT && c.i == LINKS + 1);
        drop(&r);
        arena_destroy(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arithmetic),
        cmocka_unit_test(test_wrapping),
        cmocka_unit_test(test_128_bits),
        cmocka_unit_test(test_undefined),
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_builtins),
        cmocka_unit_test(test_not_folded),
        cmocka_unit_test(test_floats),
        cmocka_unit_test(test_complex),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_bases),
        cmocka_unit_test(test_comparisons_of_addresses),
        cmocka_unit_test(test_doubling),
        cmocka_unit_test(test_chains),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
