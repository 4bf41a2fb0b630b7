// References are kept in stock, none as well: only with some is there a node.
#include <stdio.h>

struct node {
    int refs;
};

struct ring {
    struct node *node;
    int stock;
};

static void put_many(struct node *n, int count)
{
    n->refs -= count;
}

void ring_drop(struct ring *r)
{
    if (r->stock) {
        put_many(r->node, r->stock);
        r->stock = 0;
    }
}

void ring_take(struct ring *r)
{
    r->stock--;
    if (r->stock < 0)
        r->stock += 100;
}

void ring_switch(struct ring *r)
{
    if (!r->node)
        puts("no node");
    ring_drop(r);
}
