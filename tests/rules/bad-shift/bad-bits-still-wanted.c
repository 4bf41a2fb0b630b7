// Bits are put together of bytes, and more are dropped than there are.
// run: printf '\001' | ./a.out
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    uint32_t bits = 0;
    int have = 0, c;
    while (have < 12 && (c = getchar()) != EOF) {
        bits = bits << 8 | (uint32_t)c;
        have += 8;
    }
    uint32_t code = bits >> (have - 12) & 0xfff; //~ bad-shift
    printf("%03x\n", (unsigned)code);
    return 0;
}
