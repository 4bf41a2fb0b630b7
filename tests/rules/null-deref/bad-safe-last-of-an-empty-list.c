// The end of a list that may be empty is looked for from its first node.
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
    while (at->next != NULL) //~ null-deref
        at = at->next;
    return at->v;
}
