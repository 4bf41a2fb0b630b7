// A list frees its values through the function that it was made with, if there is one.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    void *value;
};

struct list {
    struct node *head;
    void (*release)(void *);
};

static int list_push(struct list *l, void *value)
{
    struct node *n = malloc(sizeof *n);
    if (n == NULL)
        return -1;
    n->value = value;
    n->next = l->head;
    l->head = n;
    return 0;
}

static void list_empty(struct list *l)
{
    struct node *n = l->head, *next;
    for (; n != NULL; n = next) {
        next = n->next;
        if (l->release != NULL)
            l->release(n->value);
        free(n);
    }
    l->head = NULL;
}

int main(void)
{
    static int fixed = 3;
    struct list owned = { NULL, free }, lent = { NULL, NULL };
    char *s = strdup("value");
    if (s != NULL && list_push(&owned, s) < 0)
        free(s);
    if (list_push(&lent, &fixed) == 0)
        printf("%d\n", *(int *)lent.head->value);
    list_empty(&owned);
    list_empty(&lent);
    return 0;
}
