// The walk ends with a visit to no area, which comes as a surprise to this visitor.
#include <stddef.h>

struct area {
    long from, to;
    int used;
};

struct walk;

struct walk_ops {
    int (*visit)(long from, struct walk *w);
};

struct walk {
    const struct walk_ops *ops;
    struct area *area;
    int count;
};

struct area *find_area(long at);

int walk_range(long from, long to, const struct walk_ops *ops)
{
    struct walk w = {.ops = ops};
    w.area = NULL;
    ops->visit(to, &w); //~ null-deref
    return w.count;
}

static int count_used(long from, struct walk *w)
{
    w->count += w->area->used;
    return from == 0;
}

static const struct walk_ops counting = {.visit = count_used};

int count(const struct area *a)
{
    return walk_range(a->from, a->to, &counting);
}
