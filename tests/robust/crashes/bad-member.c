/* A member that is no object must not be taken for the one that a value goes to. */
typedef union { int bad(void); long *p; } U __attribute__((transparent_union));
struct S { struct nope bad; int a[2]; };
int take(U);
int use(long *p, U u, struct S s)
{
    union { int bad(void); long *p; } v = {p}, w = {.p = p};
    struct S t = {1, {2}}, *q = &s;
    U x = (U)p, y = (U)3.5;
    t = *q;
    q->a[1] = s.bad;
    s.bad = u.bad;
    return take(p) + take(u) + take((U){p}) + sizeof(t.bad) + __builtin_offsetof(struct S, bad.x) + (w.p == v.p);
}
