// The second node fails, and the first one is forgotten.
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};

static struct node *pair(int a, int b)
{
    struct node *first = malloc(sizeof *first);
    if (first == NULL)
        return NULL;
    first->value = a;
    first->next = NULL;
    if (b < 0)
        return NULL; //~ leak
    first->next = malloc(sizeof *first);
    if (first->next == NULL)
        goto fail;
    first->next->value = b;
    first->next->next = NULL;
    return first;
fail:
    free(first);
    return NULL;
}

int main(void)
{
    struct node *p = pair(1, -1);
    if (p != NULL) {
        printf("%d\n", p->next->value);
        free(p->next);
        free(p);
    }
    return 0;
}
