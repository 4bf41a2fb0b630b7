// Appending returns the new list or null, and then the old list is still the caller's.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct slist {
    char *data;
    struct slist *next;
};

static void slist_free_all(struct slist *l)
{
    while (l != NULL) {
        struct slist *next = l->next;
        free(l->data);
        free(l);
        l = next;
    }
}

static struct slist *slist_append(struct slist *l, const char *text)
{
    struct slist *item = malloc(sizeof *item), *last;
    char *copy = strdup(text);
    if (item == NULL || copy == NULL) {
        free(item);
        free(copy);
        return NULL;
    }
    item->data = copy;
    item->next = NULL;
    if (l == NULL)
        return item;
    for (last = l; last->next != NULL; last = last->next)
        ;
    last->next = item;
    return l;
}

int main(void)
{
    static const char *const words[] = { "Accept: a", "Host: b", "X: c" };
    struct slist *headers = NULL;
    for (int i = 0; i < 3; i++) {
        struct slist *more = slist_append(headers, words[i]);
        if (more == NULL) {
            slist_free_all(headers);
            return 1;
        }
        headers = more;
    }
    for (struct slist *p = headers; p != NULL; p = p->next)
        puts(p->data);
    slist_free_all(headers);
    return 0;
}
