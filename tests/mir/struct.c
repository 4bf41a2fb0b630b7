/* Structs flow from place to place; a temp holds what a call returns, until the full expression ends. */
struct s { int n; char name[4]; struct s *next; };
struct s make(struct s by_value, int n);
int f(struct s *p, int c)
{
    struct s a = *p, b;
    b = a;
    b = c ? a : make(b, 2);
    a = make(*p->next, a.n++);
    p->next->n += make(a, 1).name[0];
    return ((void)c, b).n + (*&a).n + p[3].n + p->name[c];
}
