// The index of a match is used where there was one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

size_t index_of(const char *__counted_by(n) text, size_t n, char c)
{
    size_t at;
    int found = 0;
    for (size_t i = 0; i < n && !found; i++)
        if (text[i] == c) {
            at = i;
            found = 1;
        }
    return found ? at : n;
}
