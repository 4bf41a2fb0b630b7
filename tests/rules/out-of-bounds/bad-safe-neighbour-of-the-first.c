// The first element is compared with the one before it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

int is_sorted(const int *__counted_by(n) v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (v[i] < v[i - 1]) //~ out-of-bounds
            return 0;
    return 1;
}
