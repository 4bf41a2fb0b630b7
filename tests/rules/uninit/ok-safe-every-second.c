// Each number is set before each is read.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

long sum_of_some(size_t n)
{
    if (n > 1000)
        return 0;
    int *v = malloc(n * sizeof *v);
    long sum = 0;
    if (v == NULL)
        return 0;
    for (size_t i = 0; i < n; i++)
        v[i] = i % 2 == 0;
    for (size_t i = 0; i < n; i++)
        sum += v[i];
    free(v);
    return sum;
}
