// One function allocates, grows and frees, as its last argument says.
#include <stdio.h>
#include <stdlib.h>

static void *frealloc(void *p, size_t old, size_t size)
{
    (void)old;
    if (size == 0) {
        free(p);
        return NULL;
    }
    return realloc(p, size);
}

struct array {
    int *v;
    size_t cap;
};

static int array_resize(struct array *a, size_t cap)
{
    int *v = frealloc(a->v, a->cap * sizeof *v, cap * sizeof *v);
    if (v == NULL && cap > 0)
        return -1;
    a->v = v;
    a->cap = cap;
    return 0;
}

int main(void)
{
    struct array a = { NULL, 0 };
    if (array_resize(&a, 4) < 0)
        return 1;
    a.v[3] = 8;
    if (array_resize(&a, 400) == 0)
        printf("%d\n", a.v[3]);
    array_resize(&a, 0);
    array_resize(&a, 0);
    return 0;
}
