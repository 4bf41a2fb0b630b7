// How far behind the start a character was found is an ordinary number.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct text { size_t room, length; };

static void grow(struct text *t, size_t more)
{
    if (1 > SIZE_MAX - more || more + 1 > SIZE_MAX - t->length)
        abort();
    if (t->length + more + 1 > t->room)
        t->room = t->length + more + 1;
}

int found(const char *s)
{
    struct text t = {0, 0};
    int *none = NULL;
    const char *star = strchr(s, '*');
    if (!star)
        return 0;
    grow(&t, (size_t)(star - s));
    return *none; //~ null-deref
}
