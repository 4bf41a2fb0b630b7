// A function that gives its result away returns a copy.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct point {
    int x, y;
};

struct point *__own _Nullable point_copy(struct point *p)
{
    struct point *copy = malloc(sizeof *copy);
    if (copy != NULL)
        *copy = *p;
    return copy;
}
