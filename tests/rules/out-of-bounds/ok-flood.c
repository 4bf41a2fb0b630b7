// A recursive fill looks at its coordinates first; the cells are a row of rows.
// run: ./a.out 3 2
#include <stdio.h>
#include <stdlib.h>

#define W 8
#define H 5

static char map[H][W + 1] = { "..#.....", "..#..##.", "..####..", "......#.", "###....." };

static int fill(int x, int y)
{
    if (x < 0 || y < 0 || x >= W || y >= H || map[y][x] != '.')
        return 0;
    map[y][x] = '*';
    return 1 + fill(x - 1, y) + fill(x + 1, y) + fill(x, y - 1) + fill(x, y + 1);
}

static int walls_around(int x, int y)
{
    int n = 0;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) {
            int xx = x + dx, yy = y + dy;
            if (xx >= 0 && xx < W && yy >= 0 && yy < H && (dx != 0 || dy != 0))
                n += map[yy][xx] == '#';
        }
    return n;
}

int main(int argc, char **argv)
{
    int x = argc > 1 ? atoi(argv[1]) % W : 0, y = argc > 2 ? atoi(argv[2]) % H : 0;
    printf("%d %d\n", fill(x, y), walls_around(x, y));
    for (int i = 0; i < H; i++)
        puts(map[i]);
    return 0;
}
