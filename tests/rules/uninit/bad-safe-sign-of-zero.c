// The sign of a number is not set when it is zero.
#include <corten.h>
#pragma corten safe

int sign(int v)
{
    int s;
    if (v > 0)
        s = 1;
    else if (v < 0)
        s = -1;
    return s; //~ uninit
}
