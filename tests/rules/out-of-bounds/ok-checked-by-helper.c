// A helper says whether an index is good, another makes it good.
// run: ./a.out 700
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define WIDTH 40
#define HEIGHT 20

struct screen {
    char cell[HEIGHT][WIDTH];
};

static bool inside(int x, int y)
{
    return x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT;
}

static int limited(int v, int low, int high)
{
    if (v < low)
        return low;
    return v > high ? high : v;
}

int main(int argc, char **argv)
{
    static struct screen s;
    int x = argc > 1 ? atoi(argv[1]) : 3, y = argc > 2 ? atoi(argv[2]) : 4;
    if (inside(x, y))
        s.cell[y][x] = '*';
    s.cell[limited(y, 0, HEIGHT - 1)][limited(x, 0, WIDTH - 1)] = '+';
    if (x > 1000 || !inside(x + 1, y))
        return 0;
    s.cell[y][x + 1] = '>';
    printf("%c\n", s.cell[0][0]);
    return 0;
}
