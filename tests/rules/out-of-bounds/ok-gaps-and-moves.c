// Elements are inserted, removed and moved within an array that has room for them.
// run: echo 'i5 i3 i9 d1 i4 d0 i1 i2 i8 i7 i6 i0' | ./a.out
#include <stdio.h>
#include <string.h>

#define CAP 6

struct list {
    int at[CAP];
    int n;
};

static int list_insert(struct list *l, int i, int x)
{
    if (l->n >= CAP || i < 0 || i > l->n)
        return -1;
    memmove(&l->at[i + 1], &l->at[i], (size_t)(l->n - i) * sizeof l->at[0]);
    l->at[i] = x;
    l->n++;
    return 0;
}

static int list_delete(struct list *l, int i)
{
    if (i < 0 || i >= l->n)
        return -1;
    l->n--;
    for (; i < l->n; i++)
        l->at[i] = l->at[i + 1];
    return 0;
}

static int list_place(const struct list *l, int x)
{
    int i = l->n;
    while (i > 0 && l->at[i - 1] > x)
        i--;
    return i;
}

int main(void)
{
    struct list l = { { 0 }, 0 };
    char op;
    int v, refused = 0;
    while (scanf(" %c%d", &op, &v) == 2)
        refused += (op == 'i' ? list_insert(&l, list_place(&l, v), v) : list_delete(&l, v)) != 0;
    for (int i = 0; i < l.n; i++)
        printf("%d ", l.at[i]);
    printf("(%d refused)\n", refused);
    return 0;
}
