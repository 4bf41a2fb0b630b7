/* sorting.c - searching, sorting and merging arrays of numbers: indexes and nothing else.
 * SPDX-License-Identifier: MIT
 *
 * What makes an access right is a comparison that stands near it, or what a loop keeps true:
 *
 *     lower_bound       low <= mid < high <= n
 *     partition         less <= i < n - 1
 *     remove_repeats    kept <= i < n
 *
 * There are no sentinels, for "it stops in time because of what is in the array" is no relation of
 * indexes. What a function says in words about its result (partition: it is less than n) a caller
 * takes for true only after a look. */
#include "sorting.h"

#pragma corten safe

static void swap_ints(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}

/* ---- searching ----------------------------------------------------------------------------- */

bool is_sorted(const int *__counted_by(n) v, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (v[i - 1] > v[i])
            return false;
    return true;
}

/* What is in front of low is less than x, what is at high and behind it is not. The middle is
 * computed from the distance: low + high could wrap. */
size_t lower_bound(const int *__counted_by(n) v, size_t n, int x)
{
    size_t low = 0;
    size_t high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (v[mid] < x)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

size_t upper_bound(const int *__counted_by(n) v, size_t n, int x)
{
    size_t low = 0;
    size_t high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (v[mid] <= x)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

bool find_sorted(const int *__counted_by(n) v, size_t n, int x,
                 size_t *__inits __when(return == true) at)
{
    size_t i = lower_bound(v, n, x);
    if (i >= n || v[i] != x)
        return false;
    *at = i;
    return true;
}

/* ---- moving -------------------------------------------------------------------------------- */

void reverse_range(int *__counted_by(n) v, size_t n)
{
    size_t i = 0;
    size_t k = n;
    while (i < k) {
        k--;
        swap_ints(&v[i], &v[k]);
        i++;
    }
}

/* Both parts are turned around, and then the whole: each part is the right way round again. */
void rotate_left(int *__counted_by(n) v, size_t n, size_t by)
{
    __checked(by <= n);
    reverse_range(v, by);
    reverse_range(v + by, n - by);
    reverse_range(v, n);
}

size_t remove_repeats(int *__counted_by(n) v, size_t n)
{
    if (n == 0)
        return 0;
    size_t kept = 1;
    for (size_t i = 1; i < n; i++) {
        if (v[i] != v[kept - 1]) {
            v[kept] = v[i];
            kept++;
        }
    }
    return kept;
}

/* ---- sorting ------------------------------------------------------------------------------- */

void insertion_sort(int *__counted_by(n) v, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && v[k - 1] > v[k]; k--)
            swap_ints(&v[k - 1], &v[k]);
}

/* In a heap no number is greater than the one at half its index. Here v[root] may be less than
 * those below it, and sinks to where it belongs. */
static void sift_down(int *__counted_by(n) v, size_t n, size_t root)
{
    while (root < n / 2) {
        size_t child = 2 * root + 1;
        if (child >= n)
            break;
        if (child + 1 < n && v[child + 1] > v[child])
            child++;
        if (v[root] >= v[child])
            break;
        swap_ints(&v[root], &v[child]);
        root = child;
    }
}

void heap_sort(int *__counted_by(n) v, size_t n)
{
    for (size_t root = n / 2; root > 0; root--)
        sift_down(v, n, root - 1);
    for (size_t end = n; end > 1; end--) {
        swap_ints(&v[0], &v[end - 1]);
        sift_down(v, end - 1, 0);
    }
}

size_t partition(int *__counted_by(n) v, size_t n)
{
    __checked(n > 0);
    size_t last = n - 1;
    swap_ints(&v[n / 2], &v[last]);
    size_t less = 0;
    for (size_t i = 0; i < last; i++) {
        if (v[i] < v[last]) {
            swap_ints(&v[i], &v[less]);
            less++;
        }
    }
    swap_ints(&v[less], &v[last]);
    return less;
}

/* The shorter side by recursion, the longer one in the loop: so the recursion is never deeper than
 * the logarithm of n. Short ranges are quicker to sort by insertion. */
void quick_sort(int *__counted_by(n) v, size_t n)
{
    size_t from = 0;
    size_t to = n;
    while (to - from > 12) {
        size_t split = from + partition(v + from, to - from);
        __checked(from <= split && split < to);
        if (split - from < to - split) {
            quick_sort(v + from, split - from);
            from = split + 1;
        } else {
            quick_sort(v + split + 1, to - split - 1);
            to = split;
        }
    }
    insertion_sort(v + from, to - from);
}

int select_nth(int *__counted_by(n) v, size_t n, size_t k)
{
    __checked(k < n);
    size_t from = 0;
    size_t to = n;
    while (to - from > 1) {
        size_t split = from + partition(v + from, to - from);
        __checked(from <= split && split < to);
        if (k < split)
            to = split;
        else if (k > split)
            from = split + 1;
        else
            break;
    }
    return v[k];
}

/* ---- out of one array into another --------------------------------------------------------- */

size_t merge_sorted(const int *__counted_by(na) a, size_t na, const int *__counted_by(nb) b,
                    size_t nb, int *__counted_by(n) out, size_t n)
{
    size_t i = 0;
    size_t j = 0;
    size_t k = 0;
    while (k < n && (i < na || j < nb)) {
        if (j >= nb || (i < na && a[i] <= b[j])) {
            out[k] = a[i];
            i++;
        } else {
            out[k] = b[j];
            j++;
        }
        k++;
    }
    return k;
}

size_t count_values(const int *__counted_by(n) v, size_t n, size_t *__counted_by(kinds) count,
                    size_t kinds)
{
    size_t others = 0;
    for (size_t k = 0; k < kinds; k++)
        count[k] = 0;
    for (size_t i = 0; i < n; i++) {
        if (v[i] >= 0 && (size_t)v[i] < kinds)
            count[v[i]]++;
        else
            others++;
    }
    return others;
}
