// There is one pointer more for the null pointer.
#include <stdio.h>
#include <stdlib.h>

static char **copy_arguments(int n, char **v)
{
    char **copy = malloc(((size_t)n + 1) * sizeof *copy);
    if (copy == NULL)
        return NULL;
    for (int i = 0; i < n; i++)
        copy[i] = v[i];
    copy[n] = NULL;
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
