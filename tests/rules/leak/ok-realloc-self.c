// The result of realloc is looked at before it replaces the pointer.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    (void)argv;
    int *v = malloc(2 * sizeof *v);
    if (v == NULL)
        return 1;
    v[0] = argc;
    int *w = realloc(v, 64 * sizeof *v);
    if (w == NULL) {
        free(v);
        return 1;
    }
    v = w;
    v[63] = v[0];
    printf("%d\n", v[63]);
    free(v);
    return 0;
}
