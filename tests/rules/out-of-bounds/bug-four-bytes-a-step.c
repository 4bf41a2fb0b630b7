// Four bytes are taken a step, also when fewer are left.
// run: printf 'abcdefghijklmnopqrstuvwxyzabcdef' | ./a.out
#include <stdint.h>
#include <stdio.h>

static uint32_t sum_words(const uint8_t *p, size_t len)
{
    uint32_t sum = 0;
    for (const uint8_t *end = p + len; p < end; p += 4)
        sum += p[0] + ((uint32_t)p[1] << 8) + ((uint32_t)p[2] << 16) + ((uint32_t)p[3] << 24);
    return sum;
}

int main(void)
{
    uint8_t block[30];
    size_t n = fread(block, 1, sizeof block, stdin);
    printf("%08x\n", (unsigned)sum_words(block, n)); //~ out-of-bounds
    return 0;
}
