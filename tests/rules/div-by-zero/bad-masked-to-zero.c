// The lowest bits of a byte are a divisor, and may all be clear.
// run: printf '\020' | ./a.out
#include <stdio.h>

int main(void)
{
    int c = getchar();
    if (c == EOF)
        return 1;
    unsigned step = (unsigned)c & 0xf;
    printf("%u\n", 240u / step); //~ div-by-zero
    return 0;
}
