// A buffer that is shared by all rounds is freed in each.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

void rounds(int n)
{
    char *line = malloc(80);
    if (line == NULL || n < 1) {
        free(line);
        return;
    }
    for (int i = 0; i < n; i++) {
        putchar('a');
        free(line); //~ double-free
    }
}
