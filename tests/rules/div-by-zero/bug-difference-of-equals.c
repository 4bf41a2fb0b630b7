// The range that a value is scaled by is empty when both ends are the same.
// run: ./a.out 5 5
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    if (argc < 3)
        return 1;
    int low = (int)strtol(argv[1], NULL, 10) % 1000, high = (int)strtol(argv[2], NULL, 10) % 1000;
    if (high < low)
        return 1;
    int range = high - low;
    printf("%d\n", 50 * 100 / range); //~ div-by-zero
    return 0;
}
