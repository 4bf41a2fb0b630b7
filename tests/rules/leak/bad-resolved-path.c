// realpath has allocated its result, as it was given no buffer.
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static int print(const char *path)
{
    char *real = realpath(path, NULL);
    if (real == NULL)
        return -1;
    puts(real);
    return 0; //~ leak
}

int main(void)
{
    return print("/");
}
