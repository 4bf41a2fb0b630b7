// Both slots are added, and then looked up by their numbers.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

struct lines {
    char **v;
    size_t n;
};

static char **add(struct lines *l)
{
    char **v = reallocarray(l->v, l->n + 1, sizeof *v);
    if (v == NULL)
        exit(1);
    l->v = v;
    v[l->n] = NULL;
    return &v[l->n++];
}

int main(void)
{
    struct lines l = { NULL, 0 };
    add(&l);
    add(&l);
    l.v[1] = NULL;
    l.v[0] = "head";
    printf("%s\n", l.v[0] ? l.v[0] : "none");
    free(l.v);
    return 0;
}
