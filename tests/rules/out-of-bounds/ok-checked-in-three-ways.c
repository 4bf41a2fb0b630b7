// Three forms of the command line; the path is asked for its length in all of them.
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long stamp;
static char *first, *second, *third, *fourth;
extern int kind_of(const char *path), is_valid(const char *path);
extern char *part_of(const char *path, int part);

static void look_at(const char *path, int fix)
{
    if (is_valid(path))
        first = fix ? part_of(path, 1) : NULL;
    if (kind_of(path) == 3)
        second = first;
    if (kind_of(path) == 4)
        third = NULL;
    if (fix && kind_of(path) == 5)
        fourth = part_of(path, 2);
}

static void check(int argc, char **argv)
{
    char copy[PATH_MAX + 1];
    const char *path;
    int fix = 0;
    if (argc == 2) {
        path = argv[1];
    } else if (argc == 3 && !strcmp(argv[1], "--fix")) {
        path = argv[2];
        fix = 1;
    } else if (argc == 4 && !strcmp(argv[1], "--until")) {
        stamp = atol(argv[2]);
        path = argv[3];
    } else {
        printf("usage: %s [--fix | --until TIME] FILE\n", argv[0]);
        exit(2);
    }
    if (strlen(path) > PATH_MAX)
        exit(1);
    memcpy(copy, path, strlen(path) + 1);
    look_at(dirname(copy), fix);
    look_at(path, fix);
    exit(0);
}

int main(int argc, char **argv)
{
    check(argc, argv);
}
