// The size of the block is given as the size of an element, with a count of two.
// run: printf '%0128d' 1 | ./a.out
#include <stdio.h>

int main(void)
{
    unsigned short pair[2];
    size_t n = fread(pair, sizeof pair, 2, stdin); //~ out-of-bounds
    if (n != 2)
        return 1;
    printf("%u %u\n", pair[0], pair[1]);
    return 0;
}
