// The iterator is made after the array has grown.
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
    int *w = realloc(v, 4000 * sizeof *w);
    if (w == NULL) {
        free(v);
        return 1;
    }
    for (int i = 4; i < 4000; i++)
        w[i] = i;
    struct iterator it = { w, w + 4000 };
    printf("%d\n", *it.at);
    free(w);
    return 0;
}
