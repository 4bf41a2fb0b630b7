// The next node is read before the one that leads to it is freed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct hop {
    struct hop *__own _Nullable next;
    unsigned address;
};

void route_free(struct hop *__own _Nullable first)
{
    struct hop *h = first;
    while (h != NULL) {
        struct hop *next = h->next;
        free(h);
        h = next;
    }
}
