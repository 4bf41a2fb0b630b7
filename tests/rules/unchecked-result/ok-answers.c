// Ways to look at a result, or to say that it does not matter.
__attribute__((warn_unused_result)) int attempt(int n);
__attribute__((warn_unused_result)) static inline int forget(int n)
{
    return n;
}
static int kept;
struct job {
    int result;
};

int all(struct job *j, int *out, int n)
{
    int a = attempt(1), b, c, d, e __attribute__((unused)), f;
    volatile int seen;
    b = attempt(2);
    (void)b;
    if (attempt(3)) {
    }
    kept = attempt(4);
    j->result = attempt(5);
    *out = attempt(6);
    c = attempt(7) + 1;
    (void)!attempt(8);
    !attempt(9);
    e = attempt(10);
    seen = attempt(11);
    d = 0;
    d |= attempt(12);
    f = attempt(13);
    if (n)
        f = attempt(14);
    (void)({ int unused = n; attempt(unused); });
    while (attempt(15) > 0)
        n--;
    switch (attempt(16)) {
    default: break;
    }
    attempt(17) && (n = 1);
    (void)forget(18);
    return a + c + d + f + n;
}
