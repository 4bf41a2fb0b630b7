// The dictionary, whose kind says that it owns its keys, has the key when the record is refused; both
// the dictionary and the reader free it.
#include <stdlib.h>
#include <string.h>

struct kind {
    void (*drop_key)(void *key);
};

struct entry {
    struct entry *next;
    void *key;
};

struct dictionary {
    const struct kind *kind;
    struct entry *first;
};

static void drop_text(void *key)
{
    free(key);
}

static const struct kind of_texts = { drop_text };

static struct dictionary *dictionary_new(const struct kind *kind)
{
    struct dictionary *d = malloc(sizeof *d);
    if (!d)
        abort();
    d->kind = kind;
    d->first = NULL;
    return d;
}

static int dictionary_add(struct dictionary *d, void *key)
{
    for (struct entry *e = d->first; e; e = e->next)
        if (!strcmp(e->key, key))
            return -1;
    struct entry *e = malloc(sizeof *e);
    if (!e)
        abort();
    e->key = key;
    e->next = d->first;
    d->first = e;
    return 0;
}

static void dictionary_free(struct dictionary *d)
{
    while (d->first) {
        struct entry *e = d->first;
        d->first = e->next;
        if (d->kind->drop_key)
            d->kind->drop_key(e->key);
        free(e);
    }
    free(d);
}

int load(const char *text, size_t room)
{
    struct dictionary *seen = dictionary_new(&of_texts);
    char *key = strdup(text);
    if (!key || dictionary_add(seen, key) != 0 || strlen(text) > room) {
        dictionary_free(seen);
        free(key); //~ double-free
        return -1;
    }
    dictionary_free(seen);
    return 0;
}
