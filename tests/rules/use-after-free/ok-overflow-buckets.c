// The first entry of a bucket is in the table itself; only the ones behind it are freed.
#include <stdio.h>
#include <stdlib.h>

struct bucket {
    void *data;
    struct bucket *next;
};

struct table {
    struct bucket *b;
    size_t n;
};

static int table_insert(struct table *t, size_t hash, void *data)
{
    struct bucket *b = &t->b[hash % t->n];
    if (b->data != NULL) {
        struct bucket *more = malloc(sizeof *more);
        if (more == NULL)
            return -1;
        more->data = data;
        more->next = b->next;
        b->next = more;
        return 0;
    }
    b->data = data;
    return 0;
}

static void table_free(struct table *t)
{
    for (struct bucket *b = t->b; b < t->b + t->n; b++)
        for (struct bucket *c = b->next, *next; c != NULL; c = next) {
            next = c->next;
            free(c);
        }
    free(t->b);
}

int main(void)
{
    static int value[9];
    struct table t = { calloc(4, sizeof(struct bucket)), 4 };
    if (t.b == NULL)
        return 1;
    for (size_t i = 0; i < 9; i++)
        if (table_insert(&t, i, &value[i]) < 0)
            break;
    printf("%d\n", t.b[0].next != NULL);
    table_free(&t);
    return 0;
}
