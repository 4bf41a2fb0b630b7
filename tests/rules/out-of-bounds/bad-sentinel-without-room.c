// A null pointer is put behind the last of n pointers.
#include <stdio.h>
#include <stdlib.h>

static char **copy_arguments(int n, char **v)
{
    char **copy = malloc((size_t)n * sizeof *copy);
    if (copy == NULL)
        return NULL;
    for (int i = 0; i < n; i++)
        copy[i] = v[i];
    copy[n] = NULL; //~ out-of-bounds
    return copy;
}

int main(int argc, char **argv)
{
    if (argc < 1)
        return 1;
    char **copy = copy_arguments(argc, argv);
    if (copy == NULL)
        return 1;
    puts(copy[0] != NULL ? "named" : "nameless");
    free(copy);
    return 0;
}
