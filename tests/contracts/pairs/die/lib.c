#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void die(const char *why)
{
    fputs(why, stderr);
    exit(1);
}

void *must_alloc(size_t n)
{
    void *p = malloc(n);
    if (!p)
        die("no memory");
    return p;
}

void check_or_die(int ok)
{
    if (!ok)
        die("bad");
}
