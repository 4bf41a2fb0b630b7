/* test_view.c - cutting never leaves the text. */
#include "testing.h"
#include "view.h"

#include <string.h>

static void test_cut(void **state)
{
    (void)state;
    struct view v = view_of("one two");
    assert_true(view_is(view_head(v, 3), "one"));
    assert_true(view_is(view_head(v, 99), "one two"));
    assert_true(view_is(view_tail(v, 4), "two"));
    assert_true(view_is(view_tail(v, 99), ""));
    assert_true(view_is(view_before(v, ' '), "one"));
    assert_true(view_is(view_after(v, ' '), "two"));
    assert_true(view_is(view_before(v, 'x'), "one two"));
    assert_true(view_is(view_after(v, 'x'), ""));
    assert_true(view_is(view_after(v, 'o'), "ne two"));
    assert_true(view_is(view_trim(view_of(" \ta b\r\n")), "a b"));
    assert_true(view_is(view_trim(view_of("  ")), ""));
    assert_int_equal(view_find(v, 'w'), 5);
    assert_int_equal(view_find(v, 'x'), 7);
}

static void test_empty(void **state)
{
    (void)state;
    struct view v = view_of_n(NULL, 0);
    assert_true(view_is(view_tail(v, 5), ""));
    assert_true(view_equals(view_trim(v), view_of("")));
    char *copy = view_copy(v);
    REQUIRE(copy != NULL);
    assert_string_equal(copy, "");
    free(copy);
    copy = view_copy(view_head(view_of("copied, not this"), 6));
    REQUIRE(copy != NULL);
    assert_string_equal(copy, "copied");
    free(copy);
}

static void test_number(void **state)
{
    (void)state;
    uint64_t n = 0;
    REQUIRE(view_number(view_of("18446744073709551615"), &n));
    assert_true(n == UINT64_MAX);
    REQUIRE(view_number(view_of("007"), &n));
    assert_int_equal(n, 7);
    assert_false(view_number(view_of("18446744073709551616"), &n));
    assert_false(view_number(view_of(""), &n));
    assert_false(view_number(view_of("1 "), &n));
    assert_false(view_number(view_of("-1"), &n));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
