/* Initialisers, C23 6.7.11 and GNU: sizes of arrays of unknown size, elided braces, designators. */
#define SIZE(x, n) _Static_assert(sizeof(x) / sizeof(x)[0] == (n), #x)
int a1[] = {1, 2, 3}; SIZE(a1, 3);
int a2[] = {[4] = 1}; SIZE(a2, 5);
int a3[] = {[2] = 1, 2, [0] = 7}; SIZE(a3, 4);
int a4[] = {[1 ... 6] = 3, 4}; SIZE(a4, 8);
char s1[] = "abc"; SIZE(s1, 4);
char s2[] = {"abc"}; SIZE(s2, 4);
char s3[3] = "abc";
char s4[] = ("ab"); SIZE(s4, 3);
char s5[][4] = {"a", "bcd", {'x'}}; SIZE(s5, 3);
int *ip[] = {a1, &a1[1], 0, a2 + 2}; SIZE(ip, 4);
__WCHAR_TYPE__ w[] = L"wide"; SIZE(w, 5);
unsigned char us[] = "x"; signed char ss[] = {"yy"}; SIZE(ss, 3);
int m[][2] = {1, 2, 3, 4, 5}; SIZE(m, 3);
int m2[][2] = {{1}, {2, 3}, [5] = {4}}; SIZE(m2, 6);
struct p { int x, y; } ps[] = {1, 2, {3}, 4, 5, [4].y = 6, 7}; SIZE(ps, 6);
struct p p1 = {.y = 1, .x = 2}, p2 = {y: 3}, p3 = {}, p4 = {{1}, 2};
struct line { struct p from, to; const char *name; } l1 = {1, 2, 3, 4, "n"}, l2 = {{1, 2}, .to.y = 3, "m"};
struct line l3 = {.from = {1, 2}, .to.x = 3, 4, .name = "k"}, ls[] = {{.name = "a"}, {.to = {1}}};
union u { int i; float f; struct p p; } u1 = {1}, u2 = {.f = 2}, u3 = {.p = {1, 2}}, us3[] = {{1}, {.p.y = 3}, 4};
struct anon { int k; union { int i; struct { char c, d; }; }; } an = {1, {2}}, an2 = {.d = 3, .k = 1}, an3 = {1, .i = 2};
struct flex { int n; int v[]; } fl = {2, {1, 2}};
struct bits { int a : 3; int : 4; unsigned b : 5; int : 0; int c; } bt = {1, 2, 3};
struct nested { int a[2][2]; struct p q[2]; } ne = {1, 2, 3, 4, 5, 6, 7, 8}, ne2 = {.a[1][0] = 2, 3, .q[1].x = 4, 5};
struct nested ne3 = {.a = {[1] = {7}}, .q = {[0 ... 1] = {1, 2}}}, ne4 = {.a[0 ... 1][1] = 3};
int scalar = {3}, scalar2 = {{4}};
int (*fp[])(int) = {0, (int (*)(int))0};
const char *const names[] = {[2] = "two", [0] = "zero"}; SIZE(names, 3);
int lit[] = (int[]){1, 2, 3}; SIZE(lit, 3);
struct p sp = (struct p){1, 2}; struct p *pp = &(struct p){3, 4}; int *pl = (int[]){1, 2};
enum { X, Y, Z }; static const char *tab[] = {[X] = "x", [Y] = "y", [Z] = "z"}; SIZE(tab, 3);
long addr = (long)&a1; void *self = &self; char *mid = &s1[1]; char *end = s1 + sizeof s1;
int diff = (char *)&ps[1] - (char *)&ps[0], cond = 1 ? 2 : 3;
double dd = 1 / 2.0, de = 1e3 * 4; float fneg = -1.5f; _Complex double cz = 1.0 + 2.0i;
typedef int vec[]; vec va = {1}, vb = {1, 2}; SIZE(va, 1); SIZE(vb, 2);
struct p f(void);
int g(int n, struct p q)
{
    struct p local = q, other = {n, n + 1}, call = f(), arr[] = {q, local, {n}, f()};
    struct line deep = {q, f(), "x"}, deep2 = {.to = q, .from = f()};
    int values[] = {n, n * 2, [5] = n};
    static int counter = 3, *pcounter = &counter; static char text[] = "text";
    int vla[n]; char z[4] = {0}, t[10] = "abc"; struct p zero = {0};
    SIZE(arr, 4); SIZE(values, 6); vla[0] = z[0] + t[0] + zero.x;
    struct { int a, b; } un = {.b = 2}; union u uu = {.p = q}; union u ucast = (union u)n;
    return other.x + call.y + deep.to.x + deep2.from.y + *pcounter + text[0] + un.b + uu.i + ucast.i + vla[0]
        + ((struct p){.y = n}).y + (int[]){n, 2}[1] + ((struct p[]){{1}, {2}})[1].x + sizeof(int[n]);
}
typedef int v4 __attribute__((vector_size(16)));
v4 vec1 = {1, 2, 3, 4}; struct { v4 v; int n; } sv = {{1, 2}, 3}; v4 vecs[] = {{1}, {2}};
v4 fv(v4 x) { struct { v4 a, b; } y = {x, {1}}; return y.a + y.b; }
