// The last part of the path is no longer than the array.
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
    if (strlen(part) >= sizeof name)
        return 1;
    strcpy(name, part);
    puts(name);
    return 0;
}
