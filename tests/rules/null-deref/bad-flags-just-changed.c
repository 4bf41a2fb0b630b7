// A flag that was set, and then cleared together with another one, is not set.
#include <stddef.h>

struct task {
    unsigned flags;
    int state;
};

int set_then_cleared(struct task *t)
{
    const char *name = NULL;
    t->state |= 4;
    t->state &= ~6;
    if (t->state & 4)
        name = "x";
    return *name; //~ null-deref
}

int another_was_set(struct task *t)
{
    const char *name = NULL;
    t->flags |= 8u;
    if (t->flags & 4u)
        name = "x";
    return *name; //~ null-deref
}

int some_of_several(struct task *t)
{
    const char *name = NULL;
    t->flags &= ~1u;
    t->flags |= 4u;
    if ((t->flags & 7u) == 6u)
        name = "x";
    return *name; //~ null-deref
}
