// A sum of two lengths is looked at before it is used, in the ways that programs do.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

char *__own _Nullable __counted_by(n) built_in(size_t n, size_t m)
{
    size_t sum;
    if (__builtin_add_overflow(n, m, &sum))
        return NULL;
    return calloc(sum, 1);
}

char *__own _Nullable __counted_by(n) beforehand(size_t n, size_t m)
{
    if (m > SIZE_MAX - n)
        return NULL;
    return calloc(n + m, 1);
}

char *__own _Nullable __counted_by(n) afterwards(size_t n, size_t m)
{
    size_t sum = n + m;
    if (sum < n)
        return NULL;
    return calloc(sum, 1);
}
