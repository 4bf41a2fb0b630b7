// A file is closed once, whether writing fails or not.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

int save(const char *path, const char *text)
{
    int rc = 0;
    FILE *f = fopen(path, "w");
    if (f == NULL)
        return -1;
    if (fputs(text, f) < 0) {
        rc = -1;
    }
    fclose(f);
    return rc;
}
