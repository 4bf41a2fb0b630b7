// annotate: --set=all
#include "mem.h"
#include <string.h>

int same(const void *a, const void *b, size_t n)
{
    return memcmp(a, b, n);
}

int same_ints(const int *a, const int *b, size_t n)
{
    return memcmp(a, b, n * sizeof *a);
}

int same_words(const void *a, const void *b, size_t words)
{
    return memcmp(a, b, words * 4);
}

size_t len(const unsigned char *s)
{
    return strlen((const char *)s);
}

size_t length(const char *s)
{
    return strlen(s);
}

/* That what is only written had a value before is not asked. */
void fill(char *d, size_t n)
{
    memset(d, 'x', n);
}

int unnamed(const char *a, const char *b, size_t n)
{
    return memcmp(a, b, n);
}
