/* What gcc alone accepts: nested functions, structs of variable size, shuffles. */
typedef int v4 __attribute__((vector_size(16)));
int outer(int x)
{
    int local = x;
    auto int twice(int);
    int add(int y) { return local + y + twice(y); }
    int twice(int y) { return 2 * y; }
    return add(3);
}
int variable(int n) { struct { int x[n]; int y; } s; s.y = 1; return s.y + sizeof s; }
v4 shuffle(v4 a, v4 b) { a++; --b; return __builtin_shuffle(a, b, (v4){0, 4, 1, 5}) + __builtin_shuffle(a, b); }
int f(char *s, ...);
int g(int x)
{
    __label__ out;
    int k[] = {[0 ... 2] = x};
    void leave(void) { goto out; }
    leave();
out:
    return k[1] + ({ int local(void) { return x; } local(); });
}
