#include <stdlib.h>
int main(void)
{
    int *v = malloc(4 * sizeof *v), *first = v;
    v[0] = 3;
    int *w = realloc(v, 100 * sizeof *v);
    return *first + w[0]; //~ invalidated-borrow
}
