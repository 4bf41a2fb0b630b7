// A pointer from before a block was made larger is written through.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int extend(void)
{
    int *v = calloc(4, sizeof *v);
    if (v == NULL)
        return -1;
    int *third = &v[2];
    int *w = realloc(v, 8 * sizeof *w);
    if (w == NULL) {
        free(v);
        return -1;
    }
    *third = 3; //~ invalidated-borrow
    free(w);
    return 0;
}
