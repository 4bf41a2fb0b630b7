// A compound literal is freed as if it came from the allocator.
#include <stdio.h>
#include <stdlib.h>

struct point {
    int x, y;
};

int main(void)
{
    struct point *p = &(struct point){ 3, 4 };
    printf("%d\n", p->x * p->x + p->y * p->y);
    free(p); //~ invalid-free
    return 0;
}
