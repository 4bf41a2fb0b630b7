// The caller's variable is made to point into an argument, which the declaration hides.
#include <corten.h>
#pragma corten safe

int split(const char *line, const char **__inits __when(return == 0) value)
{
    while (*line != '\0' && *line != ':')
        line++;
    if (*line == '\0')
        return -1;
    *value = line + 1; //~ borrow-outlives-owner
    return 0;
}
