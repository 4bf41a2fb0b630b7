// A sum that was asked not to wrap is above each of its terms.
#include <stdint.h>
#include <stdlib.h>

struct text { size_t room, length; char *bytes; };

void *resize(void *p, size_t n); /* in another file; never null */

void grow(struct text *t, size_t more)
{
    int fresh = !t->room;
    if (1 > SIZE_MAX - more || more + 1 > SIZE_MAX - t->length)
        abort();
    if (fresh)
        t->bytes = NULL;
    if (t->length + more + 1 > t->room) {
        t->room = t->length + more + 1;
        t->bytes = resize(t->bytes, t->room);
    }
    if (fresh)
        t->bytes[0] = 0;
}
