// A line is cut behind its equals sign, which may be its end.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

int cut(char *__null_terminated line)
{
    char *at = strchr(line, '=');
    if (at == NULL)
        return -1;
    at[2] = '\0'; //~ out-of-bounds
    return 0;
}
