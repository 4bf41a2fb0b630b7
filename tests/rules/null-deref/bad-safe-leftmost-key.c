// The left branch of a tree that may have none is read.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct tree {
    struct tree *__own _Nullable left;
    struct tree *__own _Nullable right;
    int key;
};

int smaller_key(const struct tree *t)
{
    return t->left->key; //~ null-deref
}
