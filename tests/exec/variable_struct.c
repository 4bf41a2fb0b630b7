/* GNU: structs and unions with members of variable size. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#define SHOW(x) printf("%s = %ld\n", #x, (long)(x))

static void layout(int n)
{
    struct s { char c; int a[n]; double d; char e[n]; short q; int b : 3; int k : 7; };
    struct s x, y, *p = &x;
    SHOW(sizeof(struct s));
    SHOW(_Alignof(struct s));
    SHOW((char *)&x.a - (char *)&x);
    SHOW((char *)&x.d - (char *)&x);
    SHOW((char *)&x.e - (char *)&x);
    SHOW((char *)&x.q - (char *)&x);
    SHOW(offsetof(struct s, q));
    SHOW(offsetof(struct s, a[n - 1]));
    memset(&x, 0, sizeof x);
    x.c = 'c', x.d = 2.5, x.q = -7, x.b = -3, x.k = 60;
    for (int i = 0; i < n; i++)
        p->a[i] = i * i, p->e[i] = 'a' + i;
    y = x;
    p->q = 9;
    p = &y;
    printf("%c %d %g %c %d %d %d\n", p->c, p->a[n - 1], p->d, p->e[n - 1], p->q, p->b, p->k);
    *p = x;
    SHOW(y.q);
}

static void nested(int n)
{
    struct s { int a[n]; struct { long q; short b[n]; } t; union { char c[2 * n]; long l; } u; int z; } x, many[3];
    SHOW(sizeof x);
    SHOW(sizeof x.t);
    SHOW(sizeof x.u);
    SHOW(sizeof many);
    SHOW((char *)&many[2].z - (char *)many);
    many[2].z = 5, many[1].t.b[n - 1] = 6, many[1].u.l = 7;
    struct s *p = many;
    p += 2;
    SHOW(p->z);
    SHOW(p[-1].t.b[n - 1] + p[-1].u.l);
    SHOW(p - many);
    n = 100;
    SHOW(sizeof x);
}

static int sum(int n)
{
    struct s { int head; int v[n]; int tail; } x;
    memset(&x, 0, sizeof x);
    struct s twice(struct s y)
    {
        for (int i = 0; i < n; i++)
            y.v[i] *= 2;
        y.tail++;
        return y;
    }
    for (int i = 0; i < n; i++)
        x.v[i] = i;
    int r = x.tail;
    (void)twice;
    return r + x.v[n - 1];
}

static int growing(void)
{
    int total = 0;
    for (int i = 1; i < 6; i++) {
        struct { char t[i]; int e; } s;
        s.e = i;
        total = total * 10 + (int)sizeof s - s.e;
    }
    return total;
}

static int packed(int n)
{
    struct { char k; int a[n]; char l; long m; } __attribute__((packed)) s;
    s.m = 0x0102030405060708;
    memset(s.a, 1, sizeof s.a);
    return (int)sizeof s + (int)(s.m >> 56) + ((char *)&s.m - (char *)&s);
}

static int choice(int n, int which)
{
    struct s { short a[n]; int c; } x, y;
    x.c = 1, y.c = 2;
    struct s *p = which ? &x : &y;
    x = *p;
    return x.c;
}

int main(void)
{
    layout(3), layout(8);
    nested(1), nested(5);
    SHOW(sum(4));
    SHOW(growing());
    SHOW(packed(3));
    SHOW(choice(3, 0) + choice(5, 1));
    return 0;
}
