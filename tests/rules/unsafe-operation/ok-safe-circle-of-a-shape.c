// A shape that is the first member of a circle is reached from the circle.
#include <corten.h>
#pragma corten safe

struct shape {
    int x, y;
};

struct circle {
    struct shape at;
    int radius;
};

int right_edge(struct circle *c)
{
    struct shape *s = &c->at;
    return s->x + c->radius;
}
