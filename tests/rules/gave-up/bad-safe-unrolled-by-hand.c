// A function with more ways than its budget allows is not proved.
#include <corten.h>
#pragma corten safe

#define STEP(k) if (v & (1u << (k))) { a = b ^ c; b += a * (k); } else { c -= b; a += c; }
#define FOUR(k) STEP(k) STEP(k + 1) STEP(k + 2) STEP(k + 3)
#define ALL FOUR(0) FOUR(4) FOUR(8) FOUR(12) FOUR(16) FOUR(20) FOUR(24) FOUR(28)
#define TIMES(x) x x x x x x x x x x x x x x x x

unsigned mix(unsigned v, unsigned a, unsigned b) //~ gave-up
{
    unsigned c = 0;
    TIMES(TIMES(ALL))
    return a + b + c;
}
