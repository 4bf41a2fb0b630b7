/* test_expr.c - formulas mean what they should, and what is none is refused. */
#include "expr.h"
#include "testing.h"

#include <stdio.h>
#include <string.h>

static const struct expr_variable variables[] = {{"x", 7}, {"max", INT64_MAX}, {"min", INT64_MIN}};

static enum expr_error compute(const char *text, int64_t *result)
{
    struct arena a;
    size_t wrong;
    arena_init(&a);
    const struct expr *e = expr_parse(&a, text, &wrong);
    REQUIRE(e != NULL);
    enum expr_error error = expr_compute(e, variables, 3, result);
    arena_drop(&a);
    return error;
}

static void test_values(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } cases[] = {
        {"1", 1},
        {" 1 + 2 * 3 ", 7},
        {"(1 + 2) * 3", 9},
        {"10 - 4 - 3", 3},
        {"-x % 4", -3},
        {"2 - -2", 4},
        {"max + min", -1},
        {"9223372036854775807", INT64_MAX},
        {"-9223372036854775807 - 1", INT64_MIN},
        {"min / 2 * 2", INT64_MIN},
        {"0 * min + 5", 5},
        {"-1 * max", -INT64_MAX},
        {"max * -1", -INT64_MAX},
        {"-4611686018427387904 * 2", INT64_MIN},
        {"4611686018427387904 * -2", INT64_MIN},
        {"-2 * -3", 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t v = 0;
        assert_int_equal(compute(cases[i].text, &v), EXPR_OK);
        assert_true(v == cases[i].value);
    }
}

static void test_errors(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum expr_error error;
    } cases[] = {
        {"y", EXPR_UNKNOWN_NAME},         {"1 + y", EXPR_UNKNOWN_NAME},
        {"max + 1", EXPR_OVERFLOW},       {"min - 1", EXPR_OVERFLOW},
        {"-min", EXPR_OVERFLOW},          {"min * -1", EXPR_OVERFLOW},
        {"-1 * min", EXPR_OVERFLOW},      {"max * 2", EXPR_OVERFLOW},
        {"max * -2", EXPR_OVERFLOW},      {"min * 2", EXPR_OVERFLOW},
        {"min * min", EXPR_OVERFLOW},     {"min / -1", EXPR_OVERFLOW},
        {"min % -1", EXPR_OVERFLOW},      {"1 / 0", EXPR_DIVISION_BY_ZERO},
        {"1 % 0", EXPR_DIVISION_BY_ZERO},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t v = 0;
        assert_int_equal(compute(cases[i].text, &v), cases[i].error);
    }
}

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t wrong;
    } cases[] = {
        {"", 0},      {"1 +", 3}, {"(1", 2},
        {"1)", 1},    {"1 2", 2}, {"2 ** 3", 3},
        {"1 + $", 4}, {"()", 1},  {"9223372036854775808", 18},
    };
    struct arena a;
    arena_init(&a);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t wrong = 99;
        assert_null(expr_parse(&a, cases[i].text, &wrong));
        assert_int_equal(wrong, cases[i].wrong);
    }
    static char deep[5000];
    size_t wrong;
    memset(deep, '(', sizeof deep - 1);
    assert_null(expr_parse(&a, deep, &wrong));
    memset(deep, '-', sizeof deep - 1);
    assert_null(expr_parse(&a, deep, &wrong));
    for (size_t i = 0; i + 2 < sizeof deep; i += 2)
        memcpy(deep + i, "1+", 2);
    assert_null(expr_parse(&a, deep, &wrong));
    arena_drop(&a);
}

static void test_print(void **state)
{
    (void)state;
    struct arena a;
    struct strbuf b;
    size_t wrong;
    arena_init(&a);
    strbuf_init(&b);
    const struct expr *e = expr_parse(&a, "1+2*x-(y_2/4)", &wrong);
    REQUIRE(e != NULL);
    assert_int_equal(expr_print(e, &b), 0);
    assert_true(strbuf_is(&b, "((1 + (2 * x)) - (y_2 / 4))"));
    strbuf_drop(&b);
    arena_drop(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
