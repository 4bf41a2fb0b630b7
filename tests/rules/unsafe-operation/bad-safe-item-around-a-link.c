// An item is found from the link inside of it, by arithmetic.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct link {
    struct link *_Nullable next;
};

struct item {
    int weight;
    struct link link;
};

int weight_of(struct link *l)
{
    struct item *i = (struct item *)((char *)l - offsetof(struct item, link)); //~ unsafe-operation
    return i->weight;
}
