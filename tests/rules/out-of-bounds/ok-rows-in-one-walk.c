// A table of rows is walked as one array of bytes, and row by row.
#include <stdio.h>
#include <string.h>

struct cell {
    short height, colour;
};

static struct cell map[6][9];

int main(void)
{
    memset(map, 0, sizeof map);
    for (size_t i = 0; i < sizeof map / sizeof map[0]; i++)
        for (size_t j = 0; j < sizeof map[0] / sizeof map[0][0]; j++)
            map[i][j].height = (short)(i * j);
    unsigned char *byte = (unsigned char *)map;
    unsigned sum = 0;
    for (size_t i = 0; i < sizeof map; i++)
        sum += byte[i];
    for (struct cell(*row)[9] = map; row < map + 6; row++)
        for (struct cell *c = *row; c < *row + 9; c++)
            sum += (unsigned)c->height;
    memcpy(map[5], map[4], sizeof map[4]);
    printf("%u\n", sum);
    return 0;
}
