// The size that a helper hands out is that of another buffer.
#include <stdio.h>
#include <string.h>

struct header {
    char magic[4];
    unsigned version, flags, length;
};

static int header_size(int version, size_t *size)
{
    if (version < 1 || version > 2)
        return -1;
    *size = version == 1 ? 8 : sizeof(struct header);
    return 0;
}

int main(void)
{
    char raw[12];
    size_t n;
    if (header_size(2, &n) != 0)
        return 1;
    memset(raw, 0, n); //~ out-of-bounds
    printf("%d\n", raw[0]);
    return 0;
}
