// The words of a bit set have 32 bits, and are chosen as if they had 8.
#include <stdint.h>
#include <stdio.h>

#define BITS 128

static uint32_t set[BITS / 32];

static void set_add(unsigned bit)
{
    set[bit / 8] |= UINT32_C(1) << bit % 32;
}

int main(void)
{
    set_add(7);
    set_add(100); //~ out-of-bounds
    printf("%08x\n", (unsigned)set[0]);
    return 0;
}
