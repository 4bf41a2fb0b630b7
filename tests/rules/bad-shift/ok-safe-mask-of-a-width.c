// The mask of a width of 64 bits is treated by itself.
#include <corten.h>
#pragma corten safe
#include <stdint.h>

uint64_t mask_of(unsigned width)
{
    if (width >= 64)
        return UINT64_MAX;
    return ((uint64_t)1 << width) - 1;
}
