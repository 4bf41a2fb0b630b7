// A text is cut to the room that a buffer has left.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <string.h>

struct buffer {
    char text[256];
    size_t used;
} __invariant(used <= 256);

void buffer_add(struct buffer *b, const char *text)
{
    size_t n = strlen(text);
    if (n > sizeof b->text - b->used)
        n = sizeof b->text - b->used;
    memcpy(b->text + b->used, text, n);
    b->used += n;
}
