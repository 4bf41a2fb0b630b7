// What is no error number gives zero: only then it is a task. Prototypes as in the kernel's headers.
struct task {
    int users;
    struct task *leader;
};

struct task *find_task(int id);
void lock(void);
void unlock(void);

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

static struct task *start(int id, _Bool group)
{
    struct task *t;
    if (id < 0)
        return ERR_PTR(-22);
    lock();
    t = find_task(id);
    if (!t) {
        t = ERR_PTR(-3);
        goto out;
    }
    if (group)
        t = t->leader;
    if (t->users < 0) {
        t = ERR_PTR(-22);
        goto out;
    }
    t->users++;
out:
    unlock();
    return t;
}

int attach_found(int id)
{
    struct task *t = find_task(id);
    int failed = PTR_ERR_OR_ZERO(t);
    if (failed)
        return failed;
    t->users--;
    return 0;
}

int attach(int id, _Bool group)
{
    struct task *t = start(id, group);
    int failed = PTR_ERR_OR_ZERO(t);
    if (failed)
        return failed;
    t->users--;
    return 0;
}

int attach_below_zero(int id, _Bool group)
{
    struct task *t = start(id, group);
    int failed = PTR_ERR_OR_ZERO(t);
    if (failed < 0)
        return failed;
    t->users--;
    return 0;
}

/* ... whatever else is known by then. */
int attach_named(unsigned char first, unsigned char last, int id, int n, _Bool group)
{
    struct task *t;
    int failed;
    int letters = (last & 15) + 1, spaces = first & 31, tabs = first & 3, rest = n & 63;
    if (n < 3 || id < 5 || letters + spaces + tabs + rest > n)
        return -22;
    t = find_task(id);
    failed = PTR_ERR_OR_ZERO(t);
    if (group)
        lock();
    if (failed)
        return failed;
    t->users -= letters + spaces + tabs + rest;
    return 0;
}
