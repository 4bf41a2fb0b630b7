// The smallest number divided by minus one does not fit.
// run: ./a.out -2147483648 -1
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    if (argc < 3)
        return 1;
    int a = atoi(argv[1]), b = atoi(argv[2]);
    if (b == 0)
        return 1;
    printf("%d\n", a / b); //~ div-by-zero
    return 0;
}
