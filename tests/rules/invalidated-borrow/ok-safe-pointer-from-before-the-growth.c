// A pointer into a block is taken after the block was made larger.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int extend(void)
{
    int *v = calloc(4, sizeof *v);
    if (v == NULL)
        return -1;
    int *w = realloc(v, 8 * sizeof *w);
    if (w == NULL) {
        free(v);
        return -1;
    }
    int *third = &w[2];
    *third = 3;
    free(w);
    return 0;
}
