// The same, right.
#include <stdio.h>

void show(double share, int parts, long double precise)
{
    printf("%d parts\n", parts);
    printf("%5.1f%%\n", share);
    printf("%g\n", share);
    printf("%Lg\n", precise);
}
