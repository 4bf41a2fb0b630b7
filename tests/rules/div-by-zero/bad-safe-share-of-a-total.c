// A share is computed of a total that may be nothing.
#include <corten.h>
#pragma corten safe

unsigned percent(unsigned part, unsigned total)
{
    return part / (total / 100); //~ div-by-zero
}
