// A counter in a fresh record is counted up from zero.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct meter {
    unsigned ticks;
    unsigned limit;
};

struct meter *__own _Nullable meter_new(unsigned limit)
{
    struct meter *m = malloc(sizeof *m);
    if (m == NULL)
        return NULL;
    m->limit = limit;
    m->ticks = 0;
    m->ticks++;
    return m;
}
