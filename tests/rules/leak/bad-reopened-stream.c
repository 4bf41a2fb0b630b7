// The stream was opened again, on another file, and is still open.
#include <stdio.h>

static int copy_first(const char *from, const char *to)
{
    FILE *f = fopen(from, "r");
    if (f == NULL)
        return -1;
    int c = getc(f);
    f = freopen(to, "w", f);
    if (f == NULL)
        return -1;
    if (c == EOF) {
        return -1; //~ leak
    }
    putc(c, f);
    fclose(f);
    return c;
}

int main(void)
{
    return copy_first("/nonexistent", "/nonexistent") == -1 ? 0 : 1;
}
