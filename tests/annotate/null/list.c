#include "list.h"
#include <stdlib.h>
#include <string.h>

size_t list_len(const struct node *l)
{
    size_t n = 0;
    for (; l; l = l->next)
        n++;
    return n;
}

const char *list_name(const struct node *n)
{
    return n == NULL ? "nobody" : n->name;
}

struct node *list_find(struct node *l, const char *name)
{
    if (name == NULL)
        return NULL;
    while (l != NULL && strcmp(l->name, name) != 0)
        l = l->next;
    return l;
}

/* Not for an empty list. */
struct node *list_last(struct node *l)
{
    while (l->next)
        l = l->next;
    return l;
}

/* A callee asks. */
int list_has(struct node *l, const char *name)
{
    return list_find(l, name) != NULL;
}

/* Stored, not used: who reads it later decides. */
void list_set(struct node *n, const char *name)
{
    n->name = name;
}

int list_at_least(const struct node *l, size_t n)
{
    return n == 0 || (l != NULL && list_len(l->next) + 1 >= n);
}

/* Null is asked for, and refused. */
void list_must(const struct node *l)
{
    if (!l)
        abort();
}
