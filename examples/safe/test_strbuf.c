/* test_strbuf.c - what goes into the builder comes out, in order and with its terminator. */
#include "strbuf.h"
#include "testing.h"

#include <stdlib.h>
#include <string.h>

static void expect(struct strbuf *b, const char *text)
{
    const char *s = strbuf_str(b);
    REQUIRE(s != NULL);
    assert_string_equal(s, text);
    assert_int_equal(b->len, strlen(text));
    assert_true(strbuf_is(b, text));
}

static void test_add(void **state)
{
    (void)state;
    struct strbuf b;
    strbuf_init(&b);
    expect(&b, "");
    assert_int_equal(strbuf_add(&b, "one"), 0);
    assert_int_equal(strbuf_add_char(&b, ' '), 0);
    assert_int_equal(strbuf_add_n(&b, "two, not this", 3), 0);
    assert_int_equal(strbuf_add_n(&b, "", 0), 0);
    assert_int_equal(strbuf_add_repeated(&b, '.', 3), 0);
    expect(&b, "one two...");
    assert_int_equal(strbuf_at(&b, 4), 't');
    assert_true(strbuf_starts_with(&b, "one t"));
    assert_false(strbuf_starts_with(&b, "one two...."));
    assert_int_equal(strbuf_find(&b, 'o', 0), 0);
    assert_int_equal(strbuf_find(&b, 'o', 1), 6);
    assert_int_equal(strbuf_find(&b, 'o', 7), 10);
    strbuf_drop(&b);
}

static void test_numbers(void **state)
{
    (void)state;
    struct strbuf b;
    strbuf_init(&b);
    assert_int_equal(strbuf_add_uint(&b, 0), 0);
    assert_int_equal(strbuf_add_char(&b, ' '), 0);
    assert_int_equal(strbuf_add_uint(&b, UINT64_MAX), 0);
    assert_int_equal(strbuf_add_char(&b, ' '), 0);
    assert_int_equal(strbuf_add_int(&b, INT64_MIN), 0);
    assert_int_equal(strbuf_add_char(&b, ' '), 0);
    assert_int_equal(strbuf_add_int(&b, 42), 0);
    assert_int_equal(strbuf_add_char(&b, ' '), 0);
    assert_int_equal(strbuf_add_hex(&b, 0xbeef, 6), 0);
    assert_int_equal(strbuf_add_hex(&b, 1, 0), 0);
    expect(&b, "0 18446744073709551615 -9223372036854775808 42 00beef");
    strbuf_truncate(&b, 0);
    assert_int_equal(strbuf_add_hex(&b, UINT64_MAX, 99), 0);
    expect(&b, "ffffffffffffffff");
    strbuf_drop(&b);
}

static void test_quoted(void **state)
{
    (void)state;
    struct strbuf b;
    strbuf_init(&b);
    assert_int_equal(strbuf_add_quoted(&b, "a\"b\\c\n\0\xff~", 9), 0);
    expect(&b, "\"a\\\"b\\\\c\\x0a\\x00\\xff~\"");
    strbuf_drop(&b);
}

static void test_change(void **state)
{
    (void)state;
    struct strbuf b;
    strbuf_init(&b);
    assert_int_equal(strbuf_add(&b, "heo"), 0);
    assert_int_equal(strbuf_insert(&b, 2, "ll", 2), 0);
    expect(&b, "hello");
    assert_int_equal(strbuf_insert(&b, 0, "> ", 2), 0);
    assert_int_equal(strbuf_insert(&b, 7, " <", 2), 0);
    assert_int_equal(strbuf_insert(&b, 3, "never", 0), 0);
    expect(&b, "> hello <");
    strbuf_remove(&b, 0, 2);
    strbuf_remove(&b, 5, 100);
    strbuf_remove(&b, 5, 1);
    expect(&b, "hello");
    strbuf_remove(&b, 1, 3);
    expect(&b, "ho");
    strbuf_truncate(&b, 5);
    expect(&b, "ho");
    strbuf_truncate(&b, 0);
    assert_int_equal(strbuf_add(&b, " \t a b\n"), 0);
    strbuf_trim(&b);
    expect(&b, "a b");
    strbuf_truncate(&b, 0);
    assert_int_equal(strbuf_add(&b, " \n "), 0);
    strbuf_trim(&b);
    expect(&b, "");
    strbuf_drop(&b);
}

static void test_take(void **state)
{
    (void)state;
    struct strbuf b;
    strbuf_init(&b);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(strbuf_add(&b, "0123456789"), 0);
    char *s = strbuf_take(&b);
    REQUIRE(s != NULL);
    assert_int_equal(strlen(s), 10000);
    assert_int_equal(b.len, 0);
    assert_null(b.data);
    free(s);
    s = strbuf_take(&b);
    REQUIRE(s != NULL);
    assert_string_equal(s, "");
    free(s);
    assert_int_equal(strbuf_reserve(&b, SIZE_MAX), -1);
    assert_int_equal(strbuf_reserve(&b, 10), 0);
    assert_int_equal(b.cap, 10);
    strbuf_drop(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_add),    cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_quoted), cmocka_unit_test(test_change),
        cmocka_unit_test(test_take),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
