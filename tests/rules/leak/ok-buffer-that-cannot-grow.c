// The buffer cannot grow, and is released there; the other ways to fail are excluded by what the caller knows.
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
    char *text;
    size_t room, used;
    bool fixed;
};

static char *ensure(struct buffer *b, size_t more)
{
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
    char *text = realloc(b->text, room);
    if (!text) {
        free(b->text);
        b->room = 0;
        b->text = NULL;
        return NULL;
    }
    b->room = room;
    b->text = text;
    return text + b->used;
}

int fill(void)
{
    struct buffer b = { NULL, 10, 0, false };
    b.text = malloc(10);
    if (!b.text)
        return -1;
    char *at = ensure(&b, 200);
    if (!at)
        return -1;
    memset(at, 'x', 200);
    free(b.text);
    return 0;
}
