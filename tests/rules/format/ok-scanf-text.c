// The same, right.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char word[16], set[8], c;
    unsigned char raw[4];
    char *made = NULL;
    if (scanf("%15s %7[^]abc] %c %*d %4c %%", word, set, &c, raw) != 4)
        return 1;
    if (scanf("%ms", &made) != 1)
        return 1;
    puts(made);
    free(made);
    return 0;
}
