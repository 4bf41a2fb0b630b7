// The tree of tables has one level more than an address has bits for.
#include <stdio.h>

#define LEVELS 4
#define BITS 9

static unsigned long index_at(unsigned long address, int level)
{
    return address >> (12 + BITS * level) & 511;
}

int main(void)
{
    unsigned long at = 0x7f1234567000, sum = 0;
    for (int level = LEVELS + 1; level >= -2; level--)
        sum += index_at(at, level); //~ bad-shift
    printf("%lu\n", sum);
    return 0;
}
