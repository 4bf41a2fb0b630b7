/* Initialisers: zeros first unless everything is given. */
struct point { int x, y; };
struct line { struct point from, to; unsigned thick : 3, dashed : 1; const char *name; };
union u { int i; double d; };
int use(struct line *, int *, char *, union u *);
int f(int n)
{
    struct point p = { 1, n };
    struct line l = { .to = p, .dashed = 1, .from.y = 2 };
    int a[20] = { [2 ... 3] = 7, [5 ... 18] = 9 };
    char text[6] = "abc";
    union u u = { .d = 1.5 };
    struct point q = {};
    return use(&l, a, text, &u) + q.x + use(&(struct line){ { n } }, (int[]){ 1, 2 }, text, 0);
}
