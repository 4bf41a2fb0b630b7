// Only realloc's result is freed.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *v = malloc(2 * sizeof *v);
    if (v == NULL)
        return 1;
    v[0] = v[1] = 3;
    int *w = realloc(v, 4000 * sizeof *w);
    if (w == NULL) {
        free(v);
        return 1;
    }
    printf("%d\n", w[0] + w[1]);
    free(w);
    return 0;
}
