// Half of a small number is zero, and divides.
// run: echo 1 | ./a.out
#include <stdio.h>

static unsigned half(unsigned n)
{
    return n / 2;
}

int main(void)
{
    unsigned n;
    if (scanf("%u", &n) != 1 || n == 0)
        return 1;
    printf("%u\n", 1000u / half(n)); //~ div-by-zero
    return 0;
}
