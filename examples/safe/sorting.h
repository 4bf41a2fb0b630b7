/* sorting.h - searching, sorting and merging arrays of numbers: indexes and nothing else.
 * SPDX-License-Identifier: MIT
 *
 * An array is a pointer and a count, `const int *__counted_by(n) v, size_t n`, and a part of one is
 * the same: `v + from, to - from`. Whoever hands it on has to show that from <= to <= n; whoever
 * gets it knows nothing else, and needs nothing else. */
#ifndef SAFE_SORTING_H
#define SAFE_SORTING_H

#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#pragma corten safe

bool is_sorted(const int *__counted_by(n) v, size_t n);

/* In a sorted array: where the first number is that is not less than x (or that is greater than
 * x); n if there is none. */
size_t lower_bound(const int *__counted_by(n) v, size_t n, int x);
size_t upper_bound(const int *__counted_by(n) v, size_t n, int x);

/* In a sorted array: any place of x; false: it is not there. */
bool find_sorted(const int *__counted_by(n) v, size_t n, int x,
                 size_t *__inits __when(return == true) at);

void reverse_range(int *__counted_by(n) v, size_t n);

/* The first `by` numbers go to the end; traps if there are not so many. */
void rotate_left(int *__counted_by(n) v, size_t n, size_t by);

/* Moves what is less than the number in the middle to the front, and that number behind it; where
 * it is then is returned. Traps if n is 0. */
size_t partition(int *__counted_by(n) v, size_t n);

void insertion_sort(int *__counted_by(n) v, size_t n);
void heap_sort(int *__counted_by(n) v, size_t n);
void quick_sort(int *__counted_by(n) v, size_t n);

/* The number that would be at k if v were sorted, with the rest in disorder. Traps unless k < n. */
int select_nth(int *__counted_by(n) v, size_t n, size_t k);

/* Keeps one of each run of equal numbers, and returns how many that are. */
size_t remove_repeats(int *__counted_by(n) v, size_t n);

/* Merges two sorted arrays into `out` as far as that has room; returns how many there are. */
size_t merge_sorted(const int *__counted_by(na) a, size_t na, const int *__counted_by(nb) b,
                    size_t nb, int *__counted_by(n) out, size_t n);

/* Counts how many numbers are 0, how many 1, ... and returns how many are none of those that
 * there is a count for. */
size_t count_values(const int *__counted_by(n) v, size_t n, size_t *__counted_by(kinds) count,
                    size_t kinds);

#endif
