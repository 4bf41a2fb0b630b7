// Points are sorted as points, circles as circles, and a single one not at all.
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
    struct circle c[2] = {{{1, 1}, 2}, {{2, 2}, 1}};
    qsort(c, 2, sizeof *c, by_radius);
    qsort(p, 1, sizeof *p, by_radius);
    printf("%d %d\n", p[0].x, c[0].radius);
    return 0;
}
