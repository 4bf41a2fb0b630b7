// Functions get to where the type of the pointer promises their callers something else.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct box {
    int lid;
};

typedef struct box *__own box_make_fn(int lid);
typedef int box_look_fn(const struct box *_Nullable b);
typedef int box_fill_fn(struct box *__inits __when(return == 0) b);
typedef int sum_fn(const int *__counted_by(n) v, size_t n);
typedef const char *name_fn(const char *first __lifetimebound, const char *second);

struct ops {
    box_make_fn *make;
    box_look_fn *look;
    void (*drop)(struct box *__own b);
};

static struct box shared;

static struct box *__static borrow(int lid)
{
    shared.lid = lid;
    return &shared;
}

static int look(const struct box *b)
{
    return b->lid;
}

static void shut(struct box *b)
{
    b->lid = 1;
}

static int fill(struct box *b)
{
    b->lid++;
    return 0;
}

static int sum_of_three(const int *__counted_by(3) v, size_t n)
{
    return n ? v[2] : v[0];
}

static const char *second(const char *first, const char *second __lifetimebound)
{
    return first[0] ? second : "";
}

const struct ops OPS = {
    .make = borrow, //~ contract
    .look = look,   //~ contract
    .drop = shut,   //~ contract
};

void run(box_fill_fn *f, sum_fn *s);
void run_drop(void (*drop)(struct box *__own b), int lid);

name_fn *choose(int lid)
{
    run(fill, //~ contract
        sum_of_three); //~ contract
    void (*end)(struct box * b) = shut;
    void (*drop)(struct box *__own b) = end; //~ contract
    run_drop(drop, lid);
    run_drop((void (*)(struct box *__own b))shut, lid); //~ contract
    return second; //~ contract
}
