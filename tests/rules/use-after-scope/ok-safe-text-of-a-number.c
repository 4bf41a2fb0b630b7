// A function returns a part of its argument.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

const char *label_text(const char *prefix)
{
    const char *result = prefix;
    return result;
}
