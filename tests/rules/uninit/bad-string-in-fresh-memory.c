// Memory from malloc is taken for a string before anything was written there.
#include <stdlib.h>
#include <string.h>

char *join(const char *a, const char *b)
{
    char *both = malloc(strlen(a) + strlen(b) + 1);
    if (!both)
        return NULL;
    strcat(both, a); //~ uninit
    strcat(both, b);
    return both;
}
