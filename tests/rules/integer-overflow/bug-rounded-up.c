// A length is rounded up to a multiple of sixteen, beyond what 32 bits hold.
// run: printf '\377\377\377\377%032d' 5 | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    uint32_t len;
    if (fread(&len, sizeof len, 1, stdin) != 1 || len == 0)
        return 1;
    uint32_t room = (len + 15u) & ~15u; //~ integer-overflow
    unsigned char *p = malloc(room);
    if (p == NULL)
        return 1;
    printf("%zu\n", fread(p, 1, len, stdin));
    free(p);
    return 0;
}
