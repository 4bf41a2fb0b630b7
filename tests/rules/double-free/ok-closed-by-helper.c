// The helper has closed the descriptor in the record on failure; its caller leaves it alone.
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

struct connection {
    int fd, failed;
};

static void connection_close(struct connection *c)
{
    if (c->fd != -1)
        close(c->fd);
    c->fd = -1;
}

static int reuse_address(struct connection *c)
{
    int on = 1;
    if (setsockopt(c->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == -1) {
        c->failed = 1;
        connection_close(c);
        return -1;
    }
    return 0;
}

int connection_open(struct connection *c)
{
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s == -1)
        return -1;
    c->fd = s;
    if (reuse_address(c) == -1) {
        return -1;
    }
    return 0;
}
