// A box is sealed after its content moved to another box.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct thing {
    int weight;
};

void ship(struct thing *__own t);

int pack(int weight)
{
    struct thing *t = malloc(sizeof *t);
    if (t == NULL)
        return -1;
    t->weight = weight;
    ship(t);
    int limit = t->weight > 10; //~ use-after-move
    return limit;
}
