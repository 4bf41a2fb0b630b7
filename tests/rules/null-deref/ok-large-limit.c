// Sizes above the largest signed number are large, and the pointer leads somewhere for all of them.
#include <stdint.h>

int deref(int k)
{
    unsigned long n = k & 255;
    int *p = 0;
    if (n <= SIZE_MAX - 64)
        p = &k;
    if (p)
        return *p;
    return 0;
}
