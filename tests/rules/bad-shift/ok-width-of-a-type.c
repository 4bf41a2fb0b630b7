// Shift counts that are computed of sizes, positions and logarithms.
// run: ./a.out 200
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BITS(t) (sizeof(t) * CHAR_BIT)

static unsigned width_of(uint64_t x)
{
    unsigned n = 0;
    while (x != 0) {
        x >>= 1;
        n++;
    }
    return n;
}

int main(int argc, char **argv)
{
    uint64_t x = argc > 1 ? strtoull(argv[1], NULL, 10) : 9;
    uint64_t top = UINT64_C(1) << (BITS(uint64_t) - 1), swapped = 0;
    for (unsigned i = 0; i < sizeof x; i++)
        swapped |= (x >> 8 * i & 0xff) << 8 * (sizeof x - 1 - i);
    if (x != 0) {
        uint64_t above = x << __builtin_clzll(x), below = x >> __builtin_ctzll(x);
        top ^= above ^ below;
        top ^= UINT64_C(1) << (width_of(x) - 1);
    }
    static const unsigned char shift[4] = { 0, 6, 12, 18 };
    uint32_t packed = 0;
    for (int i = 0; i < 4; i++)
        packed |= (uint32_t)(x & 63) << shift[i];
    int sign = (int)(x >> (BITS(x) - 1) & 1);
    unsigned page_shift = 12 + (unsigned)(x & 3) * 9;
    printf("%llx %llx %u %d %u\n", (unsigned long long)top, (unsigned long long)swapped,
           (unsigned)packed, sign, (unsigned)(x >> page_shift));
    return 0;
}
