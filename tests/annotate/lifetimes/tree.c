// annotate: --set=lifetimes
#include "tree.h"
#include <string.h>

static struct tree root;

const char *tree_version(void)
{
    return "1.0";
}

struct tree *tree_root(void)
{
    return &root;
}

/* Of either. */
const char *tree_label(const struct tree *t, const char *missing)
{
    return t->label ? t->label : missing;
}

/* Of the only one: that goes without saying. */
struct tree *tree_left(struct tree *t)
{
    return t->left;
}

char *skip(char *s, const char *what)
{
    return s + strlen(what);
}

void tree_name(struct tree *t, const char *label)
{
    t->label = label;
}

/* Who has it from now on? */
struct tree *tree_unlink(struct tree *t, const char *why)
{
    struct tree *x = t->left;
    if (*why)
        t->left = 0;
    return x;
}

int tree_empty(struct tree *t)
{
    return !t->left && !t->right;
}

void tree_walk(struct tree *t, void (*visit)(struct tree *))
{
    visit(t);
}
