// A client that cannot be made closes its descriptor.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

struct client {
    int __own_by(close, -1) fd;
    unsigned requests;
};

struct client *__own _Nullable client_new(int __own_by(close, -1) fd)
{
    struct client *c = malloc(sizeof *c);
    if (c == NULL) {
        close(fd);
        return NULL;
    }
    c->fd = fd;
    c->requests = 0;
    return c;
}
