/* test_search.c - lines with and without a match. */
#include "search.h"
#include "testing.h"

#include <string.h>

static const char poem[] = "roses are red\nviolets are blue\n\nsugar is sweet";

static void expect(struct pattern *p, struct search_options o, size_t count, const char *text)
{
    struct strbuf b;
    size_t found = 99;
    strbuf_init(&b);
    assert_int_equal(search_text(p, &o, "", view_of(poem), &b, &found), 0);
    const char *s = strbuf_str(&b);
    REQUIRE(s != NULL);
    assert_string_equal(s, text);
    assert_int_equal(found, count);
    strbuf_drop(&b);
}

static void test_literal(void **state)
{
    (void)state;
    struct pattern p;
    pattern_init_literal(&p, view_of("are"));
    expect(&p, (struct search_options){0}, 2, "roses are red\nviolets are blue\n");
    expect(&p, (struct search_options){.invert = true}, 2, "\nsugar is sweet\n");
    expect(&p, (struct search_options){.numbers = true, .only_match = true}, 2, "1:are\n2:are\n");
    expect(&p, (struct search_options){.count = true}, 2, "2\n");
    pattern_drop(&p);
    pattern_init_literal(&p, view_of(""));
    expect(&p, (struct search_options){.count = true}, 4, "4\n");
    expect(&p, (struct search_options){.only_match = true}, 4, "");
    pattern_drop(&p);
}

static void test_regex(void **state)
{
    (void)state;
    struct pattern p;
    REQUIRE(pattern_init_regex(&p, view_of("R.s"), true) == REGEX_OK);
    expect(&p, (struct search_options){.numbers = true}, 1, "1:roses are red\n");
    pattern_drop(&p);
    REQUIRE(pattern_init_regex(&p, view_of("\\w*e\\w*"), false) == REGEX_OK);
    expect(&p, (struct search_options){.only_match = true}, 3,
           "roses\nare\nred\nviolets\nare\nblue\nsweet\n");
    pattern_drop(&p);
    REQUIRE(pattern_init_regex(&p, view_of("["), false) == REGEX_OPEN_SET);
}

/* Against the slowest search there is. */
static void find_from(const struct literal *l, struct view in, size_t from)
{
    size_t at = 99, wanted = from;
    while (wanted + l->text.len <= in.len &&
           !view_equals(view_head(view_tail(in, wanted), l->text.len), l->text))
        wanted++;
    bool there = wanted + l->text.len <= in.len;
    assert_int_equal(literal_find(l, in, from, &at), there);
    if (there)
        assert_int_equal(at, wanted);
}

static void find_part(struct view in, size_t start, size_t n)
{
    struct literal l;
    literal_init(&l, view_head(view_tail(in, start), n));
    for (size_t from = 0; from <= in.len; from++)
        find_from(&l, in, from);
}

static void test_literal_find(void **state)
{
    (void)state;
    struct view in = view_of("abaababaabaababaababaabaab");
    for (size_t start = 0; start <= in.len; start++)
        for (size_t n = 0; n < 9; n++)
            find_part(in, start, n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_literal),
        cmocka_unit_test(test_regex),
        cmocka_unit_test(test_literal_find),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
