// The rest of the list is copied first, and forgotten when there is no memory for this node.
#include <stdio.h>
#include <stdlib.h>

struct number {
    int value;
    struct number *next;
};

static void drop(struct number *n)
{
    if (n) {
        drop(n->next);
        free(n);
    }
}

static struct number *copy(const struct number *n)
{
    if (!n)
        return NULL;
    struct number *rest = copy(n->next);
    struct number *c = malloc(sizeof *c);
    if (!c)
        return NULL; //~ leak
    c->value = n->value;
    c->next = rest;
    return c;
}

int main(void)
{
    struct number two = {2, NULL}, one = {1, &two};
    struct number *c = copy(&one);
    printf("%d\n", c ? c->value : 0);
    drop(c);
    return 0;
}
