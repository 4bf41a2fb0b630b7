// Two arrays are asked for with one length, and walked together.
// run: ./a.out 20
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    long n = argc > 1 ? strtol(argv[1], NULL, 10) : 10;
    if (n <= 0 || n > 10000)
        return 1;
    float *x = malloc(sizeof(float) * (size_t)n);
    float *y = calloc((size_t)n + 2, sizeof *y);
    int *next = reallocarray(NULL, (size_t)n + 1, sizeof *next);
    if (x == NULL || y == NULL || next == NULL)
        goto out;
    for (long i = 0; i < n; i++) {
        x[i] = (float)i;
        y[i + 1] = x[i] + y[i];
        next[i] = (int)i + 1;
    }
    next[n] = -1;
    y[n + 1] = 0;
    long hops = 0;
    for (long i = 0; i < n && next[i] != -1; i = next[i])
        hops++;
    printf("%ld %g\n", hops, (double)y[n]);
out:
    free(x);
    free(y);
    free(next);
    return 0;
}
