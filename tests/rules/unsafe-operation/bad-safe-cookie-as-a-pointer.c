// A number from a message is made into a pointer.
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
    (void)t;
    const struct client *c = (const struct client *)(uintptr_t)cookie; //~ unsafe-operation
    return c->id;
}
