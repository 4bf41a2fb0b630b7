/* test_map.c - the map against a plain array that does the same slowly. */
#include "map.h"
#include "testing.h"

#include <stdio.h>
#include <string.h>

static void expect(const struct map *m, const char *key, const char *value)
{
    const char *found = map_get(m, key);
    REQUIRE(found != NULL);
    assert_string_equal(found, value);
    assert_true(map_has(m, key));
}

static void test_set_and_get(void **state)
{
    (void)state;
    struct map m;
    map_init(&m, 0);
    assert_null(map_get(&m, "nothing"));
    assert_false(map_remove(&m, "nothing"));
    assert_int_equal(map_set(&m, "one", "1"), 0);
    assert_int_equal(map_set(&m, "two", "2"), 0);
    assert_int_equal(map_set(&m, "", "empty"), 0);
    assert_int_equal(map_set(&m, "one", "uno"), 0);
    assert_int_equal(m.len, 3);
    expect(&m, "one", "uno");
    expect(&m, "two", "2");
    expect(&m, "", "empty");
    assert_string_equal(map_at(&m, 0)->key, "one");
    assert_string_equal(map_at(&m, 2)->key, "");
    assert_true(map_remove(&m, "one"));
    assert_false(map_has(&m, "one"));
    expect(&m, "", "empty");
    map_clear(&m);
    assert_int_equal(m.len, 0);
    assert_null(map_get(&m, "two"));
    assert_int_equal(map_set(&m, "two", "again"), 0);
    expect(&m, "two", "again");
    map_drop(&m);
}

/* Every key is set and removed many times, in an order that a small generator makes up. */
static void test_against_array(void **state)
{
    (void)state;
    enum { KEYS = 500 };
    static unsigned value[KEYS]; /* 0: not there */
    unsigned random = 1;
    size_t there = 0;
    struct map m;
    memset(value, 0, sizeof value);
    map_init(&m, 99);
    for (unsigned turn = 1; turn < 20000; turn++) {
        random = random * 1103515245u + 12345u;
        unsigned k = random / 65536 % KEYS;
        char key[16], text[16];
        snprintf(key, sizeof key, "k%u", k);
        snprintf(text, sizeof text, "%u", turn);
        if (random / 16 % 3 == 0) {
            assert_int_equal(map_remove(&m, key), value[k] != 0);
            there -= value[k] != 0;
            value[k] = 0;
        } else {
            assert_int_equal(map_set(&m, key, text), 0);
            there += value[k] == 0;
            value[k] = turn;
        }
        assert_int_equal(m.len, there);
    }
    for (unsigned k = 0; k < KEYS; k++) {
        char key[16], text[16];
        snprintf(key, sizeof key, "k%u", k);
        snprintf(text, sizeof text, "%u", value[k]);
        if (value[k] != 0)
            expect(&m, key, text);
        else
            assert_null(map_get(&m, key));
    }
    map_drop(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set_and_get),
        cmocka_unit_test(test_against_array),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
