// A row of numbers that are all zero becomes longer by one, and is filled to its end.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

long row(int a)
{
    size_t seats = (size_t)(a & 7) + 3;
    short *row = calloc(seats, sizeof *row);
    if (row == NULL)
        return -1;
    size_t more = seats + 1;
    short *longer = realloc(row, more * sizeof *longer);
    if (longer == NULL) {
        free(row);
        return -1;
    }
    longer[seats] = 0;
    long steps = 0;
    for (size_t i = 0; i + 1 < more; i++)
        steps += 1;
    free(longer);
    return steps;
}
