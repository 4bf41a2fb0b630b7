// A number of records below one is refused.
// run: ./a.out -1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    static char table[64][8];
    if (argc < 2)
        return 1;
    int n = atoi(argv[1]);
    if (n < 1 || n > 64)
        return 1;
    memset(table, ' ', (size_t)n * sizeof table[0]);
    printf("[%.8s]\n", table[0]);
    return 0;
}
