// Widths other than the usual ones are refused.
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
    if (c != 8 && c != 16 && c != 24)
        return -1;
    out->bits = (unsigned)c;
    return 0;
}

int main(void)
{
    struct format f;
    if (read_format(stdin, &f) != 0)
        return 1;
    int32_t peak = (int32_t)((UINT32_C(1) << f.bits) >> 1);
    printf("%d\n", (int)peak);
    return 0;
}
