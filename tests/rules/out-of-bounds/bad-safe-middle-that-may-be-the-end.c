// The middle is rounded up, and may be the end.
#include <corten.h>
#pragma corten safe
#include <stdbool.h>
#include <stddef.h>

bool holds(const int *__counted_by(n) v, size_t n, int x)
{
    size_t from = 0, to = n;
    while (from < to) {
        size_t mid = from + (to - from + 1) / 2;
        int got = v[mid]; //~ out-of-bounds
        if (got == x)
            return true;
        if (got < x)
            from = mid + 1;
        else
            to = mid - 1;
    }
    return false;
}
