/* test_ring.c - what goes in comes out in order, wherever in the array it lies. */
#include "ring.h"
#include "testing.h"

#include <string.h>

static void test_init(void **state)
{
    (void)state;
    struct ring r;
    assert_int_equal(ring_init(&r, 0), -1);
    assert_int_equal(ring_init(&r, SIZE_MAX), -1);
    REQUIRE(ring_init(&r, 3) == 0);
    assert_int_equal(ring_room(&r), 3);
    ring_drop(&r);
}

static void test_bytes(void **state)
{
    (void)state;
    struct ring r;
    uint8_t byte = 0;
    REQUIRE(ring_init(&r, 3) == 0);
    assert_int_equal(ring_get(&r, &byte), -1);
    for (uint8_t i = 0; i < 50; i++) {
        assert_int_equal(ring_put(&r, i), 0);
        assert_int_equal(ring_put(&r, (uint8_t)(i + 100)), 0);
        assert_int_equal(ring_peek(&r, 1, &byte), 0);
        assert_int_equal(byte, i + 100);
        assert_int_equal(ring_peek(&r, 2, &byte), -1);
        assert_int_equal(ring_get(&r, &byte), 0);
        assert_int_equal(byte, i);
        assert_int_equal(ring_get(&r, &byte), 0);
        assert_int_equal(byte, i + 100);
    }
    for (uint8_t i = 0; i < 3; i++)
        assert_int_equal(ring_put(&r, i), 0);
    assert_int_equal(ring_put(&r, 9), -1);
    ring_put_over(&r, 9);
    assert_int_equal(ring_get(&r, &byte), 0);
    assert_int_equal(byte, 1);
    ring_put_over(&r, 10);
    ring_put_over(&r, 11);
    for (uint8_t i = 9; i < 12; i++) {
        assert_int_equal(ring_get(&r, &byte), 0);
        assert_int_equal(byte, i);
    }
    ring_drop(&r);
}

static void test_runs(void **state)
{
    (void)state;
    struct ring r;
    uint8_t out[16];
    REQUIRE(ring_init(&r, 7) == 0);
    for (size_t turn = 0; turn < 20; turn++) {
        assert_int_equal(ring_write(&r, (const uint8_t *)"abcde", 5), 5);
        assert_int_equal(ring_write(&r, (const uint8_t *)"fghij", 5), 2);
        assert_int_equal(ring_write(&r, (const uint8_t *)"k", 1), 0);
        assert_int_equal(ring_read(&r, out, 4), 4);
        assert_memory_equal(out, "abcd", 4);
        assert_int_equal(ring_skip(&r, 1), 1);
        assert_int_equal(ring_read(&r, out, sizeof out), 2);
        assert_memory_equal(out, "fg", 2);
        assert_int_equal(ring_read(&r, out, sizeof out), 0);
        assert_int_equal(ring_skip(&r, 5), 0);
    }
    ring_drop(&r);
}

static void write_text(struct ring *r, const char *text)
{
    assert_int_equal(ring_write(r, (const uint8_t *)text, strlen(text)), strlen(text));
}

static void test_lines(void **state)
{
    (void)state;
    struct ring r;
    char line[6];
    size_t at = 0;
    REQUIRE(ring_init(&r, 12) == 0);
    for (int turn = 0; turn < 30; turn++) {
        write_text(&r, "one");
        assert_false(ring_find(&r, '\n', &at));
        assert_int_equal(ring_read_line(&r, line, sizeof line), -1);
        write_text(&r, "\ntwo too");
        assert_true(ring_find(&r, '\n', &at));
        assert_int_equal(at, 3);
        assert_int_equal(ring_read_line(&r, line, 0), -1);
        assert_int_equal(ring_read_line(&r, line, sizeof line), 0);
        assert_string_equal(line, "one");
        write_text(&r, "\n\n");
        assert_int_equal(ring_read_line(&r, line, sizeof line), 0);
        assert_string_equal(line, "two t");
        assert_int_equal(ring_read_line(&r, line, 1), 0);
        assert_string_equal(line, "");
        assert_int_equal(r.len, 0);
    }
    ring_drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_init),
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
