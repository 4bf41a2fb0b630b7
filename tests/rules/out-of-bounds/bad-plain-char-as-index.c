// A plain char is an index, and negative for most of what is not ASCII.
// run: ./a.out caf$'\351'
#include <stdio.h>

static int frequency[256];

static void count_text(const char *s)
{
    for (; *s != '\0'; s++)
        frequency[(int)*s]++;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    count_text(argv[1]); //~ out-of-bounds
    printf("%d\n", frequency['a']);
    return 0;
}
