// A slot of a table is read again after the eviction freed what it holds.
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
    total += *slot[1]; //~ use-after-free
    slot[1] = NULL;
out:
    for (int i = 0; i < SLOTS; i++)
        free(slot[i]);
    printf("%d\n", total);
    return 0;
}
