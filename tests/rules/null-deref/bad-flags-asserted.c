// A fourth flag is let through, and gives no table.
#include <stdlib.h>

enum { MASTER = 1, COPY = 2, GUARD = 4, DOWN = 8 };

struct table {
    int used;
};

struct instance {
    struct table *copies, *guards;
};

extern struct table *masters;

int used(int flags, const struct instance *master)
{
    struct table *t = NULL;
    if (!(flags & (MASTER | COPY | GUARD | DOWN)))
        abort();
    if (flags & MASTER)
        t = masters;
    else if (flags & COPY)
        t = master->copies;
    else if (flags & GUARD)
        t = master->guards;
    return t->used; //~ null-deref
}

int used_of_low(unsigned state)
{
    struct table *t = NULL;
    unsigned low = state % 16;
    if (!(low & DOWN))
        t = masters;
    return t->used; //~ null-deref
}
