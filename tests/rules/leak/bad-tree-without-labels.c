// The tree is freed node by node, its labels are not.
#include <stdlib.h>
#include <string.h>

struct tree {
    struct tree *left, *right;
    char *label;
};

static void free_tree(struct tree *t)
{
    if (!t)
        return;
    free_tree(t->left);
    free_tree(t->right);
    free(t); //~ leak
}

int main(int argc, char **argv)
{
    struct tree *root = calloc(1, sizeof *root);
    if (!root)
        return 1;
    root->label = strdup(argv[argc - 1]);
    free_tree(root);
    return 0;
}
