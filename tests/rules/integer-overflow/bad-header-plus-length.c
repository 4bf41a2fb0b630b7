// The header is added to a 32-bit length from the wire.
// run: printf '\377\377\377\377abcdefgh' | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define HEADER 8u

struct frame {
    uint32_t len;
    uint8_t head[4];
    uint8_t body[];
};

int main(void)
{
    uint32_t len;
    if (fread(&len, sizeof len, 1, stdin) != 1)
        return 1;
    struct frame *f = malloc(HEADER + len); //~ integer-overflow
    if (f == NULL)
        return 1;
    f->len = len;
    size_t got = fread(f->body, 1, f->len, stdin);
    printf("%zu bytes\n", got);
    free(f);
    return 0;
}
