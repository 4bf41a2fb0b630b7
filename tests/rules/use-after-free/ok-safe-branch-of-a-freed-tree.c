// The node is freed after both of its branches were looked up.
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
    tree_drop(t->right);
    free(t);
}
