// A number that is too long is refused.
// run: printf '\377\377\377\377\377\377\377\377\377\377\377\001' | ./a.out
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    uint64_t value = 0;
    unsigned shift = 0;
    int c;
    while ((c = getchar()) != EOF) {
        if (shift > 63)
            return 1;
        value |= (uint64_t)(c & 0x7f) << shift;
        shift += 7;
        if (!(c & 0x80))
            break;
    }
    printf("%llu\n", (unsigned long long)value);
    return 0;
}
