// A timer keeps the context of its callback, as its declaration says.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct clock {
    int ticks;
};

struct alarm {
    void (*_Nullable ring)(struct clock *c);
    struct clock *_Nullable context;
};

void alarm_set(struct alarm *a, void (*ring)(struct clock *c),
               struct clock *__captured_by(a) context)
{
    a->ring = ring;
    a->context = context;
}
