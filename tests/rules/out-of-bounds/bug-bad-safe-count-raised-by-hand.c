// The count of a buffer is raised, and the buffer read up to it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct buffer {
    unsigned char *__own __counted_by(size) byte;
    size_t size;
};

void buffer_resize(struct buffer *b, size_t size)
{
    b->size = size;
    for (size_t i = 0; i < b->size; i++)
        b->byte[i] = 0; //~ out-of-bounds
}
