// The left branch of a tree is read if there is one.
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
    return t->left != NULL ? t->left->key : t->key;
}
