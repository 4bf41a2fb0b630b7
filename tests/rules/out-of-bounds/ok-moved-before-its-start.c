// A length from outside was looked at before a pointer is moved by it; or it is not kept, or nobody
// knows where its object begins.
#include <stdlib.h>
#include <unistd.h>

struct reader {
    char *room, *end, *at;
    int state;
};

int reader_take(struct reader *r, int length)
{
    if (r->state == 2)
        return -1;
    r->end += length;
    return r->end - r->at > 0;
}

int reader_take_some(struct reader *r, int length)
{
    if (length < 0)
        return -1;
    r->end += length;
    return 0;
}

int reader_feed(struct reader *r, int fd)
{
    r->room = r->at = r->end = malloc(100);
    if (!r->room)
        return -1;
    ssize_t n = read(fd, r->room, 100);
    if (n < 0)
        return -1;
    return reader_take(r, (int)n);
}

int reader_feed_some(struct reader *r, int fd)
{
    r->room = r->at = r->end = malloc(100);
    if (!r->room)
        return -1;
    return reader_take_some(r, (int)read(fd, r->room, 100));
}

int reader_count(struct reader *r, int fd)
{
    r->room = r->at = r->end = malloc(100);
    if (!r->room)
        return -1;
    char *end = r->room + read(fd, r->room, 100);
    return end > r->room ? (int)(end - r->room) : 0;
}

int reader_more(struct reader *r, int fd)
{
    return reader_take(r, (int)read(fd, r->end, 1));
}
