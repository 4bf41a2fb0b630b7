// An entry is removed from a list, and its name is printed after that.
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
    struct entry *old = list;
    list = remove_first(list);
    printf("removed %s\n", old->name); //~ use-after-free
    return list;
}
