// The end of a list is looked for if it has a first node.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct cell {
    struct cell *__own _Nullable next;
    int v;
};

struct chain {
    struct cell *__own _Nullable first;
};

int last_of(const struct chain *c)
{
    const struct cell *at = c->first;
    if (at == NULL)
        return -1;
    while (at->next != NULL)
        at = at->next;
    return at->v;
}
