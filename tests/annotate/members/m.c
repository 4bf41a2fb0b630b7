// annotate: --set=null,members
#include "m.h"
#include <assert.h>
#include <stdlib.h>

struct local {
    const int *at;
};

item *last(item *i)
{
    while (i->next)
        i = i->next;
    return i;
}

void cut(item *i)
{
    i->prev = NULL;
    i->parent = 0;
    i->a = NULL;
    i->in.inner = NULL;
    i->made = NULL;
    i->said = NULL;
}

int text(item *i)
{
    assert(i->must);
    if (i->text == NULL || !i->hook)
        return *i->must;
    i->hook(i);
    return i->text[0] + *i->set_once;
}

int count(const int *v)
{
    struct local l = {NULL};
    item z = {.zeroed = NULL};
    l.at = v;
    return *l.at + z.name[0];
}
