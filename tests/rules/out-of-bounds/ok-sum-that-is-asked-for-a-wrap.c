// An unsigned sum that wrapped is smaller than what was added.
// run: printf '\377\377\377\377\020\000\000\000' | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static unsigned char image[256], out[256];

static int copy_a(uint32_t off, uint32_t len)
{
    if (off + len < off || off + len > sizeof image)
        return -1;
    memcpy(out, image + off, len);
    return 0;
}

static int copy_b(uint32_t off, uint32_t len)
{
    uint32_t end;
    if (__builtin_add_overflow(off, len, &end) || end > sizeof image)
        return -1;
    memcpy(out + off, image + off, len);
    return 0;
}

static int copy_c(uint32_t off, uint32_t len)
{
    if ((uint64_t)off + len > sizeof image)
        return -1;
    memcpy(out, image + off, len);
    return 0;
}

int main(void)
{
    uint32_t r[2];
    if (fread(r, sizeof r[0], 2, stdin) != 2)
        return 1;
    printf("%d\n", copy_a(r[0], r[1]) + copy_b(r[0], r[1]) + copy_c(r[0], r[1]));
    return 0;
}
