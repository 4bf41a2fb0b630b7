// What realloc leaves behind when it fails is lost: the callee that asks only warns.
#include <stdio.h>
#include <stdlib.h>

static void need(const void *p, int fatal)
{
    if (p)
        return;
    fputs("out of memory\n", stderr);
    if (fatal)
        exit(1);
}

char *line_of(size_t n)
{
    char *line = malloc(n);
    need(line, 1);
    line[0] = 0;
    line = realloc(line, n + 2); //~ leak
    need(line, 0);
    return line;
}
