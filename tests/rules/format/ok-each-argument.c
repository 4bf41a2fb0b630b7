// The same, right.
#include <stdio.h>

static void echo(char **words)
{
    for (; *words; words++) {
        printf("%s", *words);
        putchar(' ');
    }
}

int main(int argc, char **argv)
{
    if (argc > 1)
        echo(argv + 1);
    putchar('\n');
    return 0;
}
