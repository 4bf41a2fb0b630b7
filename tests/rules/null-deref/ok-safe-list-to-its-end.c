// A list is followed until its end.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct stop {
    struct stop *_Nullable next;
    int minutes;
};

int journey(const struct stop *_Nullable first)
{
    int sum = 0;
    for (const struct stop *s = first; s != NULL; s = s->next)
        sum = s->minutes;
    return sum;
}
