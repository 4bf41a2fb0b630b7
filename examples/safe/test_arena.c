/* test_arena.c - pieces are apart, aligned, zero, and stay where they are. */
#include "arena.h"
#include "testing.h"

#include <string.h>

static void test_pieces(void **state)
{
    (void)state;
    struct arena a;
    char *piece[1000];
    arena_init(&a);
    assert_int_equal(arena_used(&a), 0);
    for (size_t i = 0; i < 1000; i++) {
        piece[i] = arena_alloc(&a, i % 100);
        REQUIRE(piece[i] != NULL);
        assert_int_equal((uintptr_t)piece[i] % ARENA_ALIGN, 0);
        for (size_t k = 0; k < i % 100; k++)
            assert_int_equal(piece[i][k], 0);
        memset(piece[i], (int)(i % 251), i % 100);
    }
    for (size_t i = 0; i < 1000; i++)
        for (size_t k = 0; k < i % 100; k++)
            assert_int_equal((unsigned char)piece[i][k], i % 251);
    assert_true(arena_used(&a) >= 49500);
    arena_drop(&a);
}

static void test_large(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    assert_null(arena_alloc(&a, SIZE_MAX));
    assert_null(arena_alloc(&a, SIZE_MAX / 2));
    char *big = arena_alloc(&a, 3 * ARENA_CHUNK + 1);
    REQUIRE(big != NULL);
    big[3 * ARENA_CHUNK] = 'x';
    const char *small = arena_copy(&a, "small, but more", 5);
    REQUIRE(small != NULL);
    assert_string_equal(small, "small");
    const char *none = arena_copy(&a, small, 0);
    REQUIRE(none != NULL);
    assert_string_equal(none, "");
    assert_int_equal(big[3 * ARENA_CHUNK], 'x');
    arena_drop(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
