/* Promises that an optimiser would be glad of, if it were told: x is not kept, v is not null, the
 * result is fresh. It is not: an annotation that is wrong is a finding, never a miscompilation. */
#include <corten.h>
#include <stddef.h>

void fill(int *__noescape __inits x);
void other(void);
int *__own make(void);
void drop(int *__own p);

int kept(void)
{
    int x = 1;
    fill(&x);
    int y = x;
    other();
    return x + y;
}

int sum(const int *_Nonnull __counted_by(n) __noinvalidate v, size_t n)
{
    int s = 0;
    for (size_t i = 0; v != NULL && i < n; i++)
        s += v[i];
    return s;
}

int fresh(int *_Nonnull old)
{
    int *p = make();
    *old = 1;
    *p = 2;
    int one = *old;
    drop(p);
    return one;
}
