// What realpath returns is the array that it was given.
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static int print(const char *path)
{
    char buf[PATH_MAX];
    char *real = realpath(path, buf);
    if (real == NULL)
        return -1;
    puts(real);
    free(real); //~ invalid-free
    return 0;
}

int main(void)
{
    return print("/nonexistent") == -1 ? 0 : 1;
}
