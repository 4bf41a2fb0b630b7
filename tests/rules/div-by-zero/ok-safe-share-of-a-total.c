// A share is computed of a total that is something.
#include <corten.h>
#pragma corten safe

unsigned percent(unsigned part, unsigned total)
{
    return total < 100 ? 0 : part / (total / 100);
}
