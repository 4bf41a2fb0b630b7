// An item is found from its own pointer in the link inside of it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct link {
    struct link *_Nullable next;
    struct item *owner;
};

struct item {
    int weight;
    struct link link;
};

int weight_of(struct link *l)
{
    struct item *i = l->owner;
    return i->weight;
}
