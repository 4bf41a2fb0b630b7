// A helper multiplies in 32 bits what its caller has read.
// run: printf '\001\000\000\020%0256d' 5 | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct entry {
    char name[16];
};

static struct entry *entries_new(uint32_t n)
{
    return malloc(n * (uint32_t)sizeof(struct entry));
}

int main(void)
{
    uint32_t n;
    if (fread(&n, sizeof n, 1, stdin) != 1)
        return 1;
    struct entry *e = entries_new(n); //~ integer-overflow
    if (e == NULL)
        return 1;
    uint32_t i = 0;
    while (i < n && fread(&e[i], sizeof e[i], 1, stdin) == 1)
        i++;
    printf("%u\n", (unsigned)i);
    free(e);
    return 0;
}
