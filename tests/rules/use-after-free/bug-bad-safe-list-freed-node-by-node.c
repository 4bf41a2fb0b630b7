// The next node is read from one that was freed.
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
        free(h);
        h = h->next; //~ use-after-free
    }
}
