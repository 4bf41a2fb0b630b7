// Twenty lists of five nodes take half the budget; the loop ends all the same; null is asked for.
#include <stdlib.h>

struct node {
    int key;
    struct node *next;
};

int work(void)
{
    int rounds = 20, *p = NULL;
    while (rounds > 0) {
        rounds -= 1;
        struct node *list = NULL;
        for (int k = 0; k < 5; k++) {
            struct node *n = malloc(sizeof *n);
            if (!n)
                break;
            n->key = k;
            n->next = list;
            list = n;
        }
        while (list) {
            struct node *n = list;
            list = n->next;
            free(n);
        }
    }
    return p != NULL ? *p : 0;
}
