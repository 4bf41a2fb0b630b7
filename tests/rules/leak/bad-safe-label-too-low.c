// The jump to the end passes the release of the buffer by.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

int load(const char *path, size_t size)
{
    int rc = -1;
    char *buffer = malloc(size);
    if (buffer == NULL)
        return -1;
    FILE *f = fopen(path, "rb");
    if (f == NULL)
        goto out;
    if (fread(buffer, 1, size, f) == size)
        rc = 0;
    fclose(f);
    free(buffer);
out:
    return rc; //~ leak
}
