// An item that the pool takes only if it has room is freed when the pool is full.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct item {
    int weight;
};

struct pool {
    struct item *__own _Nullable slot;
};

int pool_add(struct pool *p, struct item *__own __when(return == 0) i);

int put_aside(struct pool *p, int weight)
{
    struct item *i = malloc(sizeof *i);
    if (i == NULL)
        return -1;
    i->weight = weight;
    if (pool_add(p, i) != 0) {
        free(i);
        return -1;
    }
    return 0;
}
