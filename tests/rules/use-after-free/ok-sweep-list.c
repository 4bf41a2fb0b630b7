// A sweep unlinks dead objects through the pointer that leads to them.
#include <stdio.h>
#include <stdlib.h>

struct object {
    struct object *next;
    int marked;
};

struct heap {
    struct object *all;
    int count;
};

static struct object *heap_new(struct heap *h, int marked)
{
    struct object *o = malloc(sizeof *o);
    if (o == NULL)
        return NULL;
    o->marked = marked;
    o->next = h->all;
    h->all = o;
    h->count++;
    return o;
}

static void heap_sweep(struct heap *h)
{
    struct object **p = &h->all;
    while (*p != NULL) {
        struct object *o = *p;
        if (o->marked) {
            o->marked = 0;
            p = &o->next;
        } else {
            *p = o->next;
            free(o);
            h->count--;
        }
    }
}

int main(void)
{
    struct heap h = { NULL, 0 };
    for (int i = 0; i < 6; i++)
        if (heap_new(&h, i % 2) == NULL)
            break;
    heap_sweep(&h);
    printf("%d\n", h.count);
    heap_sweep(&h);
    printf("%d %d\n", h.count, h.all == NULL);
    return 0;
}
