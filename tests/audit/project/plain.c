#include "ring.h"

#include <stdlib.h>

int frob(int n);

__attribute__((nonnull)) static int twice(const int *n)
{
    return 2 * *n;
}

static int leaks(void)
{
    char *p = malloc(8);
    if (!p)
        return 1;
    p[0] = 0;
    return p[0];
}

int main(void)
{
    int n = 3;
    struct ring r = {0};
    if (!ring_is_empty(&r))
        n++;
    return twice(&n) + leaks() + frob(1) + frob(2);
}
