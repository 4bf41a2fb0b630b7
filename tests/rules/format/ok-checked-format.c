// The user may give a format, if it has no more than one conversion, and that a %d.
#include <stdio.h>
#include <string.h>

static int is_fine(const char *format)
{
    const char *p = strchr(format, '%');
    return p && p[1] == 'd' && !strchr(p + 1, '%');
}

int main(int argc, char **argv)
{
    if (argc < 2 || !is_fine(argv[1]))
        return 1;
    printf(argv[1], 42);
    return 0;
}
