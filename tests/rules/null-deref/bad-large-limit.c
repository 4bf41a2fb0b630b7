// Sizes above the largest signed number are large, not negative.
#include <stdint.h>

int deref(int k)
{
    unsigned long n = k & 255;
    int *p = 0;
    if (n <= SIZE_MAX - 64)
        return *p; //~ null-deref
    return 0;
}
