// The link is read before the node goes.
#include <stdio.h>
#include <stdlib.h>

struct item {
    struct item *next;
    int value;
};

int main(void)
{
    struct item *head = NULL;
    int sum = 0;
    for (int i = 0; i < 4; i++) {
        struct item *it = malloc(sizeof *it);
        if (it == NULL)
            break;
        it->value = i;
        it->next = head;
        head = it;
    }
    while (head != NULL) {
        sum += head->value;
        struct item *dead = head;
        head = head->next;
        free(dead);
    }
    printf("%d\n", sum);
    return 0;
}
