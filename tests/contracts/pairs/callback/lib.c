// A library that calls what it is given: a parameter, a field, what it hands on to itself.
#include "list.h"

#include <stddef.h>

void list_each(struct item *first, item_fn *visit, void *context)
{
    for (struct item *i = first, *next; i != NULL; i = next) {
        next = i->next;
        visit(i, context);
    }
}

void list_each_named(struct item *first, item_fn *visit, void *context)
{
    if (first != NULL && first->name != NULL)
        list_each(first, visit, context);
}

int walk_run(const struct walk *w, struct item *first)
{
    if (first == NULL)
        return -1;
    w->enter(first, w->context);
    return 0;
}

void item_end(struct item *i, release_fn *release)
{
    i->name = NULL;
    release(i);
}
