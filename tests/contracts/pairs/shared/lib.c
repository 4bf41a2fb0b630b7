#include <stdlib.h>
struct obj { int refs; char *name; };

struct obj *obj_new(void)
{
    struct obj *o = calloc(1, sizeof *o);
    if (o)
        o->refs = 1;
    return o;
}

void obj_get(struct obj *o)
{
    o->refs++;
}

void obj_put(struct obj *o)
{
    if (--o->refs == 0) {
        free(o->name);
        free(o);
    }
}
