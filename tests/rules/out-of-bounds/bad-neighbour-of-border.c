// The cell to the right is looked at from the last column too.
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 8, HEIGHT = 4 };

static int edges(const unsigned char *cell)
{
    int n = 0;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            n += cell[y * WIDTH + x] != cell[y * WIDTH + x + 1];
    return n;
}

int main(void)
{
    unsigned char *cell = calloc(WIDTH * HEIGHT, 1);
    if (cell == NULL)
        return 1;
    cell[9] = 1;
    printf("%d\n", edges(cell)); //~ out-of-bounds
    free(cell);
    return 0;
}
