// The destructor clears the field, so that it may run twice.
#include <stdio.h>
#include <stdlib.h>

struct table {
    int *cell;
    int used;
};

static void table_fini(struct table *t)
{
    free(t->cell);
    t->cell = NULL;
    t->used = 0;
}

int main(void)
{
    struct table t = { malloc(3 * sizeof(int)), 0 };
    if (t.cell == NULL)
        return 1;
    t.cell[t.used++] = 5;
    if (t.cell[0] == 5)
        table_fini(&t);
    table_fini(&t);
    printf("%d\n", t.used);
    return 0;
}
