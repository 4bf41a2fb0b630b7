// A search in a tree goes on below a branch that is not there.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct tree {
    struct tree *__own _Nullable left;
    struct tree *__own _Nullable right;
    int key, value;
};

int tree_find(const struct tree *_Nullable t, int key)
{
    while (t->key != key) //~ null-deref
        t = key < t->key ? t->left : t->right;
    return t->value;
}
