// Points are sorted by the comparison for circles, which are larger.
#include <stdio.h>
#include <stdlib.h>

struct point {
    int x, y;
};

struct circle {
    struct point at;
    int radius;
};

static int by_radius(const void *a, const void *b)
{
    const struct circle *x = a, *y = b;
    return (x->radius > y->radius) - (x->radius < y->radius);
}

static int by_x(const void *a, const void *b)
{
    const struct point *p = a, *q = b;
    return (p->x > q->x) - (p->x < q->x);
}

int main(void)
{
    struct point p[3] = {{3, 1}, {2, 2}, {1, 3}};
    qsort(p, 3, sizeof *p, by_x);
    qsort(p, 3, sizeof *p, by_radius); //~ out-of-bounds
    printf("%d\n", p[0].x);
    return 0;
}
