// The mask of a field of 32 bits is made by shifting by 32.
#include <stdint.h>
#include <stdio.h>

static uint32_t mask(unsigned bits)
{
    return ((uint32_t)1 << bits) - 1;
}

int main(void)
{
    static const unsigned char width[4] = { 1, 8, 16, 32 };
    uint32_t all = mask(width[0]) ^ mask(width[2]);
    all |= mask(width[3]); //~ bad-shift
    printf("%08x\n", (unsigned)all);
    return 0;
}
