// A constant table is sorted in place through a cast.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static void swap_ends(int *__counted_by(n) v, size_t n)
{
    if (n < 2)
        return;
    int t = v[0];
    v[0] = v[n - 1];
    v[n - 1] = t;
}

void turn(const int *__counted_by(n) table, size_t n)
{
    swap_ends((int *)table, n); //~ unsafe-operation
}
