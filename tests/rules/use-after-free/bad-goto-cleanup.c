// The cleanup label frees the buffer, and the status line after it reads it.
#include <stdio.h>
#include <stdlib.h>

static int first_byte(const char *path)
{
    int rc = -1;
    unsigned char *buf = malloc(256);
    FILE *f = fopen(path, "rb");
    if (buf == NULL || f == NULL)
        goto out;
    buf[0] = 0;
    if (fread(buf, 1, 256, f) == 0)
        goto out;
    rc = 0;
out:
    if (f)
        fclose(f);
    free(buf);
    return rc == 0 ? buf[0] : -1; //~ use-after-free
}

int main(void)
{
    printf("%d\n", first_byte("/proc/version"));
    return 0;
}
