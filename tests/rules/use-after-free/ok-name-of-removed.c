// An entry is removed from a list, and its name is printed before that.
#include <stdio.h>
#include <stdlib.h>

struct entry {
    struct entry *next;
    char name[16];
};

static struct entry *remove_first(struct entry *list)
{
    struct entry *rest = list->next;
    free(list);
    return rest;
}

struct entry *drop(struct entry *list)
{
    if (list == NULL)
        return NULL;
    printf("removing %s\n", list->name);
    return remove_first(list);
}
