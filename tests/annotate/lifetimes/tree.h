#ifndef TREE_H
#define TREE_H
struct tree {
    struct tree *left, *right;
    const char *label;
};
const char *tree_version(void);
struct tree *tree_root(void);
const char *tree_label(const struct tree *t, const char *missing);
struct tree *tree_left(struct tree *t);
char *skip(char *s, const char *what);
void tree_name(struct tree *t, const char *label);
struct tree *tree_unlink(struct tree *t, const char *why);
int tree_empty(struct tree *t);
void tree_walk(struct tree *t, void (*visit)(struct tree *));
#endif
