// The text is read up to its end.
#include <corten.h>
#pragma corten safe

unsigned parse(const char *text)
{
    unsigned v = 0;
    while (*text >= '0' && *text <= '9')
        v = v * 10 + (unsigned)(*text++ - '0');
    if (text[0] == 'k' || (text[0] != '\0' && text[1] == 'k'))
        v *= 1000;
    return v;
}
