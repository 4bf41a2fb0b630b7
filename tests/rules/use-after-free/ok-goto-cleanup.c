// The status line takes the byte before the buffer goes.
#include <stdio.h>
#include <stdlib.h>

static int first_byte(const char *path)
{
    int rc = -1;
    int c = -1;
    unsigned char *buf = malloc(256);
    FILE *f = fopen(path, "rb");
    if (buf == NULL || f == NULL)
        goto out;
    buf[0] = 0;
    if (fread(buf, 1, 256, f) == 0)
        goto out;
    c = buf[0];
    rc = 0;
out:
    if (f)
        fclose(f);
    free(buf);
    return rc == 0 ? c : -1;
}

int main(void)
{
    printf("%d\n", first_byte("/proc/version"));
    return 0;
}
