// An array is summed of which both halves are set.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

long total(const int *__counted_by(n) v, size_t n);

long two(int a, int b)
{
    int v[4];
    v[0] = a;
    v[1] = b;
    v[2] = v[3] = 0;
    return total(v, 4);
}
