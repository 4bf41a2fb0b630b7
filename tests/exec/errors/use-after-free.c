#include <stdlib.h>
struct node { int key; struct node *next; };
int main(void)
{
    struct node *n = malloc(sizeof *n);
    n->key = 1;
    n->next = NULL;
    free(n);
    struct node *other = malloc(sizeof *other); /* a real heap gives the same address again */
    other->key = 2;
    return n->key; //~ use-after-free
}
