// An array is summed of which only the first half is set.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

long total(const int *__counted_by(n) v, size_t n);

long two(int a, int b)
{
    int v[4];
    v[0] = a;
    v[1] = b;
    return total(v, 4); //~ uninit
}
