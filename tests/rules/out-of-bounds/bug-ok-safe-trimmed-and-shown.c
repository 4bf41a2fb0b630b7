// A buffer is shown whose end a callee has moved forward.
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
    puts(line);
}
