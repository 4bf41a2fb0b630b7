// The folder's name, which getcwd has allocated, is never freed.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static size_t depth(void)
{
    char *dir = getcwd(NULL, 0);
    if (dir == NULL)
        return 0;
    size_t n = 0;
    for (const char *p = dir; *p; p++)
        n += *p == '/';
    return n; //~ leak
}

int main(void)
{
    printf("%d\n", depth() > 0);
    return 0;
}
