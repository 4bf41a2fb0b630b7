// The message of an error is looked up in a table by its number.
#include <corten.h>
#pragma corten safe
#include <errno.h>
#include <stdlib.h>

static const int severity[4] = { 0, 1, 1, 2 };

int read_long(const char *text)
{
    errno = 0;
    long v = strtol(text, NULL, 10);
    return severity[errno] + (v > 0); //~ out-of-bounds
}
