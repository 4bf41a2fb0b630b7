// The output of a command is closed as if it were a file.
#include <corten.h>
#define _GNU_SOURCE
#pragma corten safe
#include <stdio.h>

int first_of(const char *command)
{
    FILE *p = popen(command, "r");
    if (p == NULL)
        return -1;
    int c = fgetc(p);
    fclose(p); //~ mismatched-free
    return c;
}
