// The counts of a histogram begin with zero.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

unsigned commonest(const unsigned char *__counted_by(n) text, size_t n)
{
    unsigned *count = calloc(256, sizeof *count);
    if (count == NULL)
        return 0;
    for (size_t i = 0; i < n; i++)
        count[text[i]]++;
    free(count);
    return 0;
}
