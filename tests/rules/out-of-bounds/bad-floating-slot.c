// A floating number from outside becomes an index: its sum and its conversion keep it from outside.
#include <stdio.h>

int main(void)
{
    int slots[8] = {0};
    double x;
    if (scanf("%lf", &x) != 1)
        return 1;
    x += 0.5;
    int i = (int)x;
    if (i < 8)
        slots[i]++; //~ out-of-bounds
    return slots[0];
}
