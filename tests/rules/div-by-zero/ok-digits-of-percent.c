// Half of a number, but one at least.
// run: echo 1 | ./a.out
#include <stdio.h>

static unsigned half(unsigned n)
{
    return n > 1 ? n / 2 : 1;
}

int main(void)
{
    unsigned n;
    if (scanf("%u", &n) != 1 || n == 0)
        return 1;
    printf("%u\n", 1000u / half(n));
    return 0;
}
