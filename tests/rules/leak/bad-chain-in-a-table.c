// Nobody keeps the links but the one that is appended last.
#include <stdlib.h>

struct link {
    struct link *next;
    int level;
};

struct domain {
    const struct domain *parent;
};

struct link *link_of(unsigned number);

static struct link *append(struct link *last)
{
    struct link *l = calloc(1, sizeof *l);
    if (l) {
        l->next = NULL;
        last->level++;
        l->level = 1;
    }
    return l;
}

int append_levels(const struct domain *d, unsigned first, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        struct link *l = link_of(first + i);
        for (const struct domain *p = d->parent; p; p = p->parent) {
            l = append(l); //~ leak
            if (!l)
                return -1;
        }
    } //~ leak
    return 0;
}
