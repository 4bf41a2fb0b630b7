// A line is cut at its equals sign.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

int cut(char *__null_terminated line)
{
    char *at = strchr(line, '=');
    if (at == NULL)
        return -1;
    at[0] = '\0';
    return 0;
}
