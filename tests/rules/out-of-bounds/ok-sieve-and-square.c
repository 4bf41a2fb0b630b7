// Steps of more than one within the bounds of their loops, and transposed squares.
#include <stdio.h>
#include <string.h>

#define N 100
#define SIDE 6

int main(void)
{
    static char composite[N + 1];
    int square[SIDE][SIDE], primes = 0;
    for (int i = 2; i * i <= N; i++)
        if (!composite[i])
            for (int j = i * i; j <= N; j += i)
                composite[j] = 1;
    for (int i = 2; i <= N; i++)
        primes += !composite[i];
    for (int i = 0; i < SIDE * SIDE; i++)
        square[i / SIDE][i % SIDE] = i;
    for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < i; j++) {
            int x = square[i][j];
            square[i][j] = square[j][i];
            square[j][i] = x;
        }
    for (int i = 0; i < SIDE / 2; i++) {
        int row[SIDE];
        memcpy(row, square[i], sizeof row);
        memcpy(square[i], square[SIDE - 1 - i], sizeof row);
        memcpy(square[SIDE - 1 - i], row, sizeof row);
    }
    int spiral = 0;
    for (int ring = 0; ring < (SIDE + 1) / 2; ring++) {
        int last = SIDE - 1 - ring;
        for (int k = ring; k < last; k++)
            spiral += square[ring][k] + square[k][last] + square[last][SIDE - 1 - k] +
                      square[SIDE - 1 - k][ring];
    }
    printf("%d %d\n", primes, spiral);
    return 0;
}
