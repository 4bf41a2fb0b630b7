// A field of a fresh object is counted up before it was set.
#include <stdio.h>
#include <stdlib.h>

struct node {
    int refs;
    struct node *next;
};

int main(void)
{
    struct node *n = malloc(sizeof *n);
    if (n == NULL)
        return 1;
    n->next = NULL;
    n->refs++; //~ uninit
    printf("%d\n", n->refs);
    free(n);
    return 0;
}
