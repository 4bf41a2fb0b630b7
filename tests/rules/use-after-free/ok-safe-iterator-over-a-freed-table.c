// A loop reads a table that is freed after the loop.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int first_set(int rounds)
{
    int *table = calloc(16, sizeof *table);
    if (table == NULL)
        return -1;
    int found = 0;
    for (int i = 0; i < rounds; i++) {
        found |= table[i % 16];
        if (i == 3)
            break;
    }
    free(table);
    return found;
}
