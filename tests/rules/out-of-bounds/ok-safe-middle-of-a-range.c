// The middle between the ends of a range that is not empty is inside.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

size_t lower(const int *__counted_by(n) v, size_t n, int x)
{
    size_t lo = 0, hi = n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (v[mid] < x)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}
