// The number of steps is computed with a step that is not looked at.
#include <corten.h>
#pragma corten safe

struct range {
    unsigned from, to, step;
};

unsigned range_steps(const struct range *r)
{
    if (r->from >= r->to)
        return 0;
    return (r->to - r->from) / r->step; //~ div-by-zero
}
