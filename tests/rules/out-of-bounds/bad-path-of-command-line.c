// The path on the command line is as long as the user likes; the array is not.
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static int check(int argc, char **argv)
{
    char copy[PATH_MAX + 1];
    const char *path;
    if (argc == 2) {
        path = argv[1];
    } else if (argc == 3 && !strcmp(argv[1], "--fix")) {
        path = argv[2];
    } else {
        printf("usage: %s [--fix] FILE\n", argv[0]);
        return 2;
    }
    memcpy(copy, path, strlen(path) + 1);
    puts(dirname(copy));
    return 0;
}

int main(int argc, char **argv)
{
    return check(argc, argv); //~ out-of-bounds
}
