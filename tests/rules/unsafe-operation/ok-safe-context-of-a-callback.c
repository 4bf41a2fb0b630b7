// A callback that is given a counter says so.
#include <corten.h>
#pragma corten safe

struct counter {
    unsigned calls;
};

void on_tick(struct counter *context)
{
    struct counter *c = context;
    if (c->calls < 1000)
        c->calls++;
}
