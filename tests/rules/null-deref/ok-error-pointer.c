// A failing function returns an error number as a pointer at the end of the address space.
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_ERRNO 4095

static inline void *ERR_PTR(long error)
{
    return (void *)error;
}

static inline long PTR_ERR(const void *p)
{
    return (long)(intptr_t)p;
}

static inline int IS_ERR(const void *p)
{
    return (uintptr_t)p >= (uintptr_t)-MAX_ERRNO;
}

struct clk {
    unsigned rate;
};

static struct clk *clk_get(unsigned rate)
{
    if (rate == 0)
        return ERR_PTR(-EINVAL);
    struct clk *c = malloc(sizeof *c);
    if (c == NULL)
        return ERR_PTR(-ENOMEM);
    c->rate = rate;
    return c;
}

static long probe(unsigned rate)
{
    struct clk *c = clk_get(rate);
    if (IS_ERR(c))
        return PTR_ERR(c);
    long got = c->rate;
    free(c);
    return got;
}

int main(void)
{
    printf("%ld %ld\n", probe(48000), probe(0));
    return 0;
}
