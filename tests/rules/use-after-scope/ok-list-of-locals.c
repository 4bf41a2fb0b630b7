// The node comes from the heap.
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int v;
};

static void push(struct node **head, int v)
{
    struct node *n = malloc(sizeof *n);
    if (n == NULL)
        return;
    n->next = *head;
    n->v = v;
    *head = n;
}

int main(void)
{
    struct node *list = NULL;
    push(&list, 1);
    if (list != NULL)
        printf("%d\n", list->v);
    free(list);
    return 0;
}
