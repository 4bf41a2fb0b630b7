// Pointers in a table that is copied: what is not in it stays null.
#include <stdlib.h>
#include <string.h>

int parse(void *options); /* in another file */

static void *copy_of(const void *from, size_t n, size_t size)
{
    void *to = malloc(n * size);
    if (!to)
        exit(1);
    memcpy(to, from, n * size);
    return to;
}

int copied(size_t n)
{
    int *value = NULL, *other = NULL;
    int **table[] = {&value};
    if (n != 1)
        return 0;
    void *copy = copy_of(table, n, sizeof *table);
    parse(copy);
    free(copy);
    return *other; //~ null-deref
}
