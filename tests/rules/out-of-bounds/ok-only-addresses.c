// Addresses one past the end and sizes of elements that do not exist are no accesses.
#include <stddef.h>
#include <stdio.h>

struct block {
    int head[4];
    int tail[4];
};

int main(void)
{
    static int v[8];
    static struct block b;
    int n = 0;
    for (int *p = v, *end = &v[8]; p < end; p += 2)
        n++;
    n += (int)(sizeof v[8] + sizeof v[100]);
    int *from = b.head + 4, *to = &b.tail[4];
    n += from == b.tail ? (int)(to - b.tail) : 0;
    if (&v[n % 8] == v + n % 8)
        n++;
    printf("%d %zu\n", n, offsetof(struct block, tail[3]));
    return 0;
}
