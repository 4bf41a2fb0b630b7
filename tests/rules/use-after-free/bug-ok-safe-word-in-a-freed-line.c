// A word is printed before the line that it stands in is freed.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void print_command(const char *input)
{
    char *line = strdup(input);
    if (line == NULL)
        return;
    const char *word = strchr(line, ':');
    if (word == NULL)
        word = line;
    puts(word);
    free(line);
}
