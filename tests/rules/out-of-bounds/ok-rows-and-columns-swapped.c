// The first index is the row everywhere.
#include <stdio.h>

#define ROWS 3
#define COLUMNS 5

static int seat[ROWS][COLUMNS];

int main(void)
{
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLUMNS; c++)
            seat[r][c] = r * 10 + c;
    printf("%d\n", seat[2][2]);
    return 0;
}
