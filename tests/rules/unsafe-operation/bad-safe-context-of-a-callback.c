// A callback takes its context for a counter.
#include <corten.h>
#pragma corten safe

struct counter {
    unsigned calls;
};

void on_tick(void *context)
{
    struct counter *c = context; //~ unsafe-operation
    if (c->calls < 1000)
        c->calls++;
}
