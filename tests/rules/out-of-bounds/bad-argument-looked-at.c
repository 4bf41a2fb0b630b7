// Nobody has asked how long the argument is.
#include <stdio.h>
#include <string.h>

static void show(const char *s)
{
    for (int i = 0; s[i]; i++)
        putchar(s[i]);
}

int main(int argc, char **argv)
{
    char b[32];
    if (argc < 3)
        return 1;
    if (strcmp(argv[1], "-h") == 0)
        return 0;
    strcpy(b, argv[1]); //~ out-of-bounds
    puts(b);
    show(argv[2]);
    strcpy(b, argv[2]); //~ out-of-bounds
    puts(b);
    return 0;
}
