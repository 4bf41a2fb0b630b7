// The walk tells of holes as well, but who begins and ends within an area never comes across one.
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
    while (from < to) {
        struct area *a = find_area(from);
        if (from < a->from) {
            w.area = NULL;
            if (ops->visit(from, &w))
                break;
            from = a->from;
        } else {
            w.area = a;
            if (ops->visit(from, &w))
                break;
            from = a->to;
        }
    }
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
