#include <corten.h>
#include <stdlib.h>
struct T { int *__own p; int n; } global;
int *__own _Nullable get(int n);
void put(int *__own p);
void fill(int *p, int n) __attribute__((nonnull(1)));
int take(struct T *t, int *_Nullable q)
{
    int *p = get(t->n), v = 0;
    if (!p)
        return -1;
    fill(p, t->n);
    if (t->p)
        put(t->p);
    t->p = p;
    fill(q, v);
    return *q + t->p[v];
}
