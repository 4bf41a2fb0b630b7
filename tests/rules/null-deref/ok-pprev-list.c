// Each node knows the pointer that leads to it, so that removal needs no head.
#include <stdio.h>
#include <stdlib.h>

struct hnode {
    struct hnode *next, **pprev;
    int key;
};

struct hhead {
    struct hnode *first;
};

static void hlist_add(struct hhead *h, struct hnode *n)
{
    n->next = h->first;
    if (h->first != NULL)
        h->first->pprev = &n->next;
    h->first = n;
    n->pprev = &h->first;
}

static void hlist_del(struct hnode *n)
{
    *n->pprev = n->next;
    if (n->next != NULL)
        n->next->pprev = n->pprev;
    n->next = NULL;
    n->pprev = NULL;
}

int main(void)
{
    struct hhead h = { NULL };
    struct hnode *middle = NULL;
    for (int i = 0; i < 3; i++) {
        struct hnode *n = malloc(sizeof *n);
        if (n == NULL)
            break;
        n->key = i;
        hlist_add(&h, n);
        if (i == 1)
            middle = n;
    }
    if (middle != NULL) {
        hlist_del(middle);
        free(middle);
    }
    while (h.first != NULL) {
        struct hnode *n = h.first;
        printf("%d\n", n->key);
        hlist_del(n);
        free(n);
    }
    return 0;
}
