// Rows and columns are swapped in one place.
#include <stdio.h>

#define ROWS 3
#define COLUMNS 5

static int seat[ROWS][COLUMNS];

int main(void)
{
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLUMNS; c++)
            seat[c][r] = r * 10 + c; //~ out-of-bounds
    printf("%d\n", seat[2][2]);
    return 0;
}
