// The C library says it of realloc: the old block may have moved.
#include <stdlib.h>

struct table {
    int *rows;
    size_t n;
};

int table_shrink(struct table *t)
{
    realloc(t->rows, t->n * sizeof *t->rows); //~ unchecked-result leak
    return 0;
}
