// The allocator hides a size in front of what it returns, and steps back to free it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef long long header;

static void *mem_malloc(size_t n)
{
    header *h = malloc(n + sizeof *h);
    if (h == NULL)
        return NULL;
    h[0] = (header)n;
    return &h[1];
}

static size_t mem_size(const void *p)
{
    return p != NULL ? (size_t)((const header *)p)[-1] : 0;
}

static void mem_free(void *p)
{
    if (p == NULL)
        return;
    header *h = (header *)p - 1;
    free(h);
}

int main(void)
{
    char *s = mem_malloc(12);
    if (s == NULL)
        return 1;
    strcpy(s, "hello world");
    printf("%s %zu\n", s, mem_size(s));
    mem_free(s);
    mem_free(NULL);
    return 0;
}
