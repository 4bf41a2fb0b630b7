// The word of a bit is its number by 32.
#include <stdint.h>
#include <stdio.h>

#define BITS 128

static uint32_t set[BITS / 32];

static void set_add(unsigned bit)
{
    set[bit / 32] |= UINT32_C(1) << bit % 32;
}

int main(void)
{
    set_add(7);
    set_add(100);
    printf("%08x\n", (unsigned)set[0]);
    return 0;
}
