// The list that was reversed is not put back.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct node {
    struct node *__own _Nullable next;
    int key;
};

struct list {
    struct node *__own _Nullable head;
};

void list_reverse(struct list *l)
{
    struct node *turned = NULL;
    struct node *n = l->head;
    l->head = NULL;
    while (n != NULL) {
        struct node *next = n->next;
        n->next = turned;
        turned = n;
        n = next;
    }
} //~ leak
