// The other name of a text is printed after the text was archived.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void archive(char *__own __null_terminated text);

int keep(const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    const char *shown = copy;
    archive(copy);
    puts(shown); //~ use-after-move
    return 0;
}
