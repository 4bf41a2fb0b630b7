// Null is no error number, and gives zero as well. Prototypes as in the kernel's headers.
struct task {
    int users;
    struct task *leader;
};

struct task *find_task(int id);

static inline void *ERR_PTR(long error)
{
    return (void *)error;
}

static inline long PTR_ERR(const void *p)
{
    return (long)p;
}

static inline _Bool IS_ERR(const void *p)
{
    return __builtin_expect(!!((unsigned long)p >= (unsigned long)-4095), 0);
}

static inline int PTR_ERR_OR_ZERO(const void *p)
{
    if (IS_ERR(p))
        return PTR_ERR(p);
    else
        return 0;
}

static struct task *start(int id)
{
    struct task *t = find_task(id);
    if (!t)
        return 0;
    if (t->users < 0)
        return ERR_PTR(-22);
    t->users++;
    return t;
}

int attach(int id)
{
    struct task *t = start(id);
    int failed = PTR_ERR_OR_ZERO(t);
    if (failed)
        return failed;
    t->users--; //~ null-deref
    return 0;
}
