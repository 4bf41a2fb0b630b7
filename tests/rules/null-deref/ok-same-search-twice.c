// The same text, written twice, is looked for in the same unchanged text.
#include <string.h>

char *key_of(const char *line)
{
    char *key = strstr(line, "key ");
    if (!key)
        return NULL;
    return strdup(strstr(line, "key ") + 4);
}
