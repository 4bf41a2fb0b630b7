// A stream ends with the block in which it was given its buffer.
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
    {
        unsigned char large[64] = { 0 };
        struct stream s = { small, sizeof small };
        stream_use(&s, large, sizeof large);
        stream_next(&s);
    }
    return small[0];
}
