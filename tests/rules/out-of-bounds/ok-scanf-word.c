// The width of %s leaves room for the null character that scanf adds.
// run: echo abcdefghijklmnopqrstuvwxyz | ./a.out
#include <stdio.h>

int main(void)
{
    char word[16];
    if (scanf("%15s", word) != 1)
        return 1;
    puts(word);
    return 0;
}
