// The aligned block is freed when the size is odd, too.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checksum(size_t n)
{
    void *p;
    if (posix_memalign(&p, 64, n) != 0)
        return -1;
    memset(p, 1, n);
    if (n % 2) {
        free(p);
        return -1;
    }
    int sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += ((unsigned char *)p)[i];
    free(p);
    return sum;
}

int main(void)
{
    printf("%d\n", checksum(64));
    return 0;
}
