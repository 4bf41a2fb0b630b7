// A length that is counted down while a pointer walks.
// run: printf 'abcdefghijk' | ./a.out
#include <stdint.h>
#include <stdio.h>

static uint32_t get32(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

int main(void)
{
    uint8_t buf[100];
    size_t len = fread(buf, 1, sizeof buf, stdin);
    const uint8_t *p = buf;
    uint32_t sum = 0;
    while (len >= 4) {
        sum += get32(p);
        p += 4;
        len -= 4;
    }
    switch (len) {
    case 3: sum += p[2]; /* fall through */
    case 2: sum += p[1]; /* fall through */
    case 1: sum += p[0];
    }
    printf("%08x\n", (unsigned)sum);
    return 0;
}
