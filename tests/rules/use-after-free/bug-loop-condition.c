// The loop frees the list's node and then follows its link.
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
        free(head);
        head = head->next; //~ use-after-free
    }
    printf("%d\n", sum);
    return 0;
}
