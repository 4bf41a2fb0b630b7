// A callback that frees for one kind of object and is not known for others is no memory hook.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct listener {
    void (*done)(void *);
    void *what;
};

void listen_for_memory(struct listener *l, void *p)
{
    l->done = free;
    l->what = p;
}

void listen(struct listener *l, void (*done)(void *), void *p)
{
    l->done = done;
    l->what = p;
}

void tell(struct listener *l, const char *name)
{
    char *copy = strdup(name);
    if (!copy)
        return;
    l->done(l->what);
    if (l->what)
        puts(l->what);
    l->done(copy);
    puts(copy);
}
