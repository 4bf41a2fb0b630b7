// Shift counts from outside that were tested, masked, reduced or replaced.
// run: ./a.out 77
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BIT(n) (1u << ((n) & 31))
#define WORD_BITS (8 * sizeof(unsigned long))

static uint32_t rotl(uint32_t x, int n)
{
    return (x << (n & 31)) | (x >> ((32 - n) & 31));
}

static uint32_t rotl_other(uint32_t x, unsigned n)
{
    n %= 32;
    return n == 0 ? x : x << n | x >> (32 - n);
}

static unsigned low_bits(unsigned n)
{
    if (n == 0)
        return 0;
    if (n >= 32)
        return ~0u;
    return ~0u >> (32 - n);
}

int main(int argc, char **argv)
{
    static unsigned long set[4];
    unsigned n = argc > 1 ? (unsigned)atoi(argv[1]) : 5;
    unsigned v = BIT(n) ^ rotl(1, (int)(n & 0xff)) ^ rotl_other(2, n) ^ low_bits(n);
    if (n < sizeof v * 8)
        v ^= 1u << n;
    v ^= n > 63 ? 0 : (unsigned)(UINT64_C(1) << n >> 32);
    if (n < 4 * WORD_BITS)
        set[n / WORD_BITS] |= 1ul << n % WORD_BITS;
    switch (n) {
    case 8:
    case 16: v <<= n; break;
    }
    printf("%u %lx\n", v, set[0]);
    return 0;
}
