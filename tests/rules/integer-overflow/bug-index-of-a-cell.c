// The number of a cell is computed in 16 bits, and wraps for the lower rows.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define SIDE 300u

int main(void)
{
    unsigned char *cell = calloc(SIDE * SIDE, 1);
    if (cell == NULL)
        return 1;
    unsigned filled = 0;
    for (uint16_t y = 0; y < SIDE; y++) {
        uint16_t row = (uint16_t)(y * SIDE); //~ integer-overflow
        cell[row] = 1;
    }
    for (size_t i = 0; i < SIDE * SIDE; i++)
        filled += cell[i];
    free(cell);
    if (filled != SIDE)
        abort();
    return 0;
}
