// A floating number for an integer, and the other way round.
#include <stdio.h>

void show(double share, int parts, long double precise)
{
    printf("%d parts\n", share); //~ format
    printf("%5.1f%%\n", parts); //~ format
    printf("%Lg\n", share); //~ format
    printf("%g\n", precise); //~ format
}
