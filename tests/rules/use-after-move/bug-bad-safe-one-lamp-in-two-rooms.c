// A lamp is hung up in two rooms.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct lamp {
    int watts;
};

struct room {
    struct lamp *__own _Nullable lamp;
};

struct lamp *__own lamp_new(int watts);

void furnish(struct room *a, struct room *b)
{
    struct lamp *l = lamp_new(40);
    free(a->lamp);
    a->lamp = l;
    free(b->lamp);
    b->lamp = l; //~ use-after-move
}
