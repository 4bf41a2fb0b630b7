// A reader of bits never holds more of them than its word has.
// run: printf 'bits and more bits' | ./a.out
#include <stdint.h>
#include <stdio.h>

struct bits {
    uint32_t word;
    unsigned have;
};

static int bits_get(struct bits *b, unsigned n)
{
    while (b->have < n) {
        int c = getchar();
        if (c == EOF)
            return -1;
        b->word |= (uint32_t)c << b->have;
        b->have += 8;
    }
    int v = (int)(b->word & ((UINT32_C(1) << n) - 1));
    b->word >>= n;
    b->have -= n;
    return v;
}

int main(void)
{
    struct bits b = { 0, 0 };
    int v, sum = 0;
    while ((v = bits_get(&b, 5)) >= 0) {
        sum += v;
        if ((v = bits_get(&b, (unsigned)v % 8 + 1)) < 0)
            break;
        sum += v;
    }
    printf("%d\n", sum);
    return 0;
}
