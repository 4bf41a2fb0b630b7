// A buffer is read in words while it has three bytes left.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

unsigned mix(const unsigned char *__counted_by(n) p, size_t n)
{
    unsigned sum = 0;
    while (n >= 3) {
        sum += p[3]; //~ out-of-bounds
        p += 4;
        n -= 3;
    }
    return sum;
}
