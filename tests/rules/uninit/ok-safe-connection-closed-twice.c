// A connection's state is read before the connection is taken down.
#include <corten.h>
#pragma corten safe
#include <unistd.h>

struct connection {
    int __own_by(close, -1) fd;
    unsigned sent;
};

void connection_drop(struct connection *__drops c);
int connection_open(struct connection *__inits __when(return == 0) c, int port);

unsigned probe(int port)
{
    struct connection c;
    if (connection_open(&c, port) != 0)
        return 0;
    unsigned sent = c.sent;
    connection_drop(&c);
    return sent;
}
