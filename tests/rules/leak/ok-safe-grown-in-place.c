// The old block is kept when it cannot be made larger.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int squares(size_t n)
{
    int *v = calloc(8, sizeof *v);
    if (v == NULL)
        return -1;
    v[3] = 9;
    if (n > 8 && n < 1000) {
        int *more = realloc(v, n * sizeof *v);
        if (more != NULL)
            v = more;
    }
    int r = v[3];
    free(v);
    return r;
}
