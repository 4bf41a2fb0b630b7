// The comparison follows the pointers that the elements are.
#include <stdio.h>
#include <string.h>

struct person {
    const char *name;
    int age;
};

typedef int compare_fn(const void *a, const void *b);

static int by_name(const void *a, const void *b)
{
    const struct person *p = *(const struct person *const *)a;
    const struct person *q = *(const struct person *const *)b;
    return strcmp(p->name, q->name);
}

static const struct person *smallest(const struct person *const *v, size_t n, compare_fn *compare)
{
    size_t best = 0;
    for (size_t i = 1; i < n; i++)
        if (compare(&v[i], &v[best]) < 0)
            best = i;
    return v[best];
}

int main(void)
{
    static const struct person ann = { "ann", 40 }, bob = { "bob", 30 };
    const struct person *const all[2] = { &bob, &ann };
    printf("%s\n", smallest(all, 2, by_name)->name);
    return 0;
}
