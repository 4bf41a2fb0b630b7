// Once into a buffer on the stack, which is nobody's to free; once into memory of its own.
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static int print_into(const char *path)
{
    char buf[PATH_MAX];
    char *real = realpath(path, buf);
    if (real == NULL)
        return -1;
    puts(real);
    return buf[0] == '/';
}

static int print(const char *path)
{
    char *real = realpath(path, NULL);
    if (real == NULL)
        return -1;
    puts(real);
    free(real);
    return 0;
}

int main(void)
{
    return print_into("/") == 1 ? print("/") : 1;
}
