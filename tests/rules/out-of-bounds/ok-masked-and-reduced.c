// Masks and remainders keep numbers from outside within the tables.
// run: printf 'hash these bytes\377' | ./a.out
#include <stdint.h>
#include <stdio.h>

#define BUCKETS 37u
#define SLOTS 64u

int main(void)
{
    static unsigned bucket[BUCKETS], slot[SLOTS];
    static const char hex[] = "0123456789abcdef";
    uint32_t h = 2166136261u;
    int c;
    while ((c = getchar()) != EOF) {
        h = (h ^ (uint32_t)c) * 16777619u;
        bucket[h % BUCKETS]++;
        slot[h & (SLOTS - 1)]++;
        slot[h >> 26]++;
        putchar(hex[c >> 4 & 0xf]);
        putchar(hex[c & 0xf]);
    }
    printf("\n%u %u\n", bucket[0], slot[63]);
    return 0;
}
