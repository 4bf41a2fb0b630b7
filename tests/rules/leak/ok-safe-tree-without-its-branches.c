// A node is freed after its branches.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct tree {
    struct tree *__own _Nullable left;
    struct tree *__own _Nullable right;
    int key;
};

void tree_free(struct tree *__own _Nullable t)
{
    if (t == NULL)
        return;
    tree_free(t->left);
    tree_free(t->right);
    free(t);
}
