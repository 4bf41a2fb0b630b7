// The one has the type of the mask.
#include <stdint.h>
#include <stdio.h>

#define PAGES 48

int main(void)
{
    uint64_t used = 0;
    for (int page = 0; page < PAGES; page += 2)
        used |= UINT64_C(1) << page;
    printf("%llx\n", (unsigned long long)used);
    return 0;
}
