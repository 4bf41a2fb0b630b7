// A line without an equals sign is split at it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

char value_initial(const char *line)
{
    const char *at = strchr(line, '=');
    return at[1]; //~ null-deref
}
