// A function for vectors of four gets one of three.
#include <stdio.h>

static float length_squared(const float v[4])
{
    float sum = 0;
    for (int i = 0; i < 4; i++)
        sum += v[i] * v[i];
    return sum;
}

int main(void)
{
    float position[3] = { 1, 2, 3 };
    printf("%g\n", length_squared(position)); //~ out-of-bounds
    return 0;
}
