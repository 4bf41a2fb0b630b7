// The object is copied to the heap, and that copy is freed.
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
    *p = (struct point){ 3, 4 };
    printf("%d\n", p->x * p->x + p->y * p->y);
    free(p);
    return 0;
}
