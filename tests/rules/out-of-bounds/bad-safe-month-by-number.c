// A month's name is looked up by a number that nobody has tested.
#include <corten.h>
#pragma corten safe

static const char month[12][4] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

char month_initial(int number)
{
    return month[number - 1][0]; //~ out-of-bounds
}
