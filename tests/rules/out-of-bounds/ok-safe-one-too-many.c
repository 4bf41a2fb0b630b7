// The loop over a counted array ends with it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

unsigned longest(const unsigned *__counted_by(n) length, size_t n)
{
    unsigned most = 0;
    for (size_t i = 0; i < n; i++)
        if (length[i] > most)
            most = length[i];
    return most;
}
