// A one of type int is shifted into the upper half of a 64-bit mask.
#include <stdint.h>
#include <stdio.h>

#define PAGES 48

int main(void)
{
    uint64_t used = 0;
    for (int page = 0; page < PAGES; page += 2)
        used |= 1u << page; //~ bad-shift
    printf("%llx\n", (unsigned long long)used);
    return 0;
}
