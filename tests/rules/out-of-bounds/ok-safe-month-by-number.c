// A month's name is looked up by a number that was tested.
#include <corten.h>
#pragma corten safe

static const char month[12][4] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

char month_initial(int number)
{
    if (number < 1 || number > 12)
        return '?';
    return month[number - 1][0];
}
