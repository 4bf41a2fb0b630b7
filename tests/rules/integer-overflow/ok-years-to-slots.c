// The year is compared before it is computed with.
// run: ./a.out 178956971
#include <stdio.h>
#include <stdlib.h>

static int slot[1200];

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    int years = atoi(argv[1]);
    if (years < 0 || years >= 100)
        return 1;
    int at = years * 12;
    slot[at]++;
    printf("%d\n", slot[at]);
    return 0;
}
