#include "api.h"
#include <stdlib.h>

struct thing *thing_new(void)
{
    return calloc(1, sizeof(struct thing));
}

const char *thing_name(const struct thing *const t)
{
    return t ? t->name : NULL;
}

void thing_free(struct thing *t)
{
    free(t);
}

struct thing *thing_copy(struct thing *t)
{
    struct thing *c = t ? malloc(sizeof *c) : NULL;
    if (c)
        *c = *t;
    return c;
}

struct thing *thing_other(struct thing *t)
{
    return t ? calloc(1, sizeof *t) : NULL;
}

const char *thing_label(const struct thing *t)
{
    return t ? t->name : NULL;
}
