// The number of buckets is a power of two whose exponent comes from a file.
// run: printf '\036' | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int order = getchar();
    if (order < 0 || order > 31)
        return 1;
    uint32_t buckets = UINT32_C(1) << order;
    uint32_t *head = malloc(buckets * 4u); //~ integer-overflow
    if (head == NULL)
        return 1;
    for (uint32_t i = 0; i < buckets; i += 4096)
        head[i] = UINT32_MAX;
    printf("%u buckets\n", (unsigned)buckets);
    free(head);
    return 0;
}
