// Euclid's algorithm stops when the remainder is zero.
#include <stdio.h>

static unsigned gcd(unsigned a, unsigned b)
{
    unsigned r;
    do {
        r = a % b;
        a = b;
        b = r;
    } while (b != 0);
    return a;
}

int main(void)
{
    printf("%u\n", gcd(12, 18));
    return 0;
}
