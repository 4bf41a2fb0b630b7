// Flags that were set, or cleared, just before they are asked; others stay what they were.
#include <stddef.h>

struct task {
    unsigned flags;
    int state;
};

int has_been_set(struct task *t)
{
    const char *name = NULL;
    t->flags |= 4u;
    if (t->flags & 4u)
        name = "x";
    return *name;
}

int has_been_cleared(struct task *t)
{
    const char *name = NULL;
    t->flags &= ~4u;
    if (!(t->flags & 4u))
        name = "x";
    return *name;
}

int others_have_changed(struct task *t)
{
    const char *name = NULL;
    unsigned was = t->flags & 4u;
    t->flags &= ~2u;
    t->flags |= 8u;
    if (was)
        name = "x";
    return t->flags & 4u ? *name : 0;
}

int cleared_then_set(struct task *t)
{
    const char *name = NULL;
    t->state &= ~4;
    t->state |= 4;
    t->state |= 8;
    if (t->state & 4)
        name = "x";
    return *name;
}
