// The slot of the head is filled after that of the tail was added to the list.
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
    char **head = add(&l);
    char **tail = add(&l);
    *tail = NULL;
    *head = "head"; //~ invalidated-borrow
    printf("%s\n", l.v[0] ? l.v[0] : "none");
    free(l.v);
    return 0;
}
