// A hash table of a size that grows by doubling; probes wrap by the mask or by hand.
// run: ./a.out one two three four five six seven eight nine ten eleven twelve
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct set {
    const char **slot;
    size_t size, used;
};

static size_t hash(const char *s)
{
    size_t h = 14695981039346656037u;
    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211u;
    return h;
}

static const char **set_find(const struct set *t, const char *key)
{
    size_t i = hash(key) & (t->size - 1);
    while (t->slot[i] != NULL && strcmp(t->slot[i], key) != 0)
        if (++i == t->size)
            i = 0;
    return &t->slot[i];
}

static int set_grow(struct set *t)
{
    struct set bigger = { NULL, t->size ? t->size * 2 : 8, t->used };
    bigger.slot = calloc(bigger.size, sizeof *bigger.slot);
    if (bigger.slot == NULL)
        return -1;
    for (size_t i = 0; i < t->size; i++)
        if (t->slot[i] != NULL)
            *set_find(&bigger, t->slot[i]) = t->slot[i];
    free(t->slot);
    *t = bigger;
    return 0;
}

int main(int argc, char **argv)
{
    struct set t = { NULL, 0, 0 };
    for (int i = 1; i < argc; i++) {
        if (t.used * 4 >= t.size * 3 && set_grow(&t) != 0)
            break;
        const char **slot = set_find(&t, argv[i]);
        if (*slot == NULL) {
            *slot = argv[i];
            t.used++;
        }
    }
    printf("%zu of %zu\n", t.used, t.size);
    free(t.slot);
    return 0;
}
