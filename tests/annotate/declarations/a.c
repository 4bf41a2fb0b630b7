// annotate:
#include "one.h"
#include "two.h"
#include <stdlib.h>
#include <string.h>

extern char *local_copy(const char *s);
static void quietly(void *p);

char *shared(const char *s)
{
    return s ? local_copy(s) : NULL;
}

static void quietly(void *p)
{
    free(p);
}

/* No other file sees it. */
void unseen(void *p)
{
    quietly(p);
}

const struct ops ops = {quietly, NULL};

char *copy_here(const char *s)
{
    extern char *local_copy(const char *s);
    return local_copy(s);
}
