// Small types are promoted: what is shifted has 32 bits.
// run: printf '\001\002' | ./a.out
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    uint8_t b[2];
    if (fread(b, 1, sizeof b, stdin) != sizeof b)
        return 1;
    unsigned v = (unsigned)b[0] << 8 | b[1];
    v |= (unsigned)b[0] << 16;
    v |= (unsigned)b[1] << 24;
    uint16_t low = (uint16_t)(b[0] << 8 | b[1]);
    uint8_t one = 1;
    int wide = one << 20;
    uint8_t high = (uint8_t)(b[1] >> 9);
    printf("%08x %04x %d %d\n", v, low, wide, high);
    return 0;
}
