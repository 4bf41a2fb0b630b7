// A table of names has a place without one, and says that there is none.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static const char *const weekday[4] = {"mo", "tu", NULL, "th"}; //~ null-deref

const char *__static weekday_name(unsigned i)
{
    if (i >= 4)
        return "?";
    return weekday[i];
}
