// The end of the caller's text is overwritten.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

void mark(char *__null_terminated text)
{
    size_t n = strlen(text);
    if (n == 0)
        return;
    text[n] = '!';
} //~ out-of-bounds
