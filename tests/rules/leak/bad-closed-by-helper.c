// The option fails to be set: the helper forgets the socket that stands in the connection.
#include <sys/socket.h>

struct connection {
    int fd, failed;
};

static int reuse_address(struct connection *c)
{
    int on = 1;
    if (setsockopt(c->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == -1) {
        c->failed = 1;
        c->fd = -1;
        return -1;
    }
    return 0;
}

int connection_open(struct connection *c, int family)
{
    int s = socket(family, SOCK_STREAM, 0);
    if (s == -1)
        return -1;
    c->fd = s;
    if (family == AF_INET && reuse_address(c) == -1)
        return -1; //~ leak
    return 0;
}
