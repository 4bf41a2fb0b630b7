// The size of a table is the product of two numbers that were tested.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int table_probe(size_t rows, size_t columns)
{
    if (rows > 1000 || columns > 1000)
        return -1;
    double *cell = malloc(rows * columns * sizeof *cell);
    if (cell == NULL)
        return -1;
    free(cell);
    return 0;
}
