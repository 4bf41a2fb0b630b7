// Products of numbers from outside that were limited in the usual ways.
// run: ./a.out 70000 70000
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_SIDE 4096

static void *by_division(size_t n, size_t size)
{
    if (size != 0 && n > SIZE_MAX / size)
        return NULL;
    return malloc(n * size);
}

static void *by_builtin(size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes))
        return NULL;
    return malloc(bytes);
}

static void *by_quotient(uint32_t n, uint32_t size)
{
    uint32_t bytes = n * size;
    if (size == 0 || bytes / size != n)
        return NULL;
    return malloc(bytes);
}

static void *by_width(uint32_t n, uint32_t size)
{
    uint64_t bytes = (uint64_t)n * size;
    return bytes < UINT64_C(1) << 24 ? malloc((size_t)bytes) : NULL;
}

int main(int argc, char **argv)
{
    uint32_t w = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1;
    uint32_t h = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
    void *block[6] = { by_quotient(w, h), by_width(w, h), calloc(w % 100, h % 100) };
    if (w <= MAX_SIDE && h <= MAX_SIDE) {
        block[3] = malloc(w * h);
        block[4] = by_division(w, h);
        block[5] = by_builtin(w, h);
    }
    for (int i = 0; i < 6; i++)
        free(block[i]);
    return 0;
}
