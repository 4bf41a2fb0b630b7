// The array grows to cap bytes instead of cap elements.
#include <stdio.h>
#include <stdlib.h>

struct vec {
    long *at;
    size_t used, cap;
};

static int vec_push(struct vec *v, long x)
{
    if (v->used == v->cap) {
        size_t cap = v->cap + 8;
        long *at = realloc(v->at, cap);
        if (at == NULL)
            return -1;
        v->at = at;
        v->cap = cap;
    }
    v->at[v->used++] = x;
    return 0;
}

int main(void)
{
    struct vec v = { NULL, 0, 0 };
    for (long i = 0; i < 5; i++)
        if (vec_push(&v, i) != 0) //~ out-of-bounds
            break;
    printf("%zu\n", v.used);
    free(v.at);
    return 0;
}
