// A new node is linked below a parent that a search has found.
#include <stdlib.h>
struct node {
    struct node *left, *right, *parent;
    int red;
};
struct tree {
    struct node root, nil;
};
int insert(struct tree *t, int k)
{
    struct node *n, *parent = &t->root, *cur = t->root.left;
    while (cur != &t->nil) {
        parent = cur;
        cur = k < cur->red ? cur->left : cur->right;
    }
    n = malloc(sizeof *n);
    if (!n)
        return -1;
    n->left = n->right = &t->nil;
    n->parent = parent;
    if (k < 3)
        parent->left = n;
    else
        parent->right = n;
    n->red = 1;
    while (n->parent->red)
        n = n->parent->parent;
    return 0;
}
