// The minute is %M, and there is no %f.
#include <stdio.h>
#include <time.h>

void stamp(char *out, size_t n, const struct tm *t)
{
    if (strftime(out, n, "%Y-%m-%d %H:%M:%f", t) == 0) //~ format
        out[0] = '\0';
}
