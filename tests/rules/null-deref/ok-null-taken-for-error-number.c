// A failure is null here; it becomes an error number for the caller.
typedef unsigned gfp_t;
void *__kmalloc(unsigned long n, gfp_t flags);
void kfree(const void *p);

static inline void *ERR_PTR(long error)
{
    return (void *)error;
}

static inline long PTR_ERR(const void *p)
{
    return (long)p;
}

static inline int IS_ERR(const void *p)
{
    return (unsigned long)p >= (unsigned long)-4095;
}

struct clock {
    unsigned rate;
};

void *clock_start(unsigned rate)
{
    struct clock *c = __kmalloc(sizeof *c, 0xcc0);
    if (!c)
        return ERR_PTR(-12);
    c->rate = rate;
    return c;
}

long clock_try(unsigned rate)
{
    struct clock *c = clock_start(rate);
    if (IS_ERR(c))
        return PTR_ERR(c);
    kfree(c);
    return 0;
}
