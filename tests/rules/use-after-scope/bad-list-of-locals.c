// A node on the stack of a helper is linked into the caller's list.
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int v;
};

static void push(struct node **head, int v)
{
    struct node n = { *head, v };
    *head = &n; //~ use-after-scope
}

int main(void)
{
    struct node *list = NULL;
    push(&list, 1);
    if (list != NULL)
        printf("%d\n", list->v);
    return 0;
}
