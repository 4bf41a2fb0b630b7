#include <stddef.h>
#include <stdlib.h>
#include <string.h>

int at(const int *v, size_t i)
{
    return v[i];
}

int average(int sum, int n)
{
    return sum / n;
}

unsigned bit(unsigned n)
{
    return 1u << n;
}

void clear(char *p, size_t n)
{
    memset(p, 0, n);
}

char *text_new(size_t n)
{
    char *p = malloc(n);
    if (p)
        memset(p, 0, n);
    return p;
}

int first_below(const int *v, int n, int limit)
{
    for (int i = 0; i < n; i++)
        if (v[i] < limit)
            return i;
    return -1;
}
