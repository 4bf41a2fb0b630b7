// A number from a message is made into an index.
#include <corten.h>
#pragma corten safe
#include <stdint.h>

struct client {
    int id;
};

struct table {
    struct client client[16];
};

int client_id(const struct table *t, uint64_t cookie)
{
    if (cookie >= 16)
        return -1;
    const struct client *c = &t->client[cookie];
    return c->id;
}
