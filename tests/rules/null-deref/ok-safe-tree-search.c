// A search in a tree ends where a branch is not there.
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
    while (t != NULL && t->key != key)
        t = key < t->key ? t->left : t->right;
    return t != NULL ? t->value : -1;
}
