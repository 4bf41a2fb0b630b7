// The first entry is written before the second one is pushed.
#include <stdio.h>
#include <stdlib.h>

struct entry {
    int key, value;
};

struct table {
    struct entry *v;
    size_t n;
};

static struct entry *push(struct table *t, int key)
{
    struct entry *v = realloc(t->v, (t->n + 1) * sizeof *v);
    if (v == NULL)
        exit(1);
    t->v = v;
    v[t->n].key = key;
    v[t->n].value = 0;
    return &v[t->n++];
}

int main(void)
{
    struct table t = { NULL, 0 };
    struct entry *first = push(&t, 1);
    first->value = 4;
    struct entry *second = push(&t, 2);
    second->value = 5;
    printf("%d %d\n", t.v[0].value, t.v[1].value);
    free(t.v);
    return 0;
}
