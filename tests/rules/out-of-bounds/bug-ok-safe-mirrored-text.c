// A text is compared with its mirror.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

int is_mirrored(const char *text)
{
    size_t n = strlen(text);
    for (size_t i = 0; i < n / 2; i++)
        if (text[i] != text[n - 1 - i])
            return 0;
    return 1;
}
