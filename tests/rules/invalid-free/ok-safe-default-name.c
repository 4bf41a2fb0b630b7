// A name that may be the default is a copy of it.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int hello(const char *given)
{
    char *name = strdup(given[0] != '\0' ? given : "nobody");
    if (name == NULL)
        return -1;
    printf("hello %s\n", name);
    free(name);
    return 0;
}
