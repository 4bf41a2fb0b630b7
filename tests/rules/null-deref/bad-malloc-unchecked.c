// The result of malloc is written through at once.
#include <stdio.h>
#include <stdlib.h>

struct point {
    int x, y;
};

int main(void)
{
    struct point *p = malloc(sizeof *p);
    p->x = 1; //~ null-deref
    p->y = 2;
    printf("%d\n", p->x + p->y);
    free(p);
    return 0;
}
