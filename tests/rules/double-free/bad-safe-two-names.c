// A block is freed under both of its names.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

long first(size_t n)
{
    long *v = calloc(n, sizeof *v);
    if (v == NULL)
        return -1;
    long *at = v;
    free(at);
    free(v); //~ double-free
    return 0;
}
