// One is added to the lowest bits.
// run: printf '\020' | ./a.out
#include <stdio.h>

int main(void)
{
    int c = getchar();
    if (c == EOF)
        return 1;
    unsigned step = ((unsigned)c & 0xf) + 1;
    printf("%u\n", 240u / step);
    return 0;
}
