// The length that a text would have had is taken for the one that it has.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <string.h>

void show_path(const char *folder, const char *file)
{
    char path[32];
    int n = snprintf(path, sizeof path, "%s/%s", folder, file);
    if (n > 0)
        path[n] = '\n'; //~ out-of-bounds
    putchar(path[0]);
}
