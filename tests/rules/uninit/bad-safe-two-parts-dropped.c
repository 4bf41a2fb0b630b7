// The first of two parts is dropped twice.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct part {
    int *__own at;
    int kind;
};

struct whole {
    struct part front, back;
};

static void part_drop(struct part *__drops p)
{
    free(p->at);
}

void whole_drop(struct whole *__drops w)
{
    part_drop(&w->front);
    part_drop(&w->front); //~ uninit
    part_drop(&w->back);
}
