// Texts on the heap that snprintf, or memcpy with the terminator, has ended.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *__own _Nullable __null_terminated joined(const char *a, const char *b)
{
    size_t n = strlen(a) + strlen(b) + 1;
    char *s = malloc(n);
    if (s != NULL)
        snprintf(s, n, "%s%s", a, b);
    return s;
}

char *__own _Nullable __null_terminated copied(const char *a)
{
    size_t n = strlen(a) + 1;
    char *s = malloc(n);
    if (s == NULL)
        return NULL;
    memcpy(s, a, n);
    return s;
}
