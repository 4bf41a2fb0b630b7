// A connection comes back without the descriptor that it must have.
#include <corten.h>
#pragma corten safe

struct connection {
    struct peer *__own peer;
    int state;
};

struct peer {
    int id;
};

void peer_retire(struct peer *__own p);
struct peer *__own peer_none(void);

void connection_reset(struct connection *c)
{
    peer_retire(c->peer);
    c->state = 0;
} //~ contract
