// A copy is freed at its first letter, not at its start.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void show_trimmed(const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return;
    char *at = copy;
    if (*at == ' ')
        at++;
    puts(at);
    free(at); //~ invalid-free
}
