// A length from outside may be negative; a pointer that is moved by it, and kept, lies before its
// object.
// whole: a contract does not say by what a pointer is moved
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

int reader_feed(struct reader *r, int fd)
{
    r->room = r->at = r->end = malloc(100);
    if (!r->room)
        return -1;
    return reader_take(r, (int)read(fd, r->room, 100)); //~ out-of-bounds
}

int reader_begin(struct reader *r, int fd)
{
    r->room = r->at = malloc(100);
    if (!r->room)
        return -1;
    r->end = r->room + read(fd, r->room, 100); //~ out-of-bounds
    return 0;
}
