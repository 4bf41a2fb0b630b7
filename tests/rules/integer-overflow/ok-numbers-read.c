// Numbers that scanf reads, compared before they decide a size, or of few digits.
#include <stdio.h>
#include <stdlib.h>

void *table(void)
{
    unsigned n;
    if (scanf("%u", &n) != 1 || n > 1000)
        return NULL;
    unsigned size = n * 16;
    return malloc(size);
}

void *image(void)
{
    int width, height;
    if (scanf("%d %d", &width, &height) != 2 || width <= 0 || height <= 0 || width > 4096 ||
        height > 4096)
        return NULL;
    return malloc((size_t)width * height * 4);
}

void *small(void)
{
    unsigned rows, columns;
    if (scanf("%3u %*d %3u", &rows, &columns) != 2)
        return NULL;
    return malloc(rows * columns);
}
