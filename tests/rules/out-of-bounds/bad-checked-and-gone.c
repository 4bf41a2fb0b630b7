// The check never comes back, so what it needs of the command line is all that is known of it.
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check(int argc, char **argv)
{
    char copy[PATH_MAX + 1];
    const char *path;
    if (argc == 2) {
        path = argv[1];
    } else if (argc == 3 && !strcmp(argv[1], "--fix")) {
        path = argv[2];
    } else {
        printf("usage: %s [--fix] FILE\n", argv[0]);
        exit(2);
    }
    memcpy(copy, path, strlen(path) + 1);
    puts(dirname(copy));
    exit(0);
}

int main(int argc, char **argv)
{
    check(argc, argv); //~ out-of-bounds
}
