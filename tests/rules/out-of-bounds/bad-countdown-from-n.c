// The loop counts down from the number of elements, and begins one past the last.
#include <stdio.h>
#include <stdlib.h>

static int *squares(int n)
{
    int *v = malloc((size_t)n * sizeof *v);
    if (v == NULL)
        return NULL;
    for (int i = n; i >= 0; i--)
        v[i] = i * i; //~ out-of-bounds
    return v;
}

int main(int argc, char **argv)
{
    (void)argv;
    int *v = squares(argc + 4);
    if (v == NULL)
        return 1;
    printf("%d\n", v[2]);
    free(v);
    return 0;
}
