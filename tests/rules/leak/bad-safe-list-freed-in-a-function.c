// A list gives its nodes away one by one, and the rest is lost at the first odd one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct node {
    struct node *__own _Nullable next;
    int key;
};

void node_use(struct node *__own n);

void spend(struct node *__own _Nullable first)
{
    struct node *n = first;
    while (n != NULL) {
        struct node *next = n->next;
        n->next = NULL;
        int odd = n->key & 1;
        node_use(n);
        n = next;
        if (odd)
            break;
    }
} //~ leak
