// A client is freed after its descriptor is closed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <unistd.h>

struct client {
    int __own_by(close, -1) fd;
    unsigned requests;
};

void client_free(struct client *__own c)
{
    close(c->fd);
    free(c);
}
