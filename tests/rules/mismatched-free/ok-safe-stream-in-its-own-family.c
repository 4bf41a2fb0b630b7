// A stream of the program is released by its own function.
#include <corten.h>
#pragma corten safe

struct stream {
    int state;
};

struct channel {
    int state;
};

void stream_end(struct stream *__own_by(stream_end) s);
void stream_drop(struct stream *__own_by(stream_drop) s);
struct stream *__own_by(stream_end) stream_open(int number);

int probe(int number)
{
    struct stream *s = stream_open(number);
    int state = s->state;
    stream_end(s);
    return state;
}
