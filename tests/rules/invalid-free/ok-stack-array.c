// Only the buffer on the heap is freed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t twice(const char *s)
{
    char small[32], *p = small;
    size_t n = strlen(s) + 1;
    if (n > sizeof small) {
        p = malloc(n);
        if (p == NULL)
            return 0;
    }
    memcpy(p, s, n);
    size_t sum = strlen(p) * 2;
    if (p != small)
        free(p);
    return sum;
}

int main(void)
{
    printf("%zu\n", twice("abc"));
    return 0;
}
