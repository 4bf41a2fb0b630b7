// The first node of the program's list is read before a call that may clear the list.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct node {
    int key;
};

static struct node *__own _Nullable first;

void clear(void);

int take(void)
{
    const struct node *n = first;
    if (n == NULL)
        return -1;
    int key = n->key;
    clear();
    return key;
}
