// The loop over a counted array goes one too far.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

unsigned longest(const unsigned *__counted_by(n) length, size_t n)
{
    unsigned most = 0;
    for (size_t i = 0; i <= n; i++)
        if (length[i] > most) //~ out-of-bounds
            most = length[i];
    return most;
}
