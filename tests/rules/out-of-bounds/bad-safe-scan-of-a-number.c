// The character behind the end of a text is read.
#include <corten.h>
#pragma corten safe

unsigned parse(const char *text)
{
    unsigned v = 0;
    while (*text >= '0' && *text <= '9')
        v = v * 10 + (unsigned)(*text++ - '0');
    if (text[0] == 'k' || text[1] == 'k') //~ out-of-bounds
        v *= 1000;
    return v;
}
