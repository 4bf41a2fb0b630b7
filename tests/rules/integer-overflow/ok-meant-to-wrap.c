// Hashes, checksums, random numbers, times and sequence numbers are meant to wrap.
// run: echo some text | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t hash(const unsigned char *p, size_t n)
{
    uint32_t h = 5381;
    while (n-- > 0)
        h = h * 33u ^ *p++;
    return h;
}

static int later(uint32_t a, uint32_t b)
{
    return (int32_t)(a - b) > 0;
}

int main(void)
{
    unsigned char text[100];
    static int bucket[64];
    size_t n = fread(text, 1, sizeof text, stdin);
    uint32_t h = hash(text, n), seed = h;
    bucket[h % 64]++;
    for (int i = 0; i < 10; i++) {
        seed = seed * 1664525u + 1013904223u;
        bucket[seed >> 26]++;
    }
    uint16_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum = (uint16_t)(sum + text[i]);
    sum = (uint16_t)-sum;
    printf("%d %u %d\n", bucket[0], sum, later(h, seed));
    return 0;
}
