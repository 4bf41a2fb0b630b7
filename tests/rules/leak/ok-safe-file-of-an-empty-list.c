// A file is closed when its first line is missing.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

int read_limit(const char *path)
{
    char line[32];
    FILE *f = fopen(path, "r");
    if (f == NULL)
        return -1;
    if (fgets(line, sizeof line, f) == NULL) {
        fclose(f);
        return -1;
    }
    fclose(f);
    return atoi(line);
}
