// The minutes of a time are used when only the hours were parsed.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

int minutes_of(const char *text)
{
    int h, m;
    if (sscanf(text, "%d:%d", &h, &m) < 1)
        return -1;
    if (h > 23 || m > 59) //~ uninit
        return -1;
    return 0;
}
