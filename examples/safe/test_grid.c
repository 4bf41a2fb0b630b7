/* test_grid.c - gliders glide, also around the edge, and fillings stop at it. */
#include "grid.h"
#include "testing.h"

static void test_init(void **state)
{
    (void)state;
    struct grid g;
    assert_int_equal(grid_init(&g, 0, 3), -1);
    assert_int_equal(grid_init(&g, 3, 0), -1);
    assert_int_equal(grid_init(&g, SIZE_MAX / 2, 3), -1);
    REQUIRE(grid_init(&g, 4, 3) == 0);
    grid_set(&g, 3, 2, 9);
    assert_int_equal(grid_get(&g, 3, 2), 9);
    assert_int_equal(grid_row(&g, 2)[3], 9);
    grid_row_mut(&g, 0)[1] = 4;
    assert_int_equal(g.cell[1], 4);
    assert_int_equal(grid_population(&g), 2);
    grid_read(&g, ".#.. and more\n\n...#\n####\n####");
    assert_int_equal(grid_get(&g, 1, 0), 1);
    assert_int_equal(grid_get(&g, 3, 2), 1);
    assert_int_equal(grid_population(&g), 2);
    grid_drop(&g);
}

/* A glider moves one down and one to the right in four generations. */
static void test_life(void **state)
{
    (void)state;
    struct grid a, b;
    REQUIRE(grid_init(&a, 6, 5) == 0);
    REQUIRE(grid_init(&b, 6, 5) == 0);
    grid_read(&a, ".#.\n..#\n###");
    for (int turn = 0; turn < 2 * 30; turn++) {
        grid_life(&a, &b);
        grid_life(&b, &a);
        assert_int_equal(grid_population(&a), 5);
    }
    assert_int_equal(grid_get(&a, 1, 0), 1);
    assert_int_equal(grid_get(&a, 2, 1), 1);
    assert_int_equal(grid_get(&a, 0, 2), 1);
    assert_int_equal(grid_get(&a, 1, 2), 1);
    assert_int_equal(grid_get(&a, 2, 2), 1);
    grid_drop(&a);
    grid_drop(&b);
}

static void test_fill(void **state)
{
    (void)state;
    struct grid g;
    size_t n = 0;
    REQUIRE(grid_init(&g, 5, 4) == 0);
    grid_read(&g, "..#..\n..#..\n.##..\n#....");
    REQUIRE(grid_fill(&g, 0, 0, 7, &n) == 0);
    assert_int_equal(n, 5);
    assert_int_equal(grid_get(&g, 0, 2), 7);
    assert_int_equal(grid_get(&g, 1, 3), 0);
    REQUIRE(grid_fill(&g, 4, 0, 7, &n) == 0);
    assert_int_equal(n, 10);
    REQUIRE(grid_fill(&g, 4, 0, 7, &n) == 0);
    assert_int_equal(n, 0);
    grid_drop(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_init),
        cmocka_unit_test(test_life),
        cmocka_unit_test(test_fill),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
