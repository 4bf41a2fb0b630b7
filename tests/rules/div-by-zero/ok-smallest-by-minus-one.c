// Minus one negates, with a check.
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
    if (a == INT_MIN && b == -1)
        return 1;
    printf("%d\n", a / b);
    return 0;
}
