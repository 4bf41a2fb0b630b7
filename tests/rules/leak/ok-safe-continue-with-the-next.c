// The copy of a name that is skipped is released.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void show_names(const char *text, int n)
{
    for (int i = 0; i < n; i++) {
        char *copy = strdup(text);
        if (copy == NULL)
            break;
        if (copy[0] == '.') {
            free(copy);
            continue;
        }
        puts(copy);
        free(copy);
    }
}
