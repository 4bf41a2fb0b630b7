// A number of seven bits a byte goes on for as long as the input says so.
// run: printf '\377\377\377\377\377\377\377\377\377\377\377\001' | ./a.out
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    uint64_t value = 0;
    unsigned shift = 0;
    int c;
    while ((c = getchar()) != EOF) {
        value |= (uint64_t)(c & 0x7f) << shift; //~ bad-shift
        shift += 7;
        if (!(c & 0x80))
            break;
    }
    printf("%llu\n", (unsigned long long)value);
    return 0;
}
