// The minutes of a time are used when both numbers were parsed.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

int minutes_of(const char *text)
{
    int h, m;
    if (sscanf(text, "%d:%d", &h, &m) < 2)
        return -1;
    if (h > 23 || m > 59)
        return -1;
    return 0;
}
