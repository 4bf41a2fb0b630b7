// A destructor that doesn't clear the field runs on the error path and on the normal one.
#include <stdio.h>
#include <stdlib.h>

struct table {
    int *cell;
    int used;
};

static void table_fini(struct table *t)
{
    free(t->cell);
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
    table_fini(&t); //~ double-free
    printf("%d\n", t.used);
    return 0;
}
