// Five bits choose among sixteen digits.
// run: printf '\037' | ./a.out
#include <stdio.h>

int main(void)
{
    static const char digit[16] = { '0', '1', '2', '3', '4', '5', '6', '7',
                                    '8', '9', 'a', 'b', 'c', 'd', 'e', 'f' };
    int c = getchar();
    if (c == EOF)
        return 1;
    putchar(digit[c & 0x1f]); //~ out-of-bounds
    putchar('\n');
    return 0;
}
