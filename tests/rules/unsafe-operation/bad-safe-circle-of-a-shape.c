// A shape is taken for a circle.
#include <corten.h>
#pragma corten safe

struct shape {
    int x, y;
};

struct circle {
    struct shape at;
    int radius;
};

int right_edge(struct shape *s)
{
    struct circle *c = (struct circle *)s; //~ unsafe-operation
    return s->x + c->radius;
}
