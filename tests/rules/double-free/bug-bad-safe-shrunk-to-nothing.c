// Memory that shrinks by one may shrink to nothing; then realloc() has released it, and says null.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

int last_one_out(size_t n)
{
    size_t seats = n % 9 + 1;
    char *row = malloc(seats);
    if (row == NULL)
        return -1;
    char *shorter = realloc(row, seats - 1);
    if (shorter == NULL) {
        free(row); //~ double-free
        return -1;
    }
    free(shorter);
    return 0;
}
