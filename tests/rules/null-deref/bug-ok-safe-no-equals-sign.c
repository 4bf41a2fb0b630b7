// A line is split at its equals sign, if it has one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

char value_initial(const char *line)
{
    const char *at = strchr(line, '=');
    return at != NULL ? at[1] : '\0';
}
