// Limits that stand in a constant, in a field, in a helper and in a switch.
// run: ./a.out 4000000000 2
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_ITEMS = 1 << 16 };

struct limits {
    uint32_t items, bytes;
};

static uint32_t clamp(uint32_t n, uint32_t most)
{
    return n < most ? n : most;
}

static int depth_bytes(unsigned depth)
{
    switch (depth) {
    case 1: return 1;
    case 2: return 2;
    case 4: return 4;
    }
    return 0;
}

int main(int argc, char **argv)
{
    const struct limits limits = { 1000, 1u << 20 };
    uint32_t n = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1;
    unsigned depth = argc > 2 ? (unsigned)atoi(argv[2]) : 1;
    uint32_t items = clamp(n, MAX_ITEMS);
    char *a = malloc(items * (uint32_t)depth_bytes(depth) + 16u);
    char *b = n <= limits.items ? malloc(n * 64u) : NULL;
    char *c = n < limits.bytes && n > 8 ? malloc(n - 8u) : NULL;
    char *d = malloc(n % 4096u * 16u);
    printf("%d\n", (a != NULL) + (b != NULL) + (c != NULL) + (d != NULL));
    free(a);
    free(b);
    free(c);
    free(d);
    return 0;
}
