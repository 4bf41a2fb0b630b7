// The last part of the path is asked for being empty, not for its length.
#include <stdio.h>
#include <string.h>

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

int main(int argc, char **argv)
{
    char name[64];
    if (argc < 2)
        return 1;
    const char *part = last_part(argv[1]);
    if (!*part)
        return 1;
    strcpy(name, part); //~ out-of-bounds
    puts(name);
    return 0;
}
