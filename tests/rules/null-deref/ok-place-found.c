// The character was found: the place is no null pointer, however far it is.
#include <string.h>

int found(const char *s)
{
    int *some = NULL;
    int value = 3;
    const char *star = strchr(s, '*');
    if (!star)
        return 0;
    if (star - s >= 0)
        some = &value;
    return *some;
}
