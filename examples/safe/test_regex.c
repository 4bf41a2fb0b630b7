/* test_regex.c - what matches what, and how far. */
#include "regex.h"
#include "testing.h"

#include <string.h>

static bool found(const char *pattern, const char *text, bool fold, struct regex_match *m)
{
    struct regex re;
    struct regex_states s;
    REQUIRE(regex_compile(view_of(pattern), fold, &re) == REGEX_OK);
    REQUIRE(regex_states_init(&s, &re) == 0);
    bool result = regex_find(&re, &s, view_of(text), 0, m);
    assert_int_equal(regex_matches(&re, &s, view_of(text)), result);
    regex_states_drop(&s);
    regex_drop(&re);
    return result;
}

static void test_matches(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text;
        size_t start, end;
    } cases[] = {
        {"a", "bab", 1, 2},
        {"", "abc", 0, 0},
        {"", "", 0, 0},
        {"ab*c", "xacabbc", 1, 3},
        {"ab+c", "xacabbc", 3, 7},
        {"ab?c", "abbc ac", 5, 7},
        {"a.c", "ac abc", 3, 6},
        {"^b", "bab", 0, 1},
        {"b$", "bab", 2, 3},
        {"^$", "", 0, 0},
        {"^a*$", "aaa", 0, 3},
        {"a*", "baa", 0, 0},
        {"a*b", "aaab", 0, 4},
        {".*", "abc", 0, 3},
        {"[a-c]+", "xxabcabcx", 2, 8},
        {"[^a-c]+", "abxyc", 2, 4},
        {"[]x]+", "a]x]", 1, 4},
        {"[-x]+", "a-x", 1, 3},
        {"[x-]+", "a-x", 1, 3},
        {"[\\d.]+", "v1.25b", 1, 5},
        {"\\w+\\s\\w+", "-ab cd-", 1, 6},
        {"\\.\\*", "a.*", 1, 3},
        {"a$b", "a$b", 0, 3},
        {"a^", "a^", 0, 2},
        {"\xc3\xa9", "caf\xc3\xa9", 3, 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct regex_match m = {99, 99};
        assert_true(found(cases[i].pattern, cases[i].text, false, &m));
        assert_int_equal(m.start, cases[i].start);
        assert_int_equal(m.end, cases[i].end);
    }
}

static void test_no_match(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a", ""}, {"^a", "ba"}, {"a$", "ab"}, {"ab+c", "ac"}, {"[^a]", "aaa"}, {"A", "a"},
    };
    struct regex_match m;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_false(found(cases[i][0], cases[i][1], false, &m));
    assert_true(found("hELLo [w]", "Hello World", true, &m));
}

static void test_errors(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        enum regex_error error;
    } cases[] = {
        {"*a", REGEX_NOTHING_TO_REPEAT}, {"a**", REGEX_NOTHING_TO_REPEAT},
        {"^+", REGEX_NOTHING_TO_REPEAT}, {"[ab", REGEX_OPEN_SET},
        {"[", REGEX_OPEN_SET},           {"[]", REGEX_OPEN_SET},
        {"[z-a]", REGEX_BAD_RANGE},      {"a\\", REGEX_BACKSLASH},
        {"[\\", REGEX_BACKSLASH},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct regex re;
        assert_int_equal(regex_compile(view_of(cases[i].pattern), false, &re), cases[i].error);
        assert_true(strlen(regex_error_text(cases[i].error)) > 0);
    }
}

/* With backtracking this would take longer than anybody waits. */
static void test_linear(void **state)
{
    (void)state;
    char pattern[3 * 30 + 1], text[31];
    struct regex_match m;
    for (size_t i = 0; i < 30; i++) {
        memcpy(pattern + 2 * i, "a?", 2);
        pattern[60 + i] = 'a';
        text[i] = 'a';
    }
    pattern[90] = text[30] = '\0';
    assert_true(found(pattern, text, false, &m));
    text[29] = '\0';
    assert_false(found(pattern, text, false, &m));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_matches),
        cmocka_unit_test(test_no_match),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
