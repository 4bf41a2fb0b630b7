// Each round reads the key that the last one kept.
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
    int last = -1;
    for (int i = 0; i < n; i++) {
        struct node *x = node_new(i);
        if (last < i)
            count = 1;
        last = x->key;
        node_free(x);
    }
    return count;
}
