// A file is asked for errors before it is closed.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

int save(const char *path, int v)
{
    FILE *f = fopen(path, "w");
    if (f == NULL)
        return -1;
    fprintf(f, "%d\n", v);
    int rc = ferror(f) ? -1 : 0;
    fclose(f);
    return rc;
}
