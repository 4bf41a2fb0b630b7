// A list is followed until its last node, which an empty one does not have.
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
    const struct stop *s = first;
    do {
        sum = s->minutes; //~ null-deref
        s = s->next;
    } while (s != NULL);
    return sum;
}
