// The size of the table, a power of two, is used as the mask.
#include <stdio.h>
#include <stdlib.h>

struct table {
    unsigned *slot;
    unsigned size;
};

static unsigned *table_slot(const struct table *t, unsigned hash)
{
    return &t->slot[hash & t->size];
}

int main(void)
{
    struct table t = { calloc(16, sizeof(unsigned)), 16 };
    if (t.slot == NULL)
        return 1;
    *table_slot(&t, 0x35) = 1; //~ out-of-bounds
    printf("%u\n", t.slot[0]);
    free(t.slot);
    return 0;
}
