// annotate: --all
// flags: -std=gnu89 -w
#include "old.h"
#include <stdlib.h>
#include <string.h>

/* The declaration has no parameters to annotate. */
char *dup_text(text)
    char *text;
{
    char *copy = text ? malloc(strlen(text) + 1) : NULL;
    if (copy)
        strcpy(copy, text);
    return copy;
}

void free_text(text)
    char *text;
{
    free(text);
}

int both(a, n, b)
    char *a, *b;
    int n;
{
    return a && b ? n : 0;
}
