// What a function found in a path is used after the path was freed.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *suffix(const char *path);

void show_suffix(const char *name)
{
    char *path = strdup(name);
    if (path == NULL)
        return;
    const char *end = suffix(path);
    free(path);
    printf("%s\n", end); //~ use-after-free
}
