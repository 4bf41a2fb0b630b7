// Structs are laid over buffers of bytes that were read, and over blocks of memory.
// run: printf '\001\000\004\000abcd' | ./a.out
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct header {
    uint16_t type, length;
};

struct pair {
    long a, b;
};

static alignas(16) unsigned char pool[1024];
static size_t used;

static void *pool_get(size_t n)
{
    n = (n + 15) & ~(size_t)15;
    if (n > sizeof pool - used)
        return NULL;
    void *p = pool + used;
    used += n;
    return p;
}

int main(void)
{
    alignas(8) char buf[64];
    size_t n = fread(buf, 1, sizeof buf, stdin);
    if (n < sizeof(struct header))
        return 1;
    const struct header *h = (const struct header *)buf;
    const char *body = (const char *)(h + 1);
    if (h->length > n - sizeof *h)
        return 1;
    struct pair *p = pool_get(sizeof *p);
    double *d = pool_get(3 * sizeof *d);
    if (p == NULL || d == NULL)
        return 1;
    *p = (struct pair){ 1, 2 };
    d[0] = d[2] = 0.5;
    void *block = malloc(sizeof *p);
    if (block == NULL)
        return 1;
    memcpy(block, p, sizeof *p);
    long sum = ((struct pair *)block)->b;
    memset(block, 0, sizeof *p);
    *(double *)block = 2;
    printf("%.*s %ld %g\n", h->length, body, sum, *(double *)block + d[0]);
    free(block);
    return 0;
}
