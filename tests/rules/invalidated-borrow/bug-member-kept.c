// An iterator keeps where it is in an array, and the array grows behind it.
#include <stdio.h>
#include <stdlib.h>

struct iterator {
    int *at, *end;
};

int main(void)
{
    int *v = calloc(4, sizeof *v);
    if (v == NULL)
        return 1;
    struct iterator it = { v, v + 4 };
    int *w = realloc(v, 4000 * sizeof *w);
    if (w == NULL) {
        free(v);
        return 1;
    }
    for (int i = 4; i < 4000; i++)
        w[i] = i;
    printf("%d\n", *it.at); //~ invalidated-borrow
    free(w);
    return 0;
}
