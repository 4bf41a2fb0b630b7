// Quick sort, merge sort and the selection of a number, on parts of one array.
#include <stdio.h>
#include <string.h>

#define N 20

static void quick(int *v, int low, int high)
{
    if (low >= high)
        return;
    int pivot = v[low + (high - low) / 2], i = low, j = high;
    while (i <= j) {
        while (v[i] < pivot)
            i++;
        while (v[j] > pivot)
            j--;
        if (i <= j) {
            int x = v[i];
            v[i++] = v[j];
            v[j--] = x;
        }
    }
    quick(v, low, j);
    quick(v, i, high);
}

static void merge(int *v, int *spare, size_t n)
{
    if (n < 2)
        return;
    size_t half = n / 2, i = 0, j = half, k = 0;
    merge(v, spare, half);
    merge(v + half, spare, n - half);
    while (i < half && j < n)
        spare[k++] = v[i] <= v[j] ? v[i++] : v[j++];
    while (i < half)
        spare[k++] = v[i++];
    memcpy(v, spare, k * sizeof *v);
}

int main(void)
{
    int v[N], w[N], spare[N];
    for (int i = 0; i < N; i++)
        v[i] = w[i] = i * 7919 % 101;
    quick(v, 0, N - 1);
    merge(w, spare, N);
    printf("%d %d\n", v[0] == w[0], v[N - 1] == w[N - 1]);
    return memcmp(v, w, sizeof v) != 0;
}
