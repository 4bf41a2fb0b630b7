// Every one of the options needs a value.
#include <stdlib.h>
#include <string.h>

struct options { int depth, width; };

static int set(struct options *o, const char *name, const char *value)
{
    int n = atoi(value);
    if (!strcmp(name, "width")) {
        o->width = n;
        return 0;
    }
    if (!strcmp(name, "depth")) {
        o->depth = n;
        return 0;
    }
    return 1;
}

int no_width(struct options *o)
{
    return set(o, "width", NULL); //~ null-deref
}
