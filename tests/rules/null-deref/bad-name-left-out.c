// Names are compared as texts, and one place in the table is empty.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *name;
    int id;
};

static int by_name(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return strcmp(x->name, y->name);
}

int main(void)
{
    struct entry e[2] = {{"two", 2}, {NULL, 1}};
    qsort(e, 2, sizeof *e, by_name); //~ null-deref
    printf("%d\n", e[0].id);
    return 0;
}
