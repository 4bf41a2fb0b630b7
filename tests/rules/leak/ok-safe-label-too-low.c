// The jump to the end comes by the release of the buffer.
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
        goto release;
    if (fread(buffer, 1, size, f) == size)
        rc = 0;
    fclose(f);
release:
    free(buffer);
    return rc;
}
