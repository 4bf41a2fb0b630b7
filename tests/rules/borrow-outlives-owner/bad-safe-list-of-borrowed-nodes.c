// A list links a node that was lent only for the call.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct timer {
    unsigned at;
    struct timer *_Nullable next;
};

struct wheel {
    struct timer *_Nullable first;
};

void wheel_add(struct wheel *w, struct timer *t)
{
    w->first = t; //~ borrow-outlives-owner
}
