// A parent is freed before the child that it leads to.
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
    free(r);
    return r->lamp->watts; //~ use-after-free
}
