// The check adds two 32-bit numbers from outside; their sum wraps.
// run: printf '\377\377\377\377\020\000\000\000' | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const unsigned char image[64];

int main(void)
{
    uint32_t range[2];
    unsigned char out[64];
    if (fread(range, sizeof range[0], 2, stdin) != 2)
        return 1;
    uint32_t off = range[0], len = range[1];
    if (off + len > sizeof image)
        return 1;
    memcpy(out, image + off, len); //~ out-of-bounds
    printf("%u bytes\n", (unsigned)len);
    return 0;
}
