// The width of a sample comes from a file's header.
// run: printf '\060' | ./a.out
#include <stdint.h>
#include <stdio.h>

struct format {
    unsigned bits;
};

static int read_format(FILE *f, struct format *out)
{
    int c = fgetc(f);
    if (c == EOF)
        return -1;
    out->bits = (unsigned)c;
    return 0;
}

int main(void)
{
    struct format f;
    if (read_format(stdin, &f) != 0)
        return 1;
    int32_t peak = (int32_t)((UINT32_C(1) << f.bits) >> 1); //~ bad-shift
    printf("%d\n", (int)peak);
    return 0;
}
