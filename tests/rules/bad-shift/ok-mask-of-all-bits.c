// The mask of a field of 32 bits is made apart.
#include <stdint.h>
#include <stdio.h>

static uint32_t mask(unsigned bits)
{
    return bits >= 32 ? UINT32_MAX : ((uint32_t)1 << bits) - 1;
}

int main(void)
{
    static const unsigned char width[4] = { 1, 8, 16, 32 };
    uint32_t all = mask(width[0]) ^ mask(width[2]);
    all |= mask(width[3]);
    printf("%08x\n", (unsigned)all);
    return 0;
}
