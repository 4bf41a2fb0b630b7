// A stream outlives the buffer of the block in which it was given one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct stream {
    unsigned char *__counted_by(room) buffer;
    size_t room;
};

void stream_use(struct stream *s, unsigned char *__counted_by(n) __captured_by(s) buffer, size_t n);
int stream_next(struct stream *s);

int sum_two(void)
{
    unsigned char small[4] = { 0 };
    struct stream s = { small, sizeof small };
    {
        unsigned char large[64] = { 0 };
        stream_use(&s, large, sizeof large); //~ borrow-outlives-owner
    }
    return stream_next(&s);
}
