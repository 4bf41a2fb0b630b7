// The evicted slot is cleared, and the reader skips empty slots.
#include <stdio.h>
#include <stdlib.h>

#define SLOTS 3

int main(void)
{
    int *slot[SLOTS] = { NULL };
    int total = 0;
    for (int i = 0; i < SLOTS; i++) {
        slot[i] = malloc(sizeof(int));
        if (slot[i] != NULL)
            *slot[i] = i + 1;
    }
    if (slot[1] == NULL)
        goto out;
    free(slot[1]);
    slot[1] = NULL;
    total += slot[1] != NULL ? *slot[1] : 0;
out:
    for (int i = 0; i < SLOTS; i++)
        free(slot[i]);
    printf("%d\n", total);
    return 0;
}
