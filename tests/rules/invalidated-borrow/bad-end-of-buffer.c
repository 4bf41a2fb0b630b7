// The pointer to where the next byte goes is not moved along with the buffer.
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
    at += n;
    char *bigger = realloc(buf, n + 3);
    if (bigger == NULL) {
        free(buf);
        return NULL;
    }
    *at++ = '"'; //~ invalidated-borrow
    bigger[n + 2] = '\0';
    return bigger;
}
