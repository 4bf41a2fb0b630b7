// A name that may be the default is freed in any case.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int hello(const char *given)
{
    char *name = "nobody";
    if (given[0] != '\0') {
        name = strdup(given);
        if (name == NULL)
            return -1;
    }
    printf("hello %s\n", name);
    free(name); //~ invalid-free
    return 0;
}
