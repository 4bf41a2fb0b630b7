// The result of malloc is looked at first.
#include <stdio.h>
#include <stdlib.h>

struct point {
    int x, y;
};

int main(void)
{
    struct point *p = malloc(sizeof *p);
    if (p == NULL)
        return 1;
    p->x = 1;
    p->y = 2;
    printf("%d\n", p->x + p->y);
    free(p);
    return 0;
}
