// The comparison expects empty places; another table has none; a search may find nothing.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *name;
    int id;
};

static int by_name(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->name == NULL || y->name == NULL)
        return (x->name != NULL) - (y->name != NULL);
    return strcmp(x->name, y->name);
}

static int by_id(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->id - y->id;
}

static int by_full_name(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return strcmp(x->name, y->name);
}

int main(void)
{
    struct entry e[2] = {{"two", 2}, {NULL, 1}}, full[2] = {{"b", 1}, {"a", 2}};
    struct entry key = {NULL, 2};
    qsort(e, 2, sizeof *e, by_name);
    qsort(e, 2, sizeof *e, by_id);
    qsort(full, 2, sizeof *full, by_full_name);
    const struct entry *found = bsearch(&key, e, 2, sizeof *e, by_id);
    printf("%d %d\n", e[0].id, found ? found->id : 0);
    return 0;
}
