// No number is larger than the largest one.
#include <stdint.h>

int deref(int k)
{
    unsigned long n = k & 255;
    int *p = 0;
    if (n > SIZE_MAX - 64)
        return *p;
    return 0;
}
