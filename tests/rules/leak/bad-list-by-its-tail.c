// A list grows at its tail; an item without a name is made and not linked.
#include <stdlib.h>

struct item {
    const char *name;
    struct item *next;
};

void take(struct item *list);

void from_words(const char *first, int count, const char **words)
{
    struct item *list = NULL, **tail = &list;
    if (first) {
        struct item *i = malloc(sizeof *i);
        if (!i)
            abort();
        i->name = first;
        i->next = NULL;
        *tail = i;
        tail = &i->next;
    }
    for (int n = 0; n < count; n++) {
        struct item *i = malloc(sizeof *i);
        if (!i)
            abort();
        i->name = words[n];
        i->next = NULL;
        if (!words[n])
            continue; //~ leak
        *tail = i;
        tail = &i->next;
    }
    take(list);
}
