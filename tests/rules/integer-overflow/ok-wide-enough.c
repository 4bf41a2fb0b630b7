// Sizes that are computed in a type that holds them, from numbers of smaller ones.
// run: printf '\377\377\377\377\377\377\377\177' | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct item {
    char name[24];
    uint32_t value;
};

int main(void)
{
    uint32_t n;
    int32_t k;
    if (fread(&n, sizeof n, 1, stdin) != 1 || fread(&k, sizeof k, 1, stdin) != 1 || k < 0)
        return 1;
    struct item *a = malloc(n * sizeof *a);
    struct item *b = malloc((size_t)k * sizeof(struct item) + 1);
    char *c = malloc((size_t)n + 1);
    uint64_t *d = malloc(sizeof *d * ((n + UINT64_C(63)) / 64));
    int *e = calloc(n, sizeof *e);
    if (a != NULL && n > 0)
        a[0].value = 1;
    printf("%d\n", a != NULL && b != NULL && c != NULL && d != NULL && e != NULL);
    free(a);
    free(b);
    free(c);
    free(d);
    free(e);
    return 0;
}
