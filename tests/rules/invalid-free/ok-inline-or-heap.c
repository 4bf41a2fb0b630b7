// A vector's storage is freed only if it left the inline array.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vec {
    int *v;
    size_t len, cap;
    int first[4];
};

static void vec_init(struct vec *x)
{
    x->v = x->first;
    x->len = 0;
    x->cap = 4;
}

static void vec_fini(struct vec *x)
{
    if (x->v != x->first)
        free(x->v);
    x->v = NULL;
}

int main(void)
{
    struct vec x;
    vec_init(&x);
    x.v[x.len++] = 11;
    printf("%d of %zu\n", x.v[0], x.cap);
    vec_fini(&x);
    return 0;
}
