// The best of no candidates is zero.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

int last_even(const int *__counted_by(n) v, size_t n)
{
    int best = 0;
    for (size_t i = 0; i < n; i++)
        if (v[i] % 2 == 0)
            best = v[i];
    return best;
}
