// Indices that follow each other through checks, copies and arithmetic.
// run: ./a.out 3 9
#include <stdio.h>
#include <stdlib.h>

#define N 16

int main(int argc, char **argv)
{
    static int v[N + 1];
    int from = argc > 1 ? atoi(argv[1]) : 0, to = argc > 2 ? atoi(argv[2]) : N;
    if (from < 0)
        from = 0;
    if (to > N)
        to = N;
    for (int i = from; i < to; i++)
        v[i] = i;
    if (from > to)
        return 1;
    v[from] = v[to];
    int mid = from + (to - from) / 2;
    v[mid]++;
    for (int step = N / 2; step > 0; step /= 2)
        for (int i = 0; i + step < N; i += 2 * step)
            v[i] += v[i + step];
    int last = to - from - 1;
    if (last >= 0)
        v[last] = v[to - 1];
    for (int i = to; i-- > from;)
        v[i] = v[i + 1];
    printf("%d\n", v[0]);
    return 0;
}
