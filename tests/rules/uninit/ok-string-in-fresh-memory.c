// Memory from malloc gets a string before another is added to it.
#include <stdlib.h>
#include <string.h>

char *join(const char *a, const char *b)
{
    char *both = malloc(strlen(a) + strlen(b) + 1);
    if (!both)
        return NULL;
    strcpy(both, a);
    strcat(both, b);
    return both;
}
