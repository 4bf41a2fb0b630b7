// The fresh object comes from calloc.
#include <stdio.h>
#include <stdlib.h>

struct node {
    int refs;
    struct node *next;
};

int main(void)
{
    struct node *n = calloc(1, sizeof *n);
    if (n == NULL)
        return 1;
    n->next = NULL;
    n->refs++;
    printf("%d\n", n->refs);
    free(n);
    return 0;
}
