#include <stdlib.h>
#include <string.h>

char *local_copy(const char *s)
{
    char *c = malloc(strlen(s) + 1);
    if (c)
        strcpy(c, s);
    return c;
}
