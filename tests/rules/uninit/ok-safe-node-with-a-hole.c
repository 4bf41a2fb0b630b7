// A node from the heap is shown after its key is set.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct node {
    int key;
    struct node *_Nullable next;
};

void show(const struct node *n);

int trial(void)
{
    struct node *n = malloc(sizeof *n);
    if (n == NULL)
        return -1;
    n->next = NULL;
    n->key = 1;
    show(n);
    free(n);
    return 0;
}
