/* test_meminfo.c - a real file's lines, and lines that no kernel writes. */
#include "meminfo.h"
#include "testing.h"

#include <string.h>

static const char sample[] = "MemTotal:       16316372 kB\n"
                             "MemFree:          812344 kB\n"
                             "MemAvailable:    8158186 kB\n"
                             "Active(anon):          4 kB\n"
                             "HugePages_Total:       3\n";

static void test_sample(void **state)
{
    (void)state;
    struct meminfo m;
    size_t line = 0;
    unsigned permille = 0;
    REQUIRE(meminfo_parse(view_of(sample), &m, &line) == MEMINFO_OK);
    assert_int_equal(line, 5);
    assert_int_equal(m.len, 5);
    const struct meminfo_line *l = meminfo_find(&m, "Active(anon)");
    REQUIRE(l != NULL);
    assert_true(l->is_size);
    assert_int_equal(l->value, 4096);
    l = meminfo_find(&m, "HugePages_Total");
    REQUIRE(l != NULL);
    assert_false(l->is_size);
    assert_int_equal(l->value, 3);
    assert_null(meminfo_find(&m, "Mem"));
    REQUIRE(meminfo_used(&m, &permille));
    assert_int_equal(permille, 500);
    meminfo_drop(&m);
}

static void test_wrong(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "Total 12 kB",           "Total:",       ": 12 kB",
        "Total: x kB",           "Total: 12 MB", "Total: 18446744073709551615 kB",
        "Total: 1\n\nFree: 2\n",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct meminfo m;
        size_t line = 0;
        assert_int_equal(meminfo_parse(view_of(wrong[i]), &m, &line), MEMINFO_BAD_LINE);
        assert_int_equal(line, i == 6 ? 2 : 1);
    }
}

/* Neither can be computed without both lines, nor from lines that contradict each other. */
static void test_used(void **state)
{
    (void)state;
    static const char *const bad[] = {"MemTotal: 5 kB", "MemTotal: 5 kB\nMemAvailable: 6 kB",
                                      "MemTotal: 0 kB\nMemAvailable: 0 kB", ""};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct meminfo m;
        size_t line = 0;
        unsigned permille = 0;
        REQUIRE(meminfo_parse(view_of(bad[i]), &m, &line) == MEMINFO_OK);
        assert_false(meminfo_used(&m, &permille));
        meminfo_drop(&m);
    }
}

static void test_print(void **state)
{
    (void)state;
    static const struct {
        uint64_t bytes;
        const char *text;
    } cases[] = {
        {0, "0 B"},
        {1023, "1023 B"},
        {1024, "1.0 KiB"},
        {16707964928u, "15.5 GiB"},
        {UINT64_MAX, "15.9 EiB"},
    };
    struct strbuf b;
    strbuf_init(&b);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        strbuf_truncate(&b, 0);
        assert_int_equal(meminfo_print_size(cases[i].bytes, &b), 0);
        assert_true(strbuf_is(&b, cases[i].text));
    }
    strbuf_drop(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),
        cmocka_unit_test(test_wrong),
        cmocka_unit_test(test_used),
        cmocka_unit_test(test_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
