// A sum that does not wrap may be zero.
#include <stdint.h>
#include <stdlib.h>

struct text { size_t room, length; char *bytes; };

void *resize(void *p, size_t n); /* in another file; never null */

void grow(struct text *t, size_t more)
{
    int fresh = !t->room;
    if (more > SIZE_MAX - t->length)
        abort();
    if (fresh)
        t->bytes = NULL;
    if (t->length + more > t->room) {
        t->room = t->length + more;
        t->bytes = resize(t->bytes, t->room);
    }
    if (fresh)
        t->bytes[0] = 0; //~ null-deref
}
