// A failure is an error number here, not null. Prototypes as in the kernel's headers.
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

static struct clock *clock_new(void)
{
    struct clock *c = __kmalloc(sizeof *c, 0xcc0);
    if (!c)
        return ERR_PTR(-12);
    return c;
}

long clock_start(unsigned rate)
{
    struct clock *c = clock_new();
    if (!c)
        return -12;
    c->rate = rate; //~ null-deref
    kfree(c);
    return 0;
}
