// Each round frees a buffer of its own.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

void rounds(int n)
{
    for (int i = 0; i < n; i++) {
        char *line = malloc(80);
        if (line == NULL)
            return;
        putchar('a');
        free(line);
    }
}
