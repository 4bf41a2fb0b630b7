// The logarithm of an alignment of zero is minus one.
#include <stdio.h>

static int log2_of(unsigned n)
{
    int log = -1;
    while (n != 0) {
        n >>= 1;
        log++;
    }
    return log;
}

static unsigned blocks(unsigned bytes, unsigned align)
{
    return bytes >> log2_of(align);
}

int main(void)
{
    printf("%u\n", blocks(1024, 16));
    printf("%u\n", blocks(1024, 0)); //~ bad-shift
    return 0;
}
