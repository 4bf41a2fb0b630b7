// A hash is made of the characters of a text, and begins with whatever was there.
#include <stdio.h>

static unsigned hash(const char *s)
{
    unsigned h;
    while (*s != '\0')
        h = h * 31 + (unsigned char)*s++; //~ uninit
    return h;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        printf("%08x %s\n", hash(argv[i]), argv[i]);
    return 0;
}
