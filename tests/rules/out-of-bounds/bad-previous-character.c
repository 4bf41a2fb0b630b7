// The character before the first one is looked at.
// run: printf 'a b' | ./a.out
#include <stdio.h>

int main(void)
{
    char text[64];
    int n = (int)fread(text, 1, sizeof text, stdin);
    int words = 0;
    for (int i = 0; i < n; i++)
        if (text[i] != ' ' && text[i - 1] == ' ') //~ out-of-bounds
            words++;
    printf("%d words\n", words);
    return 0;
}
