// What realloc returns takes the place of the old block.
#include <stdlib.h>

struct table {
    int *rows;
    size_t n;
};

int table_shrink(struct table *t)
{
    int *rows = realloc(t->rows, t->n * sizeof *t->rows);
    if (!rows && t->n)
        return -1;
    t->rows = rows;
    return 0;
}
