// The same, right.
#include <stdio.h>
#include <time.h>

void stamp(char *out, size_t n, const struct tm *t)
{
    if (strftime(out, n, "%Y-%m-%d %H:%M:%S %Ey %Z", t) == 0)
        out[0] = '\0';
}
