// A node that is taken out of a list is released.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct node {
    struct node *__own _Nullable next;
    int key;
};

void remove_after(struct node *at)
{
    struct node *gone = at->next;
    if (gone == NULL)
        return;
    at->next = gone->next;
    free(gone);
}
