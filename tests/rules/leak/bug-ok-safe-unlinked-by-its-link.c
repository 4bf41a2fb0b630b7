// A node that is unlinked through the pointer that leads to it is freed.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct node {
    struct node *__own _Nullable next;
    int key;
};

struct list {
    struct node *__own _Nullable head;
};

void list_remove(struct list *l, int key)
{
    struct node *__own _Nullable *at = &l->head;
    while (*at != NULL && (*at)->key != key)
        at = &(*at)->next;
    struct node *gone = *at;
    if (gone == NULL)
        return;
    *at = gone->next;
    free(gone);
}
