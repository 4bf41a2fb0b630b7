// An even number that is 3 or more is 4 or more.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int limit = argc > 1 ? atoi(argv[1]) : 0;
    if (limit < 3)
        return 0;
    if (!(limit & 1))
        limit--;
    size_t size = (limit - 1) / 2;
    char *sieve = malloc(size);
    if (!sieve)
        return 1;
    sieve[0] = 1;
    printf("%d\n", sieve[0]);
    free(sieve);
    return 0;
}
