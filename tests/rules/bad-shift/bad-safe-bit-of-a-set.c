// A bit is set whose number may be larger than the set.
#include <corten.h>
#pragma corten safe
#include <stdint.h>

uint32_t set_bit(uint32_t set, unsigned bit)
{
    return set | (uint32_t)1 << bit; //~ bad-shift
}
