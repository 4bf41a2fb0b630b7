// As bad-floating-slot.c, but asked as a floating number; and whole numbers asked as floating ones.
#include <stdio.h>

static int inside(double x, double limit)
{
    return x >= 0 && x < limit;
}

int main(void)
{
    int slots[8] = {0}, n;
    double x, y;
    if (scanf("%lf %lf %d", &x, &y, &n) != 3)
        return 1;
    if (x >= 0 && x < 8)
        slots[(int)x]++;
    if (inside(y, 8))
        slots[(int)(y * 0.5)]++;
    double whole = n;
    if (whole > -0.5 && whole < 7.5)
        slots[n]++;
    if (x != x)
        slots[9 - (int)sizeof slots / 4]++;
    return slots[0];
}
