/* test_sorting.c - all sorts agree with the simplest one, on many small arrays. */
#include "sorting.h"
#include "testing.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 200 };

static unsigned next_random(unsigned *random)
{
    *random = *random * 1103515245u + 12345u;
    return *random / 65536;
}

static void search_for_all(const int *v, size_t n)
{
    for (int x = -22; x < (int)n; x++) {
        size_t low = lower_bound(v, n, x), high = upper_bound(v, n, x), at = n;
        assert_true(low <= high && high <= n);
        assert_true(low == 0 || v[low - 1] < x);
        assert_true(high == n || v[high] > x);
        assert_int_equal(find_sorted(v, n, x, &at), low < high);
        if (low < high)
            assert_int_equal(at, low);
    }
}

static void test_sorts_agree(void **state)
{
    (void)state;
    unsigned random = 7;
    for (size_t n = 0; n < MOST; n++) {
        int v[MOST + 1] = {0}, a[MOST + 1], b[MOST + 1], c[MOST + 1];
        for (size_t i = 0; i < n; i++)
            v[i] = (int)(next_random(&random) % (n + 1)) - 20;
        memcpy(a, v, sizeof v);
        memcpy(b, v, sizeof v);
        memcpy(c, v, sizeof v);
        insertion_sort(a, n);
        heap_sort(b, n);
        quick_sort(c, n);
        assert_true(is_sorted(a, n));
        assert_memory_equal(a, b, n * sizeof *a);
        assert_memory_equal(a, c, n * sizeof *a);
        for (size_t k = 0; k < n; k += 7) {
            memcpy(b, v, sizeof v);
            assert_int_equal(select_nth(b, n, k), a[k]);
        }
        search_for_all(a, n);
    }
}

static void test_moving(void **state)
{
    (void)state;
    int v[] = {1, 2, 3, 4, 5};
    rotate_left(v, 5, 2);
    assert_memory_equal(v, ((int[]){3, 4, 5, 1, 2}), sizeof v);
    rotate_left(v, 5, 5);
    rotate_left(v, 5, 0);
    assert_memory_equal(v, ((int[]){3, 4, 5, 1, 2}), sizeof v);
    int r[] = {1, 1, 2, 2, 2, 3, 1};
    assert_int_equal(remove_repeats(r, 7), 4);
    assert_memory_equal(r, ((int[]){1, 2, 3, 1}), 4 * sizeof *r);
    assert_int_equal(remove_repeats(r, 0), 0);
}

static void test_two_arrays(void **state)
{
    (void)state;
    static const int a[] = {1, 3, 5, 7}, b[] = {2, 3, 4};
    int out[8];
    assert_int_equal(merge_sorted(a, 4, b, 3, out, 8), 7);
    assert_memory_equal(out, ((int[]){1, 2, 3, 3, 4, 5, 7}), 7 * sizeof *out);
    assert_int_equal(merge_sorted(a, 4, b, 3, out, 2), 2);
    assert_int_equal(merge_sorted(a, 4, b, 0, out, 8), 4);
    assert_int_equal(merge_sorted(a, 0, b, 0, out, 8), 0);
    static const int values[] = {0, 2, 2, -1, 3, 2};
    size_t count[3];
    assert_int_equal(count_values(values, 6, count, 3), 2);
    assert_memory_equal(count, ((size_t[]){1, 0, 3}), sizeof count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sorts_agree),
        cmocka_unit_test(test_moving),
        cmocka_unit_test(test_two_arrays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
