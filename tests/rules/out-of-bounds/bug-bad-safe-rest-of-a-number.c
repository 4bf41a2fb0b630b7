// The character behind the rest of a number is read.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

int is_number(const char *text)
{
    char *end;
    long v = strtol(text, &end, 10);
    return end != text && end[1] == '\0' && v > 0; //~ out-of-bounds
}
