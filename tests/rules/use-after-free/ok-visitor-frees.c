// The tree is walked by a function that frees each node, after its name was printed.
#include <stdio.h>
#include <stdlib.h>

struct tree {
    struct tree *left, *right;
    const char *name;
};

typedef void visitor(struct tree *t, void *context);

static void walk(struct tree *t, visitor *visit, void *context)
{
    if (!t)
        return;
    walk(t->left, visit, context);
    walk(t->right, visit, context);
    visit(t, context);
}

static void count(struct tree *t, void *context)
{
    unsigned *n = context;
    *n += t->name != NULL;
}

static void discard(struct tree *t, void *context)
{
    (void)context;
    free(t);
}

int main(int argc, char **argv)
{
    struct tree *t = calloc(1, sizeof *t);
    unsigned named = 0;
    if (!t)
        return 1;
    t->name = argv[argc - 1];
    walk(t, count, &named);
    printf("%u, among them %s\n", named, t->name);
    walk(t, discard, NULL);
    return 0;
}
