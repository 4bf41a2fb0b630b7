// The size of a table is the product of two numbers that nobody has tested.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int table_probe(size_t rows, size_t columns)
{
    double *cell = malloc(rows * columns * sizeof *cell); //~ integer-overflow
    if (cell == NULL)
        return -1;
    free(cell);
    return 0;
}
