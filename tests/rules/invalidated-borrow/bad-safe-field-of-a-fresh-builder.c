// A place in a local builder is written after the builder has grown.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct buffer {
    unsigned char *__own __counted_by(room) at;
    size_t room;
} __invariant(room >= 4);

int buffer_init(struct buffer *__inits __when(return == 0) b);
int buffer_grow(struct buffer *b);
void buffer_drop(struct buffer *__drops b);

int frame(void)
{
    struct buffer b;
    if (buffer_init(&b) != 0)
        return -1;
    unsigned char *length = &b.at[0];
    int rc = buffer_grow(&b);
    *length = 1; //~ invalidated-borrow
    buffer_drop(&b);
    return rc;
}
