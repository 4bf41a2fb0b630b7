// The first node of a list is read before the list is cleared.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct node {
    struct node *__own _Nullable next;
    int value;
};

struct list {
    struct node *__own _Nullable first;
};

void list_clear(struct list *l);

int take_first(struct list *l)
{
    const struct node *n = l->first;
    if (n == NULL)
        return -1;
    int value = n->value;
    list_clear(l);
    return value;
}
