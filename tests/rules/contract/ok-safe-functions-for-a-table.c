// Functions ask for less, and promise more, than the type of the pointer to them says.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct box {
    int lid;
};

typedef struct box *__own _Nullable box_make_fn(int lid);
typedef int box_look_fn(const struct box *b);
typedef int box_fill_fn(struct box *__inits __when(return == 0) b);
typedef int sum_fn(const int *__counted_by(n) v, size_t n);
typedef const char *name_fn(const char *first __lifetimebound, const char *second);

struct ops {
    box_make_fn *make;
    box_look_fn *look;
    void (*drop)(struct box *__own b);
};

static struct box *__own make(int lid)
{
    struct box *__own b = malloc(sizeof *b);
    if (!b)
        abort();
    b->lid = lid;
    return b;
}

static int look(const struct box *_Nullable b)
{
    return b ? b->lid : 0;
}

static void drop_box(struct box *__own b)
{
    free(b);
}

static int fill(struct box *__inits __when(return == 0) b)
{
    b->lid = 1;
    return 0;
}

static int sum_of_all(const int *__counted_by(count) v, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++)
        sum = v[i];
    return sum;
}

static const char *name(const char *first __lifetimebound, const char *second)
{
    return second[0] ? first : "";
}

static int by_lid(const void *a, const void *b)
{
    return a == b;
}

const struct ops OPS = {
    .make = make,
    .look = look,
    .drop = drop_box,
};

void run(box_fill_fn *f, sum_fn *s);

name_fn *choose(int *__counted_by(n) v, size_t n)
{
    run(fill, sum_of_all);
    qsort(v, n, sizeof *v, by_lid);
    void (*end)(struct box *__own b) = drop_box;
    void (*drop)(struct box *__own b) = v ? end : drop_box;
    struct box *__own b = make(3);
    drop(b);
    void (*release)(void *__own p) = free;
    release(malloc(1));
    return name;
}
