// The caller's variable is made to point into an argument, as the declaration says.
#include <corten.h>
#pragma corten safe

int split(const char *__captured_by(value) line, const char **__inits __when(return == 0) value)
{
    while (*line != '\0' && *line != ':')
        line++;
    if (*line == '\0')
        return -1;
    *value = line + 1;
    return 0;
}
