// A line that was filled in is released.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

int next_line(char *__own __null_terminated *__inits __when(return == 0) line);

int count_lines(void)
{
    int n = 0;
    char *line;
    while (next_line(&line) == 0) {
        puts(line);
        n++;
        free(line);
    }
    return n;
}
