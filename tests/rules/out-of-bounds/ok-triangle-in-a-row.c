// A triangle is kept in one array, row by row; and lengths of codes are counted.
// run: printf '\003\003\002\017\001' | ./a.out
#include <stdio.h>

#define ROWS 8
#define LONGEST 15

static int triangle[ROWS * (ROWS + 1) / 2];

static int *cell(int row, int column)
{
    return &triangle[row * (row + 1) / 2 + column];
}

int main(void)
{
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c <= r; c++)
            *cell(r, c) = c == 0 || c == r ? 1 : *cell(r - 1, c - 1) + *cell(r - 1, c);
    unsigned count[LONGEST + 1] = { 0 }, first[LONGEST + 2] = { 0 };
    int len;
    while ((len = getchar()) != EOF)
        if (len >= 1 && len <= LONGEST)
            count[len]++;
    for (len = 1; len <= LONGEST; len++)
        first[len + 1] = (first[len] + count[len]) << 1 & 0xffff;
    while (len > 1 && count[len - 1] == 0)
        len--;
    printf("%d %u %u\n", *cell(ROWS - 1, 3), first[LONGEST + 1], first[len]);
    return 0;
}
