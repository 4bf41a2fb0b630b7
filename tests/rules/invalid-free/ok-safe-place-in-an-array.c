// The block is freed at its first place.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int half(void)
{
    long *v = calloc(8, sizeof *v);
    if (v == NULL)
        return -1;
    long *start = &v[0];
    free(start);
    return 0;
}
