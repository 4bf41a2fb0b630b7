// A size of a block below one is refused.
// run: ./a.out 0
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    unsigned long file = 100000, block = 512;
    if (argc > 1)
        block = strtoul(argv[1], NULL, 0);
    if (block == 0) {
        fputs("no such size\n", stderr);
        return 1;
    }
    unsigned long blocks = (file + block - 1) / block;
    printf("%lu blocks\n", blocks);
    return 0;
}
