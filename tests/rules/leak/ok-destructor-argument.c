// A value takes a text with the function that will free it, or one of two special marks.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void destroy_fn(void *);
#define TEXT_STATIC ((destroy_fn *)0)
#define TEXT_COPY ((destroy_fn *)-1)

struct value {
    char *z;
    destroy_fn *destroy;
};

static void value_clear(struct value *v)
{
    if (v->z != NULL && v->destroy != NULL)
        v->destroy(v->z);
    v->z = NULL;
    v->destroy = NULL;
}

static int value_set(struct value *v, const char *z, destroy_fn *destroy)
{
    value_clear(v);
    if (destroy == TEXT_COPY) {
        v->z = strdup(z);
        if (v->z == NULL)
            return -1;
        v->destroy = free;
    } else {
        v->z = (char *)z;
        v->destroy = destroy;
    }
    return 0;
}

int main(void)
{
    struct value v = { NULL, NULL };
    char *mine = malloc(8);
    if (mine == NULL)
        return 1;
    strcpy(mine, "given");
    if (value_set(&v, "static", TEXT_STATIC) == 0)
        puts(v.z);
    if (value_set(&v, mine, free) == 0)
        puts(v.z);
    if (value_set(&v, "copied", TEXT_COPY) == 0)
        puts(v.z);
    value_clear(&v);
    return 0;
}
