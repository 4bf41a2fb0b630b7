// The loop over a counted array ends with it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

unsigned total(const unsigned *__counted_by(n) length, size_t n)
{
    unsigned sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += length[i];
    return sum;
}
