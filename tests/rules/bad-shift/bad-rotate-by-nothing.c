// A rotation by zero shifts the other way by the whole width.
// run: echo 0 | ./a.out
#include <stdint.h>
#include <stdio.h>

static uint32_t rotate(uint32_t x, unsigned n)
{
    return x << n | x >> (32 - n);
}

int main(void)
{
    unsigned n;
    if (scanf("%u", &n) != 1 || n > 31)
        return 1;
    printf("%08x\n", (unsigned)rotate(0x12345678, n)); //~ bad-shift
    return 0;
}
