// Division of floating-point numbers by zero has a result, and sizes of types are not zero.
#include <math.h>
#include <stdio.h>

static double mean(const double *v, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += v[i];
    return sum / (double)n;
}

int main(void)
{
    static const double v[3] = { 1, 2, 3 };
    double nothing = mean(v, (int)(sizeof v / sizeof v[0]));
    volatile double zero = 0;
    printf("%g %d\n", nothing, isnan(zero) != 0);
    return 0;
}
