// The first line is printed after the second was read into its buffer.
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
    int rc = getline(&line, &size, in) < 0 ? -1 : 0;
    puts(first); //~ invalidated-borrow
    free(line);
    return rc;
}
