#include <stdlib.h>
struct item { struct item *next; int n; };
struct queue { struct item *first, **last; int count; };

struct queue *queue_new(void)
{
    struct queue *q = malloc(sizeof *q);
    if (q) {
        q->first = NULL;
        q->last = &q->first;
        q->count = 0;
    }
    return q;
}

int queue_put(struct queue *q, int n)
{
    struct item *i = malloc(sizeof *i);
    if (!i)
        return -1;
    i->n = n;
    i->next = NULL;
    *q->last = i;
    q->last = &i->next;
    q->count++;
    return 0;
}

int queue_first(const struct queue *q)
{
    return q->first->n;
}

void queue_free(struct queue *q)
{
    struct item *i = q->first;
    while (i) {
        struct item *next = i->next;
        free(i);
        i = next;
    }
    free(q);
}
