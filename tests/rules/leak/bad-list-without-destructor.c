// A list of texts is freed without the function that frees what it holds.
#include <stdlib.h>
#include <string.h>

struct item {
    void *data;
};

static void item_free(struct item *i, void (*destroy)(void *))
{
    if (destroy)
        destroy(i->data);
    free(i); //~ leak
}

static struct item *item_new(const char *text)
{
    struct item *i = malloc(sizeof *i);
    if (!i)
        exit(1);
    i->data = strdup(text);
    return i;
}

int main(int argc, char **argv)
{
    struct item *a = item_new(argv[0]), *b = item_new(argv[argc - 1]);
    item_free(a, free);
    item_free(b, NULL);
    return 0;
}
