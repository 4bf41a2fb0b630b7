// The test of a node lets through only the one that is there.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct node {
    struct node *_Nullable next;
    int mark;
};

int next_is_marked(const struct node *n)
{
    const struct node *next = n->next;
    return next != NULL && next->mark != 0;
}
