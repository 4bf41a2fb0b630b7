// The same steps in a function of their own are proved once.
#include <corten.h>
#pragma corten safe

static unsigned step(unsigned v, unsigned k, unsigned a)
{
    return v & (1u << (k & 31)) ? a * k : a + v;
}

unsigned mix(unsigned v, unsigned a, unsigned b)
{
    for (unsigned k = 0; k < 32; k++)
        a ^= step(v, k, b);
    return a + b;
}
