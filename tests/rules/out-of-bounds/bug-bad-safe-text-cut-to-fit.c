// A text is added to a buffer that may have no room for it.
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
    memcpy(b->text + b->used, text, n); //~ out-of-bounds
}
