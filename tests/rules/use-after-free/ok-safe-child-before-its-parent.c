// A parent is freed after the child that it leads to.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct lamp {
    int watts;
};

struct room {
    struct lamp *lamp;
    int number;
};

int measure(struct lamp *l)
{
    struct room *r = malloc(sizeof *r);
    if (r == NULL)
        return -1;
    r->lamp = l;
    r->number = 4;
    int watts = r->lamp->watts;
    free(r);
    return watts;
}
