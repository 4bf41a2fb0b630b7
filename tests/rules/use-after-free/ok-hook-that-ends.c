// The function that may be set is told of what ends; where none is, it is kept: nothing is released.
#include <stdlib.h>
#include <string.h>

struct pool {
    void (*ended)(struct pool *, void *);
    void *last;
};

static void keep(struct pool *p, void *memory)
{
    p->last = memory;
}

void pool_end(struct pool *p, void *memory)
{
    if (p->ended != NULL)
        p->ended(p, memory);
    else
        keep(p, memory);
}

size_t forget(struct pool *p, char *name)
{
    pool_end(p, name);
    return strlen(name);
}
