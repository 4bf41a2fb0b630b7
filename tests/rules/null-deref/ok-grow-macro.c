// A macro grows an array through a function that doesn't return when memory is out.
#include <stdio.h>
#include <stdlib.h>

static void *xrealloc(void *p, size_t n)
{
    void *q = realloc(p, n);
    if (q == NULL) {
        fputs("fatal: out of memory\n", stderr);
        exit(128);
    }
    return q;
}

#define REALLOC_ARRAY(x, n) (x) = xrealloc((x), (n) * sizeof *(x))
#define ALLOC_GROW(x, nr, alloc)                                   \
    do {                                                           \
        if ((nr) > (alloc)) {                                      \
            (alloc) = ((alloc) + 16) * 3 / 2 < (nr) ? (nr)         \
                                                    : ((alloc) + 16) * 3 / 2; \
            REALLOC_ARRAY(x, alloc);                               \
        }                                                          \
    } while (0)

int main(void)
{
    int *v = NULL;
    size_t nr = 0, alloc = 0;
    for (int i = 0; i < 100; i++) {
        ALLOC_GROW(v, nr + 1, alloc);
        v[nr++] = i;
    }
    printf("%d\n", v[nr - 1]);
    free(v);
    return 0;
}
