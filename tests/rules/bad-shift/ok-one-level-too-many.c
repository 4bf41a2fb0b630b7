// The loop ends with the lowest level.
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
    for (int level = LEVELS - 1; level >= 0; level--)
        sum += index_at(at, level);
    printf("%lu\n", sum);
    return 0;
}
