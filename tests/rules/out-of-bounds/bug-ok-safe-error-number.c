// The number of an error is reset and read.
#include <corten.h>
#pragma corten safe
#include <errno.h>
#include <stdlib.h>

static const int severity[4] = { 0, 1, 1, 2 };

int read_long(const char *text)
{
    errno = 0;
    long v = strtol(text, NULL, 10);
    return errno == 0 ? severity[1] + (v > 0) : -1;
}
