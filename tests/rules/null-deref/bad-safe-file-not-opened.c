// A file that may not exist is read without a look.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

int first_char(const char *path)
{
    FILE *f = fopen(path, "r");
    int c = fgetc(f); //~ null-deref
    fclose(f);
    return c;
}
