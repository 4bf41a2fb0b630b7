// A file is asked for errors after it was closed.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

int save(const char *path, int v)
{
    FILE *f = fopen(path, "w");
    if (f == NULL)
        return -1;
    fprintf(f, "%d\n", v);
    fclose(f);
    return ferror(f) ? -1 : 0; //~ use-after-free
}
