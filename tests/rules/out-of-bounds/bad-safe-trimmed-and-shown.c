// A buffer is shown whose end was overwritten.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

void trim(char *__null_terminated text);

void show(FILE *in)
{
    char line[80];
    if (fgets(line, sizeof line, in) == NULL)
        return;
    trim(line);
    line[79] = 'x';
    puts(line); //~ out-of-bounds
}
