// What a constant table of functions releases is used afterwards.
#include <stdlib.h>
#include <string.h>

struct memory {
    void *(*get)(size_t);
    void (*put)(void *);
};

static void put_back(void *p)
{
    free(p);
}

static const struct memory heap = { .get = malloc, .put = put_back };

int first(const char *text)
{
    size_t n = strlen(text) + 1;
    char *copy = heap.get(n);
    if (!copy)
        return -1;
    memcpy(copy, text, n);
    heap.put(copy);
    return copy[0]; //~ use-after-free
}
