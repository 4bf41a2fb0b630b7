// Functions of the program's own have looked through the argument before it is copied.
#include <ctype.h>
#include <stdio.h>
#include <string.h>

int is_valid(const char *s);

static size_t length(const char *s)
{
    size_t n = 0;
    while (s[n])
        n++;
    return n;
}

static int is_name(const char *s)
{
    int i;
    for (i = 0; s[i]; i++)
        if (i > 30 || !isalnum((unsigned char)s[i]))
            return 0;
    return i > 0;
}

int main(int argc, char **argv)
{
    char b[32] = "";
    if (argc < 4)
        return 1;
    if (is_valid(argv[1]))
        strcpy(b, argv[1]);
    puts(b);
    if (length(argv[2]) < sizeof b)
        strcpy(b, argv[2]);
    puts(b);
    if (is_name(argv[3]))
        strcpy(b, argv[3]);
    puts(b);
    return 0;
}
