// Bits are looked at through a union, by memcpy and as bytes.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

union number {
    double d;
    uint64_t bits;
    uint32_t half[2];
    unsigned char byte[8];
};

struct address {
    union {
        uint8_t byte[16];
        uint16_t word[8];
        uint32_t quad[4];
    } u;
};

static uint32_t float_bits(float f)
{
    uint32_t u;
    memcpy(&u, &f, sizeof u);
    return u;
}

int main(void)
{
    union number n = { .d = 1.5 };
    unsigned sum = 0;
    for (int i = 0; i < 8; i++)
        sum += n.byte[i];
    n.bits |= UINT64_C(1) << 63;
    struct address a = { { { 0xfe, 0x80 } } };
    a.u.quad[3] = 1;
    const unsigned char *p = (const unsigned char *)&a;
    for (size_t i = 0; i < sizeof a; i++)
        sum += p[i] + a.u.word[i / 2];
    printf("%g %u %08x %u\n", n.d, (unsigned)n.half[0], (unsigned)float_bits(2), sum);
    return 0;
}
