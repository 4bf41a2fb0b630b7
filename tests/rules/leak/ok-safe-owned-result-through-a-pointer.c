// The text that a function filled in is released.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

int read_name(int id, char *__own __null_terminated *__inits __when(return == 0) name);

int show_name(int id)
{
    char *name;
    if (read_name(id, &name) != 0)
        return -1;
    puts(name);
    free(name);
    return 0;
}
