// The size of a block comes from the command line and is a divisor.
// run: ./a.out 0
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    unsigned long file = 100000, block = 512;
    if (argc > 1)
        block = strtoul(argv[1], NULL, 0);
    unsigned long blocks = (file + block - 1) / block; //~ div-by-zero
    printf("%lu blocks\n", blocks);
    return 0;
}
