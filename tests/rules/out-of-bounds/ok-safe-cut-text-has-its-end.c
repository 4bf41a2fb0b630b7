// The length that a text has is looked up.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <string.h>

void show_path(const char *folder, const char *file)
{
    char path[32];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    size_t n = strlen(path);
    if (n > 0)
        path[n - 1] = '\n';
    putchar(path[0]);
}
