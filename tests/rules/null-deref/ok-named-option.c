// Which of the options it is, its name says: not every one needs a value.
#include <stdlib.h>
#include <string.h>

struct options { int depth; const char *file; };

static int set(struct options *o, const char *name, const char *value)
{
    if (!strcmp(name, "file")) {
        o->file = value;
        return 0;
    }
    if (!strcmp(name, "depth")) {
        o->depth = atoi(value);
        return 0;
    }
    return 1;
}

int set_both(struct options *o, const char *name, const char *value)
{
    return set(o, name, value) ? -1 : 0;
}

int no_file(struct options *o)
{
    return set(o, "file", NULL);
}

int no_file_either(struct options *o)
{
    return set_both(o, "file", NULL);
}
