// Another text than the one that was found.
#include <string.h>

char *key_of(const char *line)
{
    char *key = strstr(line, "key ");
    if (!key)
        return NULL;
    return strdup(strstr(line, "keys ") + 5); //~ null-deref
}
