// The words of the command line, printed by a function that goes through all of them.
#include <stdio.h>

static void echo(char **words)
{
    for (; *words; words++) {
        printf(*words); //~ format
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
