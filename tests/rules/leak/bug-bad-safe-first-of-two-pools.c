// The first of two objects is not dropped on one of the ways to the end, where many meet.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct pool {
    int *__own __counted_by(room) slot;
    size_t used, room;
} __invariant(used <= room);

int pool_init(struct pool *__inits __when(return == 0) p);
void pool_drop(struct pool *__drops p);

long copies(int how, size_t wanted)
{
    int *list = NULL;
    int rc = 0;
    struct pool first;
    if (pool_init(&first) != 0) {
        goto end;
    }
    size_t n = wanted % 9 + 1;
    list = calloc(n, sizeof *list);
    if (!list) {
        goto end;
    }
    size_t left = n;
    while (left > 0) {
        left--;
    }
    struct pool second;
    if (pool_init(&second) != 0) {
        pool_drop(&first);
        rc = -1;
        goto end;
    }
    pool_drop(&second);
    pool_drop(&first);
end:
    free(list);
    return rc; //~ leak
}
