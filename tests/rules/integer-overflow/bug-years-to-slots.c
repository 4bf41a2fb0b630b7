// A year from the user is turned into a slot by arithmetic that overflows before the check.
// run: ./a.out 178956971
#include <stdio.h>
#include <stdlib.h>

static int slot[1200];

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    int years = atoi(argv[1]);
    int at = years * 12; //~ integer-overflow
    if (at < 0 || at >= 1200)
        return 1;
    slot[at]++;
    printf("%d\n", slot[at]);
    return 0;
}
