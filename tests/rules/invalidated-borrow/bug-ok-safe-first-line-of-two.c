// The first line is printed before the second is read into its buffer.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

int two_lines(FILE *in)
{
    char *line = NULL;
    size_t size = 0;
    if (getline(&line, &size, in) < 0) {
        free(line);
        return -1;
    }
    const char *first = line;
    puts(first);
    int rc = getline(&line, &size, in) < 0 ? -1 : 0;
    free(line);
    return rc;
}
