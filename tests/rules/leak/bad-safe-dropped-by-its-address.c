// An object is dropped or not, as its address falls; a number made of it is no other owner.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct point {
    int x, y;
};

struct pool {
    struct point *__own __counted_by(room) slot;
    size_t used, room;
} __invariant(used <= room);

static int pool_init(struct pool *__inits __when(return == 0) p, size_t room)
{
    struct point *at = calloc(room, sizeof *at);
    if (at == NULL)
        return -1;
    p->slot = at;
    p->used = 0;
    p->room = room;
    return 0;
}

static void pool_drop(struct pool *__drops p)
{
    free(p->slot);
}

long odd(const char *name, const unsigned char *__counted_by(n) v, size_t n)
{
    long sum = 0;
    struct pool p;
    if (pool_init(&p, 4) != 0)
        return -1;
    for (size_t i = 0; i + 1 < n; i++)
        sum += v[i + 1] - v[i];
    if (p.used > 0)
        sum += p.slot[0].x;
    if ((size_t)&p & 16)
        pool_drop(&p);
    return sum + name[0]; //~ leak
}
