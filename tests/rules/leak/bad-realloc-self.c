// The result of realloc replaces the only pointer to the old block, even if it is null.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    (void)argv;
    int *v = malloc(2 * sizeof *v);
    if (v == NULL)
        return 1;
    v[0] = argc;
    v = realloc(v, 64 * sizeof *v); //~ leak
    if (v == NULL)
        return 1;
    v[63] = v[0];
    printf("%d\n", v[63]);
    free(v);
    return 0;
}
