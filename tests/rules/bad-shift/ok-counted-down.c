// Loops whose shift counts stay within the width.
#include <stdint.h>
#include <stdio.h>

static uint64_t get64(const unsigned char *p)
{
    uint64_t v = 0;
    for (int shift = 56; shift >= 0; shift -= 8)
        v |= (uint64_t)*p++ << shift;
    return v;
}

static int leading(uint32_t x)
{
    int n = 0;
    for (uint32_t bit = UINT32_C(1) << 31; bit != 0 && !(x & bit); bit >>= 1)
        n++;
    return n;
}

static int varint(const unsigned char *p, uint64_t *out)
{
    *out = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        *out |= (uint64_t)(*p & 0x7f) << shift;
        if (!(*p++ & 0x80))
            return 0;
    }
    return -1;
}

int main(void)
{
    static const unsigned char b[12] = { 1, 2, 3, 4, 5, 6, 7, 8 };
    uint64_t v;
    if (varint(b, &v) != 0)
        return 1;
    v += get64(b);
    for (unsigned i = 0; i < 64; i++)
        if (v >> i & 1)
            printf("%u ", i);
    printf("%d\n", leading((uint32_t)v | 1));
    return 0;
}
