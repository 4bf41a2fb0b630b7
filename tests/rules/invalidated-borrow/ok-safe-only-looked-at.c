// A pointer into a table is used after a call that only looks at the table.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct table {
    int *__own __counted_by(rows) row;
    size_t rows;
};

int table_sum(const struct table *t);

int bump(struct table *t)
{
    if (t->rows == 0)
        return 0;
    int *first = &t->row[0];
    int sum = table_sum(t);
    *first = 1;
    return sum;
}
