// The iterator's mark is read only when it has begun: one of two fields that say so differs from the start.
#include <stdlib.h>

struct table {
    unsigned char holds;
    long used[2];
};

struct iterator {
    struct table *t;
    long index;
    int half, safe;
    unsigned long mark;
};

static unsigned long mark_of(const struct table *t)
{
    return (unsigned long)t->used[0] * 31 + (unsigned long)t->used[1];
}

static struct iterator *iterator_new(struct table *t)
{
    struct iterator *i = malloc(sizeof *i);
    if (!i)
        abort();
    i->t = t;
    i->index = -1;
    i->half = 0;
    i->safe = 0;
    return i;
}

static void iterator_free(struct iterator *i)
{
    if (!(i->index == -1 && i->half == 0)) {
        if (i->safe)
            i->t->holds--;
        else if (i->mark != mark_of(i->t))
            abort();
    }
    free(i);
}

int save(struct table *t, int n)
{
    struct iterator *i = iterator_new(t);
    if (n == -1) {
        iterator_free(i);
        return -1;
    }
    i->mark = mark_of(t);
    i->index = 0;
    iterator_free(i);
    return 0;
}
