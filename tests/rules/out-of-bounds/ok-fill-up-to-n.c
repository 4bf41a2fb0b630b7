// An array of n numbers is filled below the n-th.
// run: ./a.out 6
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    int n = atoi(argv[1]);
    if (n < 1 || n > 1000)
        return 1;
    double *v = malloc((size_t)n * sizeof *v);
    if (v == NULL)
        return 1;
    double sum = 0;
    for (int i = 0; i < n; i++) {
        v[i] = i / 2.0;
        sum += v[i];
    }
    printf("%g\n", sum);
    free(v);
    return 0;
}
