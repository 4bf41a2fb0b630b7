// What malloc returned, null or not, is never the address of a local.
#include <stdlib.h>

int f(void)
{
    int x = 0;
    int *p = malloc(sizeof *p);
    int *q = &x;
    if (p != &x)
        free(p);
    else
        free(q);
    return x;
}
