// The entries of the old table move to the new one; each is linked before its chain goes on.
#include <stdio.h>
#include <stdlib.h>

struct entry {
    unsigned key;
    struct entry *next;
};

struct dict {
    struct entry **slot;
    size_t size, used;
};

static int dict_resize(struct dict *d, size_t size)
{
    struct entry **slot = calloc(size, sizeof *slot);
    if (slot == NULL)
        return -1;
    for (size_t i = 0; i < d->size; i++) {
        struct entry *e = d->slot[i], *next;
        for (; e != NULL; e = next) {
            next = e->next;
            e->next = slot[e->key % size];
            slot[e->key % size] = e;
        }
    }
    free(d->slot);
    d->slot = slot;
    d->size = size;
    return 0;
}

static int dict_add(struct dict *d, unsigned key)
{
    if (d->used >= d->size && dict_resize(d, d->size ? d->size * 2 : 4) < 0)
        return -1;
    struct entry *e = malloc(sizeof *e);
    if (e == NULL)
        return -1;
    e->key = key;
    e->next = d->slot[key % d->size];
    d->slot[key % d->size] = e;
    d->used++;
    return 0;
}

int main(void)
{
    struct dict d = { NULL, 0, 0 };
    for (unsigned i = 0; i < 20; i++)
        if (dict_add(&d, i * 7) < 0)
            break;
    printf("%zu of %zu\n", d.used, d.size);
    for (size_t i = 0; i < d.size; i++)
        while (d.slot[i] != NULL) {
            struct entry *e = d.slot[i];
            d.slot[i] = e->next;
            free(e);
        }
    free(d.slot);
    return 0;
}
