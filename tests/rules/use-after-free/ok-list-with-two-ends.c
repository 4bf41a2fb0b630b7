// A node is taken out of its list by a callee before it is freed.
#include <stdlib.h>
struct node {
    struct node *prev, *next;
    void *value;
};
struct list {
    struct node *head, *tail;
    void (*free_value)(void *);
    unsigned long len;
};
void del(struct list *list, struct node *node)
{
    if (node->prev)
        node->prev->next = node->next;
    else
        list->head = node->next;
    if (node->next)
        node->next->prev = node->prev;
    else
        list->tail = node->prev;
    node->next = node->prev = 0;
    if (list->free_value)
        list->free_value(node->value);
    free(node);
    list->len--;
}
void reset(struct list *log)
{
    while (log->len > 0)
        del(log, log->tail);
}
