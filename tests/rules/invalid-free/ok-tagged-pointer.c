// The lowest bit of a pointer carries a colour; it is masked off before the pointer is used.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
    uintptr_t parent_color;
    int key;
};

static struct node *parent_of(const struct node *n)
{
    return (struct node *)(n->parent_color & ~(uintptr_t)3);
}

static void set_parent(struct node *n, struct node *parent, unsigned color)
{
    n->parent_color = (uintptr_t)parent | color;
}

int main(void)
{
    struct node *root = malloc(sizeof *root), *leaf = malloc(sizeof *leaf);
    if (root == NULL || leaf == NULL) {
        free(root);
        free(leaf);
        return 1;
    }
    root->key = 1;
    set_parent(root, NULL, 1);
    leaf->key = 2;
    set_parent(leaf, root, 0);
    struct node *p = parent_of(leaf);
    printf("%d %d\n", p->key, (int)(p->parent_color & 1));
    free(parent_of(leaf));
    free(leaf);
    return 0;
}
