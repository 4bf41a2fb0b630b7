// What a list gives up is given to one that frees it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct cell {
    int v;
};

struct cells {
    struct cell *__own _Nullable one;
};

void cell_free(struct cell *__own c);
struct cell *__own _Nullable cells_first(struct cells *c);

void drop_first(struct cells *c)
{
    struct cell *one = cells_first(c);
    if (one != NULL)
        cell_free(one);
}
