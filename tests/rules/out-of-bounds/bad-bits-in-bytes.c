// The number of bytes for n bits is rounded down.
// run: ./a.out 30
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    unsigned n = argc > 1 ? (unsigned)atoi(argv[1]) : 10;
    if (n < 10 || n > 1000)
        return 1;
    unsigned char *sieve = calloc(n / 8, 1);
    if (sieve == NULL)
        return 1;
    for (unsigned i = 2; i < n; i += 2)
        sieve[i / 8] |= (unsigned char)(1u << i % 8); //~ out-of-bounds
    printf("%02x\n", sieve[0]);
    free(sieve);
    return 0;
}
