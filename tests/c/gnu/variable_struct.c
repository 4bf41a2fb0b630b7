/* GNU: members of variable size, wherever such a type can stand; jumps to labels of the function
 * around. What they compute is tested in tests/exec. */
#include <stdarg.h>
#include <stddef.h>
void use(void *);
int definition_alone(int n) { struct s { int a[n]; int b; }; return sizeof(struct s); }
int aligned(int n) { struct s { char a[n]; } __attribute__((aligned(16))) x; return sizeof x; }
int bits(int n) { struct { int a[n]; int b : 3; int c : 5; } s; s.b = 1; s.c = s.b; return s.c; }
int of_union(int n) { union u { int a[n]; char c; } x; x.c = 1; return sizeof x; }
int array(int n) { struct s { int a[n]; int b; } x[3]; use(x); return sizeof x + x[1].b; }
int flexible(int n) { struct { int h; int b[n][2]; int c[]; } *s = 0; return s->c[n]; }
int pointer_member(int n) { struct { int (*a)[n]; int b; } s; n++; s.b = 2; return sizeof *s.a + s.b; }
int parameter(int n, struct { int a[n]; int b; } *p) { return p->b; }
int passed(int n)
{
    struct s { int a[n]; int b; } x;
    struct s g(struct s y) { y.b++; return y; }
    x.b = 1;
    x = g(x);
    return x.b;
}
int captured(int n)
{
    struct s { int b[n]; int c; } s;
    int g(void) { return s.c; }
    s.c = 2;
    return g();
}
int chosen(int n, int k) { struct { int b[n]; int c; } s, t; s.c = t.c = 1; return (k ? s : t).c; }
int value(int n) { return ({ struct { int b[n]; int c; } s; s.c = 3; s; }).c; }
int asked(int n) { return sizeof(struct { char c[n]; long l; }) + sizeof(*(struct { int i[n]; } *)0); }
int offsets(int n) { struct s { char c[n]; struct { int x, y; } t[n]; }; return offsetof(struct s, t[n - 1].y); }
int packed(int n) { struct { char k; int a[n]; long l; } __attribute__((packed)) s; s.l = 2; return s.l; }
int past(int n) { goto l; { struct s { int b[n]; int c; }; l:; } return 0; }
int escapes(int n) { return sizeof(*({ int (*p)[n] = 0; p; })) + (*({ typedef int T[n][n]; T *p = 0; p; }))[1][2]; }
int empty(int n) { int v[n] = {}; return v[0]; }

int computed(int n)
{
    __label__ one, two;
    void jump(void *to) { goto *to; }
    void other(int k) { void *p = k ? &&one : &&two; goto *p; }
    void *t[] = {&&one, &&two};
    jump(t[n]);
    other(n);
    return 0;
one:
    return 1;
two:
    return 2;
}
int nowhere(void *p) { goto *p; }
int same_names(int n)
{
    __label__ l;
    void g(int k) { __label__ l; if (k) goto l; return; l:; }
    void h(void) { goto l; }
    g(n), h();
l:
    return n;
}
