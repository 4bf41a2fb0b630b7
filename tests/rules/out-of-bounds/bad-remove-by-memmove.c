// Removing an element moves one more than there are.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list {
    int *item;
    size_t used;
};

static void list_remove(struct list *l, size_t i)
{
    memmove(&l->item[i], &l->item[i + 1], (l->used - i) * sizeof l->item[0]);
    l->used--;
}

int main(void)
{
    struct list l = { malloc(5 * sizeof(int)), 5 };
    if (l.item == NULL)
        return 1;
    for (size_t i = 0; i < 5; i++)
        l.item[i] = (int)i;
    list_remove(&l, 1); //~ out-of-bounds
    printf("%zu %d\n", l.used, l.item[1]);
    free(l.item);
    return 0;
}
