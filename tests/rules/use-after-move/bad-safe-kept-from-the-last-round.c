// Each round reads the node that the last one gave away.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct node {
    int key;
};

struct node *__own node_new(int key);
void node_free(struct node *__own n);

int rises(int n)
{
    int count = 0;
    const struct node *last = NULL;
    for (int i = 0; i < n; i++) {
        struct node *x = node_new(i);
        if (last != NULL && last->key < i) //~ use-after-move
            count = 1;
        last = x;
        node_free(x);
    }
    return count;
}
