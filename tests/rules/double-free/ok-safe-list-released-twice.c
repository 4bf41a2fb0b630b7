// The head of a list is released by hand, and its owner forgets it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct node {
    int v;
};

struct cup {
    struct node *__own _Nullable one;
};

void cup_empty(struct cup *c)
{
    struct node *n = c->one;
    free(n);
    c->one = NULL;
}
