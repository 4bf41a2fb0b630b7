typedef int v4 __attribute__((vector_size(16)));
union U { int i; float f; struct { char a : 3, b; }; } u = { .f = 1 };
static void done(int *p) { *p = 0; }
int h(int n, v4 w, ...)
{
    static void *where[] = { &&one, &&two };
    int a[n], c __attribute__((cleanup(done))) = n ?: 2;
    __builtin_va_list ap;
    __builtin_va_start(ap, w);
    goto *where[n & 1];
one:
    a[0] = ({ int t = __builtin_va_arg(ap, int); t + w[1]; });
    asm volatile("" : "+r"(a[0]) : "m"(u) : "memory");
two:
    __builtin_va_end(ap);
    return _Generic(c, int: a[0], default: 0) + (int)sizeof(int[n]) + (_Bool)u.a;
}
_Complex double z(__int128 x, long double y) { return x * 1.0i + y; }
