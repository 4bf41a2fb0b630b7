// The buffer cannot grow, and is released there; the other ways to fail are excluded by what the caller knows.
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct hooks {
    void *(*make)(size_t size);
    void (*release)(void *p);
    void *(*grow)(void *p, size_t size);
};

struct buffer {
    char *text;
    size_t room, used;
    bool fixed;
    struct hooks hooks;
};

static char *ensure(struct buffer *b, size_t more)
{
    char *text;
    size_t room;
    if (!b || !b->text)
        return NULL;
    if (b->room > 0 && b->used >= b->room)
        return NULL;
    if (more > 0x7fffffff)
        return NULL;
    more += b->used + 1;
    if (more <= b->room)
        return b->text + b->used;
    if (b->fixed)
        return NULL;
    if (more > 0x3fffffff) {
        if (more > 0x7fffffff)
            return NULL;
        room = 0x7fffffff;
    } else {
        room = more * 2;
    }
    if (b->hooks.grow) {
        text = b->hooks.grow(b->text, room);
        if (!text) {
            b->hooks.release(b->text);
            b->room = 0;
            b->text = NULL;
            return NULL;
        }
    } else {
        text = b->hooks.make(room);
        if (!text) {
            b->hooks.release(b->text);
            b->room = 0;
            b->text = NULL;
            return NULL;
        }
        memcpy(text, b->text, b->used + 1);
        b->hooks.release(b->text);
    }
    b->room = room;
    b->text = text;
    return text + b->used;
}

static void *grow_never(void *p, size_t size)
{
    (void)p;
    (void)size;
    return NULL;
}

void cannot_grow(void)
{
    struct buffer b = { NULL, 10, 0, false, { &malloc, &free, &grow_never } };
    b.text = malloc(100);
    if (!b.text)
        return;
    if (ensure(&b, 200) != NULL)
        abort();
}
