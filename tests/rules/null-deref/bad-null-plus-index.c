// The first item of a list without items is a null pointer.
#include <stdlib.h>

struct item { char *text; void *more; };
struct list { struct item *items; size_t count, room; };

static struct item *item_at(struct list *l, int i)
{
    return l->items + i;
}

void *first(void)
{
    struct list l = {NULL, 0, 0};
    return item_at(&l, 0)->more; //~ null-deref
}
