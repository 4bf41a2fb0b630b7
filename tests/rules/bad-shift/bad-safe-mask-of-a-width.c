// The mask of a width of 64 bits is a shift by 64.
#include <corten.h>
#pragma corten safe
#include <stdint.h>

uint64_t mask_of(unsigned width)
{
    if (width > 64)
        return 0;
    return ((uint64_t)1 << width) - 1; //~ bad-shift
}
