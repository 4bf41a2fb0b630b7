// Euclid's algorithm goes on until the remainder is zero, and then once more.
#include <stdio.h>

static unsigned gcd(unsigned a, unsigned b)
{
    unsigned r;
    do {
        r = a % b;
        a = b;
        b = r;
    } while (a != 0);
    return b;
}

int main(void)
{
    printf("%u\n", gcd(12, 18)); //~ div-by-zero
    return 0;
}
