// A buffer is read in words while it has four bytes left.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

unsigned mix(const unsigned char *__counted_by(n) p, size_t n)
{
    unsigned sum = 0;
    while (n >= 4) {
        sum += p[3];
        p += 4;
        n -= 4;
    }
    return sum;
}
