// A loop over an array goes by a count that has nothing to do with it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

unsigned sum_some(const unsigned *__counted_by(n) v, size_t n, size_t some)
{
    unsigned sum = 0;
    if (n == 0)
        return 0;
    for (size_t i = 0; i < some; i++)
        sum += v[i]; //~ out-of-bounds
    return sum;
}
