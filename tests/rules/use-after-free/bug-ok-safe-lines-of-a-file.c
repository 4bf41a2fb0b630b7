// The last line is shown before its buffer is freed.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

void show_lines(FILE *in)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t n;
    while ((n = getline(&line, &size, in)) > 0)
        if (line[n - 1] == '\n')
            line[n - 1] = '\0';
    free(line);
}
