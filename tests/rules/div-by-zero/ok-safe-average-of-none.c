// The average is computed of one value at least.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

size_t average(const unsigned *__counted_by(n) v, size_t n)
{
    size_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += v[i];
    return n > 0 ? sum / n : 0;
}
