// A hash table that was not sized yet is looked into.
#include <stdio.h>
#include <stdlib.h>

struct table {
    int *slot;
    unsigned size;
};

static int *table_find(const struct table *t, unsigned key)
{
    return &t->slot[key % t->size];
}

int main(void)
{
    struct table t = { NULL, 0 };
    int *p = table_find(&t, 42); //~ div-by-zero
    puts(p ? "there" : "not there");
    return 0;
}
