// Two owners change places in a function: both are released all the same.
#include <stdlib.h>

static void swap(int **a, int **b)
{
    int *t = *a;
    *a = *b;
    *b = t;
}

int main(void)
{
    int *p = malloc(4);
    int *q = malloc(4);
    if (!p || !q) {
        free(p);
        free(q);
        return 1;
    }
    swap(&p, &q);
    free(p);
    free(q);
    return 0;
}
