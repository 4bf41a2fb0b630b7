// A list without room has no items; a place in it is no null pointer.
#include <stdlib.h>

struct item { char *text; void *more; };
struct list { struct item *items; size_t count, room; };

static int place_of(const struct list *l, const char *text)
{
    int low = -1, high = (int)l->count;
    while (low + 1 < high) {
        int middle = low + (high - low) / 2;
        if (l->items[middle].text < text)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static struct item *item_at(struct list *l, int i)
{
    return l->items + i;
}

void *find(struct list *all, const char *text)
{
    struct list l = {NULL, 0, 0};
    if (all->room)
        l = *all;
    return item_at(&l, place_of(&l, text) + (int)all->count)->more;
}
