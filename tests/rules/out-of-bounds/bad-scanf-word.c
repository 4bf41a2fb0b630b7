// The width of %s leaves no room for the null character that scanf adds.
// run: echo abcdefghijklmnopqrstuvwxyz | ./a.out
#include <stdio.h>

int main(void)
{
    char word[16];
    if (scanf("%16s", word) != 1) //~ out-of-bounds
        return 1;
    puts(word);
    return 0;
}
