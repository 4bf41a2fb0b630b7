// The allocator frees what it is told to make nothing of, and what is too large; twice a room that is not
// zero is neither.
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void out_of_memory(size_t size)
{
    (void)size;
    abort();
}

static void (*oom_handler)(size_t) = out_of_memory;

void set_oom_handler(void (*handler)(size_t))
{
    oom_handler = handler;
}

static void *try_resize(void *p, size_t size)
{
    if (size == 0 && p != NULL) {
        free(p);
        return NULL;
    }
    if (size >= SIZE_MAX / 2) {
        free(p);
        return NULL;
    }
    return realloc(p, size);
}

static void *resize(void *p, size_t size)
{
    p = try_resize(p, size);
    if (!p && size != 0)
        oom_handler(size);
    return p;
}

struct cursor {
    unsigned char *key, fixed[32];
    size_t length, room;
};

int cursor_add(struct cursor *c, const unsigned char *s, size_t n)
{
    if (n == 0)
        return 1;
    if (c->room < c->length + n) {
        unsigned char *old = c->key == c->fixed ? NULL : c->key;
        size_t room = (c->length + n) * 2;
        c->key = resize(old, room);
        if (c->key == NULL) {
            c->key = !old ? c->fixed : old;
            errno = ENOMEM;
            return 0;
        }
        if (old == NULL)
            memcpy(c->key, c->fixed, c->length);
        c->room = room;
    }
    memmove(c->key + c->length, s, n);
    c->length += n;
    return 1;
}
