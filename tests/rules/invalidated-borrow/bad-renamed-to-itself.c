// The new name is that of the same item: it is gone when it is copied, two calls further down.
#include <stdlib.h>
#include <string.h>

struct item {
    char *name;
    int count;
};

static char *copy(const char *text)
{
    size_t n = strlen(text) + 1;
    char *s = malloc(n);
    if (!s)
        abort();
    memcpy(s, text, n);
    return s;
}

static void rename_item(struct item *i, const char *name)
{
    free(i->name);
    i->name = copy(name);
}

static void retitle(struct item *i, const char *name)
{
    i->count++;
    rename_item(i, name);
}

void refresh(struct item *i)
{
    if (i->name)
        retitle(i, i->name); //~ invalidated-borrow
}
