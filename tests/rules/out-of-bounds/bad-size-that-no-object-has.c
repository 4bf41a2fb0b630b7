// A sum of sizes that goes too far is zero.
#include <stdint.h>
#include <stdlib.h>

struct list {
    size_t count;
    long items[];
};

static size_t sum(size_t a, size_t b)
{
    size_t r;
    if (__builtin_add_overflow(a, b, &r))
        return 0;
    return r;
}

static size_t product(size_t a, size_t b)
{
    size_t r;
    if (__builtin_mul_overflow(a, b, &r))
        return 0;
    return r;
}

static void *get(size_t n)
{
    return malloc(n);
}

struct list *list_new(size_t count)
{
    struct list *l = malloc(sum(sizeof *l, product(count, sizeof *l->items)));
    if (!l)
        return NULL;
    l->count = count; //~ out-of-bounds
    return l;
}

struct list *list_get(size_t count)
{
    struct list *l = get(sum(sizeof *l, product(count, sizeof *l->items)));
    if (!l)
        return NULL;
    l->count = count; //~ out-of-bounds
    return l;
}
