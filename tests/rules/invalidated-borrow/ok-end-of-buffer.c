// The pointer to where the next byte goes is computed again in the buffer's new place.
#include <stdlib.h>
#include <string.h>

char *quote(const char *s)
{
    size_t n = strlen(s);
    char *buf = malloc(n + 2);
    if (buf == NULL)
        return NULL;
    char *at = buf;
    *at++ = '"';
    memcpy(at, s, n);
    char *bigger = realloc(buf, n + 3);
    if (bigger == NULL) {
        free(buf);
        return NULL;
    }
    at = bigger + n + 1;
    *at++ = '"';
    *at = '\0';
    return bigger;
}
