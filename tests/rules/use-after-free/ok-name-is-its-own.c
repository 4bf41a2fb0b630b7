// Asks whether the new name is the old one before it frees that.
#include <stdlib.h>
#include <string.h>

struct item {
    char *name;
};

static void rename_item(struct item *i, const char *name)
{
    if (i->name == name)
        return;
    free(i->name);
    i->name = strdup(name);
    if (!i->name)
        abort();
}

void refresh(struct item *i)
{
    if (i->name)
        rename_item(i, i->name);
}
