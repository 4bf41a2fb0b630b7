// The right branch is looked up in a node that was freed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct tree {
    struct tree *__own _Nullable left;
    struct tree *__own _Nullable right;
};

void tree_drop(struct tree *__own _Nullable t)
{
    if (t == NULL)
        return;
    tree_drop(t->left);
    free(t);
    tree_drop(t->right); //~ use-after-free
}
