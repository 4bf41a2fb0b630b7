// Numbers that scanf reads may be any of their type.
#include <stdio.h>
#include <stdlib.h>

static void *grid(size_t rows, size_t columns)
{
    return malloc(rows * columns * sizeof(int));
}

void *table(void)
{
    unsigned n;
    if (scanf("%u", &n) != 1)
        return NULL;
    unsigned size = n * 16; //~ integer-overflow
    return malloc(size);
}

void *image(void)
{
    int width, height;
    if (scanf("%d %d", &width, &height) != 2 || width <= 0 || height <= 0)
        return NULL;
    return malloc(width * height * 4); //~ integer-overflow
}

void *board(void)
{
    size_t rows, columns;
    if (scanf("%zu %zu", &rows, &columns) != 2)
        return NULL;
    return grid(rows, columns); //~ integer-overflow
}
