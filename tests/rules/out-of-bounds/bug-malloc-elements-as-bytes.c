// Memory for n bytes is taken for memory for n numbers.
#include <stdio.h>
#include <stdlib.h>

static long *make_table(size_t n)
{
    long *t = malloc(n);
    if (t == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++)
        t[i] = (long)i; //~ out-of-bounds
    return t;
}

int main(int argc, char **argv)
{
    (void)argv;
    long *t = make_table((size_t)argc + 9);
    if (t == NULL)
        return 1;
    printf("%ld\n", t[0]);
    free(t);
    return 0;
}
