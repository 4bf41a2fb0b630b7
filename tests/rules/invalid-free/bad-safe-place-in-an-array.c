// A place in the middle of a block is freed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int half(void)
{
    long *v = calloc(8, sizeof *v);
    if (v == NULL)
        return -1;
    long *middle = &v[4];
    free(middle); //~ invalid-free
    return 0;
}
