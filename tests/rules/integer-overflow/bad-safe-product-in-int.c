// The number of cells is multiplied in int.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int cells(uint16_t rows, uint16_t columns)
{
    size_t n = (size_t)(rows * columns); //~ integer-overflow
    char *cell = calloc(n, 1);
    if (cell == NULL)
        return -1;
    free(cell);
    return 0;
}
