// A failure is null here, no error number. Prototypes as in the kernel's headers.
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

long clock_start(unsigned rate)
{
    struct clock *c = __kmalloc(sizeof *c, 0xcc0);
    if (IS_ERR(c))
        return PTR_ERR(c);
    c->rate = rate; //~ null-deref
    kfree(c);
    return 0;
}
