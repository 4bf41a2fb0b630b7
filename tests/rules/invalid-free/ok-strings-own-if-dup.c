// A list of strings frees its items only if it was told to copy them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct strings {
    char **item;
    size_t nr, alloc;
    unsigned dup : 1;
};

static int strings_add(struct strings *l, char *s)
{
    if (l->nr == l->alloc) {
        size_t alloc = (l->alloc + 4) * 2;
        char **item = realloc(l->item, alloc * sizeof *item);
        if (item == NULL)
            return -1;
        l->item = item;
        l->alloc = alloc;
    }
    char *own = l->dup ? strdup(s) : s;
    if (own == NULL)
        return -1;
    l->item[l->nr++] = own;
    return 0;
}

static void strings_clear(struct strings *l)
{
    if (l->dup)
        for (size_t i = 0; i < l->nr; i++)
            free(l->item[i]);
    free(l->item);
    l->item = NULL;
    l->nr = l->alloc = 0;
}

int main(int argc, char **argv)
{
    struct strings borrowed = { .dup = 0 }, copied = { .dup = 1 };
    for (int i = 0; i < argc; i++)
        if (strings_add(&borrowed, argv[i]) < 0 || strings_add(&copied, argv[i]) < 0)
            break;
    printf("%zu %zu\n", borrowed.nr, copied.nr);
    strings_clear(&borrowed);
    strings_clear(&copied);
    return 0;
}
