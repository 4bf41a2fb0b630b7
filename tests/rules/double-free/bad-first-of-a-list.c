// The only entry of a list is freed with the list, and once more by its maker.
#include <stdlib.h>
#include <string.h>

struct entry {
    struct entry *next;
    char *key;
};

struct list {
    struct entry *first;
};

static int list_add(struct list *l, char *key)
{
    for (struct entry *e = l->first; e; e = e->next)
        if (!strcmp(e->key, key))
            return -1;
    struct entry *e = malloc(sizeof *e);
    if (!e)
        abort();
    e->key = key;
    e->next = l->first;
    l->first = e;
    return 0;
}

static void list_clear(struct list *l)
{
    while (l->first) {
        struct entry *e = l->first;
        l->first = e->next;
        free(e->key);
        free(e);
    }
}

int load(const char *text, size_t room)
{
    struct list seen = { NULL };
    char *key = strdup(text);
    if (!key || list_add(&seen, key) != 0 || strlen(text) > room) {
        list_clear(&seen);
        free(key); //~ double-free
        return -1;
    }
    list_clear(&seen);
    return 0;
}
