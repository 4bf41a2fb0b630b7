// The allocator frees what it is told to make nothing of, and half a room may be nothing.
#include <stdlib.h>

static void *resize(void *p, size_t size)
{
    if (size == 0 && p != NULL) {
        free(p);
        return NULL;
    }
    void *more = realloc(p, size);
    if (!more)
        abort();
    return more;
}

struct cursor {
    unsigned char *key;
    size_t room;
};

int cursor_shrink(struct cursor *c)
{
    unsigned char *old = c->key;
    size_t room = c->room / 2;
    c->key = resize(old, room);
    if (c->key == NULL) {
        c->key = old; //~ use-after-free
        return 0;
    }
    c->room = room;
    return 1;
}
