// The rest of a packet is sent and freed, but stays noted as not sent, and the next step sends it.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct connection {
    int fd;
    char *rest;
    size_t length;
};

static int push(struct connection *c, const char *data, size_t n)
{
    ssize_t sent = write(c->fd, data, n);
    if (sent < 0)
        return -1;
    if ((size_t)sent < n) {
        char *rest = malloc(n - (size_t)sent);
        if (!rest)
            return -1;
        memcpy(rest, data + sent, n - (size_t)sent);
        c->rest = rest;
        c->length = n - (size_t)sent;
    }
    return 0;
}

static int step(struct connection *c)
{
    if (c->length) {
        char *rest = c->rest;
        int err = push(c, rest, c->length);
        free(rest);
        return err;
    }
    return 1;
}

int drain(struct connection *c)
{
    int err = step(c);
    if (err == 0)
        err = step(c); //~ use-after-free
    return err;
}
