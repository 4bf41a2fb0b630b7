// From links, hash nodes and bases back to the objects that hold them.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#define container_of(p, type, member)                                          \
    ({                                                                         \
        const __typeof__(((type *)0)->member) *p_ = (p);                       \
        (type *)((char *)p_ - offsetof(type, member));                         \
    })

struct node {
    struct node *next, *prev;
};

struct base {
    int refs;
    void (*destroy)(struct base *b);
};

struct job {
    int id;
    struct node all, ready;
    struct base base;
};

static void node_add(struct node *head, struct node *n)
{
    n->next = head->next;
    n->prev = head;
    head->next->prev = n;
    head->next = n;
}

static void job_destroy(struct base *b)
{
    free(container_of(b, struct job, base));
}

static void base_put(struct base *b)
{
    if (--b->refs == 0)
        b->destroy(b);
}

int main(void)
{
    struct node all = { &all, &all }, ready = { &ready, &ready };
    struct job *j = calloc(1, sizeof *j);
    if (j == NULL)
        return 1;
    j->id = 4;
    j->base = (struct base){ 1, job_destroy };
    node_add(&all, &j->all);
    node_add(&ready, &j->ready);
    int sum = 0;
    for (struct node *n = all.next; n != &all; n = n->next)
        sum += container_of(n, struct job, all)->id;
    for (struct node *n = ready.next; n != &ready; n = n->next)
        sum += container_of(n, struct job, ready)->id;
    printf("%d\n", sum);
    base_put(&j->base);
    return 0;
}
