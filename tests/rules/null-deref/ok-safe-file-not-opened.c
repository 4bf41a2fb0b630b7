// A file that may not exist is read after a look.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

int first_char(const char *path)
{
    FILE *f = fopen(path, "r");
    if (f == NULL)
        return EOF;
    int c = fgetc(f);
    fclose(f);
    return c;
}
