// The old block is lost when it cannot be made larger.
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
        v = realloc(v, n * sizeof *v); //~ leak
        if (v == NULL)
            return -1;
    }
    int r = v[3];
    free(v);
    return r;
}
