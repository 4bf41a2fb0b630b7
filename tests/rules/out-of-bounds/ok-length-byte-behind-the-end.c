// Two bytes are left before the type and the length of an option are read.
// run: printf '%01024d' 0 | tr 0 '\001' | ./a.out
#include <stdio.h>
#include <stdlib.h>

static int count_options(const unsigned char *p, size_t n)
{
    size_t at = 0;
    int count = 0;
    while (n - at >= 2) {
        unsigned type = p[at];
        unsigned len = p[at + 1];
        if (type == 0 || len > n - at)
            break;
        if (len < 2)
            len = 1;
        at += len;
        count++;
    }
    return count;
}

int main(void)
{
    unsigned char *p = malloc(1024);
    if (p == NULL)
        return 1;
    size_t n = fread(p, 1, 1024, stdin);
    printf("%d options\n", count_options(p, n));
    free(p);
    return 0;
}
