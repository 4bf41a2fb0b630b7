// The sign of a number is set when it is zero, too.
#include <corten.h>
#pragma corten safe

int sign(int v)
{
    int s = 0;
    if (v > 0)
        s = 1;
    else if (v < 0)
        s = -1;
    return s;
}
